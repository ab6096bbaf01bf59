package mana.studio.safety.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import mana.studio.connection.Cancellation;
import mana.studio.safety.preflight.Answer.Reason;
import mana.studio.safety.preflight.Question.Range;
import mana.studio.schema.QualifiedName;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;

/// Counts on a table whose rows are known.
class PreflightTest {
    private static final QualifiedName T = new QualifiedName("public", "Odd rows");
    private static final QualifiedName P = new QualifiedName("public", "parents");

    private final TestDatabase database = TestServer.freshDatabase()
            .run("""
                    CREATE TYPE mood AS ENUM ('good', 'bad', 'odd');
                    CREATE TABLE parents (a int, b int, PRIMARY KEY (a, b));
                    INSERT INTO parents VALUES (1, 1);
                    CREATE TABLE "Odd rows" (
                      id int PRIMARY KEY, n int, a int, b int, name text, amount numeric, at timestamp, token text,
                      m mood, ms mood[]);
                    INSERT INTO "Odd rows" VALUES
                      (1, 1, 1, 1, 'short', 1.25, '2024-01-02', '7d444840-9dc0-11d1-b245-5ffdce74fad2', 'good', '{}'),
                      (2, NULL, 1, NULL, 'longer than', 70000, '2024-01-02 03:04', 'no token', 'bad', '{good,bad}'),
                      (3, 1, 2, 2, 'blanks      ', -1, NULL, NULL, 'odd', '{odd}'),
                      (4, 4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)""");
    private final Cancellation cancellation = new Cancellation();

    private List<Answer> ask(Question... questions) throws SQLException {
        return new Preflight(database.source(), Duration.ofSeconds(10)).ask(List.of(questions), cancellation);
    }

    private void found(Question question, String... ids) throws SQLException {
        assertThat(ask(question))
                .containsExactly(new Answer.Counted(
                        question, ids.length, List.of("id"), List.of(ids).stream().map(List::of).toList()));
    }

    @Test
    void findsWhatMakesConstraintsFail() throws SQLException {
        found(new Question.Nulls(T, List.of("n")), "2");
        found(new Question.Nulls(T, List.of("a", "b")), "2", "4");
        found(new Question.Violators(T, "amount > 0"), "3");
        found(new Question.Orphans(T, List.of("a", "b"), P, List.of("a", "b"), false), "3");
        found(new Question.Orphans(T, List.of("a", "b"), P, List.of("a", "b"), true), "2", "3");
    }

    @Test
    void findsDuplicates() throws SQLException {
        Question one = Question.Duplicates.ofColumns(T, List.of("n"), false);
        assertThat(ask(one)).containsExactly(new Answer.Counted(one, 2, List.of("n"), List.of(List.of("1"))));
        Question nulls = Question.Duplicates.ofColumns(T, List.of("at"), true);
        assertThat(ask(nulls)).extracting(answer -> ((Answer.Counted) answer).count()).containsExactly(2L);
        Question expression = new Question.Duplicates(T, List.of("n % 3"), "n > 1", false);
        assertThat(ask(expression)).containsExactly(new Answer.Counted(expression, 0, List.of("n % 3"), List.of()));
    }

    @Test
    void findsValuesThatDoNotFit() throws SQLException {
        found(new Question.TooLong(T, "name", 6), "2");
        found(new Question.OutOfRange(T, "amount", Range.Whole.SMALLINT), "2");
        found(new Question.OutOfRange(T, "amount", new Range.Digits(4, 1)), "2");
        found(new Question.Rounded(T, "amount", 1), "1");
        found(new Question.Changed(T, "at", "at::date", "timestamp"), "2");
    }

    @Test
    void findsValuesThatCannotBeConverted() throws SQLException {
        found(new Question.Inconvertible(T, "token", "token::uuid", "uuid"), "2");
        found(new Question.Inconvertible(T, "token", "token::uuid", null), "2");
        found(new Question.Inconvertible(T, "name", "upper(name)::char(3)::text", null));
        found(new Question.Inconvertible(T, "amount", "amount::int::smallint", null), "2");
    }

    @Test
    void findsUsesOfLabels() throws SQLException {
        found(new Question.UsesLabels(T, "m", false, List.of("bad", "odd")), "2", "3");
        found(new Question.UsesLabels(T, "ms", true, List.of("bad")), "2");
    }

    @Test
    void countsWhatIsDropped() throws SQLException {
        found(new Question.Rows(T), "1", "2", "3", "4");
        found(new Question.Values(T, "at"), "1", "2");
        database.run("CREATE TABLE keyless AS SELECT g FROM generate_series(1, 9) g");
        Answer.Counted rows = (Answer.Counted)
                ask(new Question.Rows(new QualifiedName("public", "keyless"))).getFirst();
        assertThat(rows.count()).isEqualTo(9);
        assertThat(rows.named()).containsExactly("ctid");
        assertThat(rows.samples()).hasSize(5);
    }

    @Test
    void goesOnAfterAQuestionItCannotAnswer() throws SQLException {
        Question slow = new Question.Violators(T, "pg_sleep(30) IS NULL");
        Question wrong = new Question.Values(T, "nothing");
        Question good = new Question.Nulls(T, List.of("n"));
        List<Answer> answers =
                new Preflight(database.source(), Duration.ofMillis(100)).ask(List.of(slow, wrong, good), cancellation);
        assertThat(answers.get(0)).isInstanceOfSatisfying(
                Answer.Unknown.class, answer -> assertThat(answer.reason()).isEqualTo(Reason.TOO_LONG));
        assertThat(answers.get(1)).isInstanceOfSatisfying(
                Answer.Unknown.class, answer -> assertThat(answer.reason()).isEqualTo(Reason.REFUSED));
        assertThat(answers.get(2)).isInstanceOf(Answer.Counted.class);
    }

    @Test
    void doesNotWaitForWhoChangesTheTable() throws SQLException {
        try (Connection other = database.source().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE \"Odd rows\"");
            assertThat(ask(new Question.Rows(T)).getFirst()).isInstanceOfSatisfying(
                    Answer.Unknown.class, answer -> assertThat(answer.reason()).isEqualTo(Reason.LOCKED));
        }
    }

    @Test
    void writesNothing() throws SQLException {
        database.run("CREATE FUNCTION clear() RETURNS boolean LANGUAGE sql AS 'DELETE FROM \"Odd rows\"; SELECT false'");
        assertThat(ask(new Question.Violators(T, "clear()")).getFirst()).isInstanceOf(Answer.Unknown.class);
        assertThatThrownBy(() -> new Question.Violators(T, "true); COMMIT; DROP TABLE x; SELECT (1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Question.Violators(T, "true) OR (1 = 1 --"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsWhenAsked() {
        cancellation.request();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> ask(new Question.Rows(T)));
    }
}
