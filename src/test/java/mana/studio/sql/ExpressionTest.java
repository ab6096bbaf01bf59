package mana.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionTest {
    @Test
    void addsParenthesesOnlyWhereTheyAreMissing() {
        assertThat(Expression.inParentheses("a > 0")).isEqualTo("(a > 0)");
        assertThat(Expression.inParentheses("(a > 0)")).isEqualTo("(a > 0)");
        assertThat(Expression.inParentheses("(a) > (0)")).isEqualTo("((a) > (0))");
        assertThat(Expression.inParentheses("lower(a)")).isEqualTo("(lower(a))");
    }

    @Test
    void countsNoParenthesesInsideConstantsAndNames() {
        assertThat(Expression.inParentheses("(a = ')(')")).isEqualTo("(a = ')(')");
        assertThat(Expression.inParentheses("(a = 'it''s )')")).isEqualTo("(a = 'it''s )')");
        assertThat(Expression.inParentheses("(\"odd)\" > 0)")).isEqualTo("(\"odd)\" > 0)");
    }
}
