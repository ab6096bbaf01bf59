package mana.studio.safety.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.plan.Planner;
import mana.studio.schema.Database;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;

/// What is asked before real changes, and what a real server answers.
class QuestionsTest {
    private static final String BEFORE = """
        CREATE SCHEMA app;
        CREATE TYPE app.mood AS ENUM ('good', 'bad', 'odd');
        CREATE TABLE app.parents (id int PRIMARY KEY);
        INSERT INTO app.parents VALUES (1);
        CREATE TABLE app.t (
            id int PRIMARY KEY, a int, n int, name text, amount numeric, at timestamptz, token text, m app.mood);
        INSERT INTO app.t VALUES
            (1, 1, 1, 'short', 1.25, '2024-01-02 00:00Z', '7d444840-9dc0-11d1-b245-5ffdce74fad2', 'good'),
            (2, 2, NULL, 'longer than', 70000, '2024-01-02 03:04Z', 'no token', 'odd'),
            (3, 1, 1, NULL, NULL, NULL, NULL, NULL);
        """;

    private final TestDatabase database = TestServer.freshDatabase().run(BEFORE);
    private int copies;

    @Test
    void countsWhatConstraintsFailOn() throws Exception {
        assertThat(answers("ALTER TABLE app.t ALTER n SET NOT NULL")).containsExactly("1 row has NULL in n (id 2)");
        assertThat(answers("ALTER TABLE app.t ADD UNIQUE (a)"))
                .containsExactly("2 rows share the key a with another (a 1)");
        assertThat(answers("ALTER TABLE app.t ADD FOREIGN KEY (a) REFERENCES app.parents"))
                .containsExactly("1 row finds no row of app.parents by a (id 2)");
        assertThat(answers("ALTER TABLE app.t ADD CHECK (amount < 5)"))
                .containsExactly("1 row does not satisfy the check (id 2)");
        assertThat(answers("CREATE UNIQUE INDEX ON app.t (lower(name)) WHERE id > 1"))
                .containsExactly("No two rows share the key lower(name)");
        assertThat(answers("ALTER TABLE app.t DROP CONSTRAINT t_pkey; ALTER TABLE app.t ADD PRIMARY KEY (n)"))
                .contains("1 row has NULL in n (id 2)", "2 rows share the key n with another (n 1)");
        assertThat(answers("ALTER TABLE app.t ADD CHECK (amount < 5) NOT VALID"))
                .isEmpty();
    }

    @Test
    void countsWhatTypesDoNotHold() throws Exception {
        assertThat(answers("ALTER TABLE app.t ALTER name TYPE varchar(5)"))
                .containsExactly("1 value of name is longer than 5 (id 2)");
        assertThat(answers("ALTER TABLE app.t ALTER amount TYPE smallint"))
                .containsExactly(
                        "1 value of amount does not fit the new type (id 2)",
                        "1 value of amount would be rounded (id 1)");
        assertThat(answers("ALTER TABLE app.t ALTER amount TYPE numeric(4,1)"))
                .containsExactly(
                        "1 value of amount does not fit the new type (id 2)",
                        "1 value of amount would be rounded (id 1)");
        assertThat(answers("ALTER TABLE app.t ALTER id TYPE bigint"))
                .containsExactly("Every value of id fits the new type");
        assertThat(answers("ALTER TABLE app.t ALTER token TYPE uuid USING token::uuid"))
                .containsExactly("1 value of token cannot be converted (id 2)");
        assertThat(answers("ALTER TABLE app.t ALTER at TYPE date"))
                .containsExactly("1 value of at would be changed (id 2)");
    }

    @Test
    void countsWhatIsLost() throws Exception {
        assertThat(answers("ALTER TABLE app.t DROP COLUMN name")).containsExactly("2 rows have a value in name");
        assertThat(answers("DROP TABLE app.parents")).containsExactly("1 row is in app.parents");
        assertThat(answers("ALTER TABLE app.t ADD COLUMN x int NOT NULL")).containsExactly("3 rows are in app.t");
    }

    @Test
    void countsTheRowsThatUseAValueWhichGoes() throws Exception {
        assertThat(answers("""
            ALTER TYPE app.mood RENAME TO mood_old;
            CREATE TYPE app.mood AS ENUM ('good', 'bad');
            ALTER TABLE app.t ALTER m TYPE app.mood USING m::text::app.mood;
            DROP TYPE app.mood_old\
            """)).containsExactly("1 row uses 'odd' (id 2)");
    }

    @Test
    void asksUnderTheNamesOfNow() throws Exception {
        assertThat(answers("ALTER TABLE app.t RENAME COLUMN n TO number; ALTER TABLE app.t ALTER number SET NOT NULL"))
                .containsExactly("1 row has NULL in n (id 2)");
        assertThat(answers("ALTER TABLE app.t RENAME TO things; ALTER TABLE app.things ADD UNIQUE (a)"))
                .containsExactly("2 rows share the key a with another (a 1)");
        assertThat(answers("ALTER TABLE app.t RENAME COLUMN n TO number; ALTER TABLE app.t ADD CHECK (number > 0)"))
                .as("an expression over a name that is not there yet")
                .isEmpty();
    }

    /// A copy without rows keeps the server's identities, as a design keeps those of its base.
    private List<String> answers(String change) throws SQLException {
        String copy = database.name() + "_copy_" + copies++;
        TestServer.execute(
                TestServer.server().source("postgres"), "CREATE DATABASE " + copy + " TEMPLATE " + database.name());
        Database base = read(database);
        Database design =
                read(new TestDatabase(copy).run("TRUNCATE app.t, app.parents").run(change));
        Questions questions = new Questions(base, design);
        List<Question> asked = Planner.planDesign(base, design).statements().stream()
                .flatMap(statement -> questions.before(Objects.requireNonNull(statement.change())).stream())
                .toList();
        return new Preflight(database.source(), Duration.ofSeconds(10))
                .ask(asked, new Cancellation()).stream().map(AnswerWords::of).toList();
    }

    private static Database read(TestDatabase database) throws SQLException {
        return new CatalogReader(database.source()).read(new Cancellation()).database();
    }
}
