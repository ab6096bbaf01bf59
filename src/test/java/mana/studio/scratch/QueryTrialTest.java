package mana.studio.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import mana.studio.connection.Cancellation;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.scratch.QueryTrial.Outcome;
import org.junit.jupiter.api.Test;

class QueryTrialTest {
    private static final QualifiedName VIEW = new QualifiedName("app", "people");

    @Test
    void tellsTheColumnsAndHowTheServerWritesTheQuery() throws ScratchException {
        try (QueryTrial trial = new QueryTrial()) {
            Outcome outcome =
                    trial.run(around(), VIEW, "select id, email::varchar(20) e from app.users", new Cancellation());

            Outcome.Fine fine = (Outcome.Fine) outcome;
            assertThat(fine.view().columns()).extracting(Column::name).containsExactly("id", "e");
            assertThat(fine.view().columns().getLast().type().sql()).isEqualTo("character varying(20)");
            assertThat(fine.view().definition()).startsWith("SELECT id,");
        }
    }

    @Test
    void knowsThatAKeyGroupsItsTable() throws ScratchException {
        try (QueryTrial trial = new QueryTrial()) {
            assertThat(trial.run(around(), VIEW, "SELECT id, email FROM app.users GROUP BY id", new Cancellation()))
                    .isInstanceOf(Outcome.Fine.class);
        }
    }

    @Test
    void saysWhatIsWrongAndWhere() throws ScratchException {
        try (QueryTrial trial = new QueryTrial()) {
            Database around = around();
            Outcome.Wrong wrong = wrong(trial, around, "SELECT 'ü', nme FROM app.users");
            assertThat(wrong.failure().message()).isEqualTo("column \"nme\" does not exist");
            assertThat(wrong.start()).isEqualTo(12);

            assertThat(wrong(trial, around, "").failure().message()).isEqualTo("A query is needed.");
            assertThat(wrong(trial, around, "SELECT 1; DROP TABLE app.users")
                            .failure()
                            .message())
                    .isEqualTo("A view is one query; this is more.");
            assertThat(wrong(trial, around, "SELECT 1 FORM x").start()).isEqualTo(14);
            // And after all of that it still works.
            assertThat(trial.run(around, VIEW, "SELECT id FROM app.users", new Cancellation()))
                    .isInstanceOf(Outcome.Fine.class);
        }
    }

    @Test
    void looksAgainWhenWhatIsAroundChanges() throws ScratchException {
        try (QueryTrial trial = new QueryTrial()) {
            assertThat(trial.run(around(), VIEW, "SELECT name FROM app.users", new Cancellation()))
                    .isInstanceOf(Outcome.Wrong.class);
            Database changed = Scratch.read(
                    "CREATE SCHEMA app; CREATE TABLE app.users (id integer, name text);", new Cancellation());
            assertThat(trial.run(changed, VIEW, "SELECT name FROM app.users", new Cancellation()))
                    .isInstanceOf(Outcome.Fine.class);
        }
    }

    private static Outcome.Wrong wrong(QueryTrial trial, Database around, String query) throws ScratchException {
        return (Outcome.Wrong) trial.run(around, VIEW, query, new Cancellation());
    }

    private static Database around() throws ScratchException {
        return Scratch.read("""
            CREATE SCHEMA app;
            CREATE TABLE app.users (id integer PRIMARY KEY, email text CHECK (email <> ''));
            CREATE INDEX ON app.users (email);
            """, new Cancellation());
    }
}
