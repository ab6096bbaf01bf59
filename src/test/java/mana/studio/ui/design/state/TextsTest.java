package mana.studio.ui.design.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mana.studio.schema.Index.Key;
import mana.studio.schema.QualifiedName;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void readsOptionsAsTheyAreTyped() {
        assertThat(Texts.options("fillfactor = 70,autovacuum_enabled=false ,"))
                .containsExactly("fillfactor=70", "autovacuum_enabled=false");
        assertThat(Texts.noOptions("fillfactor=70")).isEmpty();
        assertThat(Texts.noOptions("fillfactor")).isEqualTo("“fillfactor” is not of the form name=value.");
        assertThat(Texts.noOptions("")).isEmpty();
    }

    @Test
    void saysWhyATextIsNoNumber() {
        assertThat(Texts.noLong("12")).isEmpty();
        assertThat(Texts.noLong("12a")).isEqualTo("A whole number is needed.");
        assertThat(Texts.noNumber("20000", 0, 10_000)).isEqualTo("It must be from 0 to 10000.");
    }

    @Test
    void saysWhatNeedsANewerServer() {
        assertThat(Texts.since(180_001, 18)).isEmpty();
        assertThat(Texts.since(140_009, 15)).isEqualTo("It needs PostgreSQL 15; this is 14.");
    }

    @Test
    void takesNamesApartAsTheServerDoes() {
        assertThat(QualifiedText.parts("auth.\"User.s\"")).isEqualTo(List.of("auth", "User.s"));
        assertThat(QualifiedText.parts("Auth.Users")).isEqualTo(List.of("auth", "users"));
        assertThat(QualifiedText.parts("\"a\"\"b\"")).isEqualTo(List.of("a\"b"));
        assertThat(QualifiedText.parts(" ")).isEmpty();
    }

    @Test
    void writesCollationsAsTheyAreRead() {
        assertThat(Collations.parse("\"C\"")).isEqualTo(new QualifiedName("pg_catalog", "C"));
        assertThat(Collations.text(new QualifiedName("pg_catalog", "C"))).isEqualTo("\"C\"");
        assertThat(Collations.parse("public.nocase")).isEqualTo(new QualifiedName("public", "nocase"));
        assertThat(Collations.parse("")).isNull();
    }

    @Test
    void putsWhatBeginsWithTheLettersFirst() {
        List<Choice> choices =
                List.of(Choice.of("public.notes", ""), Choice.of("auth.users", ""), Choice.of("users_old", ""));

        assertThat(Choice.matching(choices, "users"))
                .extracting(Choice::text)
                .containsExactly("auth.users", "users_old");
        assertThat(Choice.matching(choices, "note")).extracting(Choice::text).containsExactly("public.notes");
    }

    @Test
    void ordersKeysAsSqlDoes() {
        Key key = Proposals.key("a");

        assertThat(KeyOrder.of(key)).isEqualTo(KeyOrder.ASCENDING);
        Key descending = KeyOrder.DESCENDING.put(key);
        assertThat(descending.descending()).isTrue();
        assertThat(descending.nullsFirst()).isTrue();
        assertThat(KeyOrder.of(KeyOrder.DESCENDING_NULLS_LAST.put(key)).toString())
                .isEqualTo("desc nulls last");
    }

    @Test
    void readsRoles() {
        assertThat(Constraints.roles("public, mana_app ,")).containsExactly("PUBLIC", "mana_app");
    }
}
