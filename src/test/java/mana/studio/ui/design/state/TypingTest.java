package mana.studio.ui.design.state;

import static mana.studio.testing.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import mana.studio.design.Edits;
import mana.studio.schema.Table;
import org.junit.jupiter.api.Test;

class TypingTest {
    private final Table users = table("auth", "users")
            .notNull("id", "uuid")
            .column("email", "text")
            .primaryKey("id")
            .unique("email")
            .build();
    private final PlainSession session = new PlainSession(users);
    private final Typing typing = new Typing(session.designing());

    @Test
    void isOneStepHoweverManyLetters() {
        type("m");
        type("ma");
        type("mail");

        assertThat(session.columns(users)).containsExactly("id", "mail");
        session.designing().undo();
        assertThat(session.now().isEmpty()).isTrue();
        assertThat(session.now().undoable()).isEmpty();
    }

    @Test
    void takesNothingAlongThatItPassesBy() {
        type("id");
        type("ide");

        assertThat(session.columns(users)).containsExactly("id", "ide");
        assertThat(session.table(users).primaryKey().orElseThrow().columns()).containsExactly("id");
    }

    @Test
    void leavesNoStepWhereItEndsAsItBegan() {
        type("emai");
        type("email");

        assertThat(session.now().isEmpty()).isTrue();
        assertThat(session.now().undoable()).isEmpty();
    }

    @Test
    void goesOnFromWhatSomebodyElseDid() {
        type("mail");
        session.edit(database -> Edits.rename(database, users.id(), "people"));
        type("mails");

        assertThat(session.columns(users)).containsExactly("id", "mails");
        assertThat(session.table(users).name().name()).isEqualTo("people");
    }

    @Test
    void takesBackOnlyItsOwn() {
        type("mail");
        assertThat(typing.cancel()).isTrue();
        assertThat(session.now().isEmpty()).isTrue();

        type("mail");
        session.edit(database -> Edits.rename(database, users.id(), "people"));
        assertThat(typing.cancel()).isFalse();
        assertThat(session.columns(users)).containsExactly("id", "mail");
    }

    private void type(String name) {
        typing.type(
                "Rename",
                sketch -> sketch.with(
                        database -> Edits.renameColumn(database, users.id(), PlainSession.id(users, "email"), name)));
    }
}
