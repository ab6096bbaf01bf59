package mana.studio.ui.structure;

import static org.assertj.core.api.Assertions.assertThat;

import mana.studio.schema.QualifiedName;
import org.junit.jupiter.api.Test;

class MentionsTest {
    @Test
    void findsQualifiedNamesWhereverTheyAreCodeAndNotText() {
        assertThat(Mentions.in("""
                        SELECT u.id FROM Auth.Users u JOIN "Other"."T ""x""\" t ON t.id = u.id -- hidden.comment
                        WHERE note <> 'hidden.text'
                        """))
                .contains(new QualifiedName("auth", "users"), new QualifiedName("Other", "T \"x\""))
                .doesNotContain(new QualifiedName("hidden", "comment"), new QualifiedName("hidden", "text"));
    }

    @Test
    void looksIntoTheBodiesOfFunctions() {
        assertThat(Mentions.in("CREATE FUNCTION a.f() AS $x$ BEGIN PERFORM b.g(); END $x$"))
                .containsExactlyInAnyOrder(new QualifiedName("a", "f"), new QualifiedName("b", "g"));
    }
}
