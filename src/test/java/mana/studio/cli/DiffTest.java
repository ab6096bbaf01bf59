package mana.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.connection.ConnectionString;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DiffTest {
    private static final String BEFORE = "CREATE TABLE users (id text PRIMARY KEY, name text, age int);";
    private static final String AFTER = "CREATE TABLE users (id text PRIMARY KEY, full_name text NOT NULL);";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private String file(String name, String sql) throws IOException {
        return Files.writeString(folder.resolve(name), sql).toString();
    }

    private int run(String... arguments) {
        return Cli.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void printsWhatTurnsAFileIntoAnother() throws IOException {
        String from = file("a.sql", BEFORE);
        String to = file("b.sql", AFTER);
        assertThat(run("diff", "--from", from, "--to", to, "--rename", "public.users.name=full_name")).isEqualTo(2);
        assertThat(out.toString())
                .contains("ALTER TABLE public.users RENAME COLUMN name TO full_name;\n")
                .contains("-- Loses data: ")
                .contains("DROP COLUMN age")
                .contains("-- Locks public.users ACCESS EXCLUSIVE; reads all of public.users")
                .contains("ALTER COLUMN full_name SET NOT NULL");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsAScriptThatRuns() throws IOException {
        TestDatabase database = TestServer.freshDatabase().run(BEFORE + "INSERT INTO users VALUES ('a', 'A', 1)");
        String url = ConnectionString.print(database.target());
        String to = file("b.sql", AFTER);
        assertThat(run("diff", "--from", url, "--to", to, "--rename", "public.users.name=full_name")).isEqualTo(2);
        database.run(out.toString());
        out.getBuffer().setLength(0);
        assertThat(run("diff", "--from", url, "--to", to)).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void countsTheRowsInTheWay() throws IOException {
        TestDatabase database = TestServer.freshDatabase()
                .run(BEFORE + "INSERT INTO users VALUES ('a', 'A', 1), ('b', NULL, NULL), ('c', NULL, 3)");
        String url = ConnectionString.print(database.target());
        String to = file("b.sql", AFTER);
        assertThat(run("diff", "--from", url, "--to", to, "--rename", "public.users.name=full_name", "--count"))
                .isEqualTo(2);
        assertThat(out.toString())
                .contains("-- Counted now: 2 rows have NULL in name")
                .contains("-- Counted now: 2 rows have a value in age");
        assertThat(run("diff", "--from", to, "--to", url, "--count")).isEqualTo(1);
        assertThat(err.toString()).contains("--from is to be its URL");
    }

    @Test
    void printsTheWayBack() throws IOException {
        String from = file("a.sql", BEFORE);
        String to = file("b.sql", AFTER);
        assertThat(run("diff", "--from", from, "--to", to, "--rename", "public.users.name=full_name", "--down"))
                .isEqualTo(2);
        assertThat(out.toString())
                .contains("-- Does not come back: ")
                .contains("RENAME COLUMN full_name TO name")
                .contains("ADD COLUMN age integer");
    }

    @Test
    void asksAboutRenames() throws IOException {
        assertThat(run("diff", "--from", file("a.sql", BEFORE), "--to", file("b.sql", AFTER))).isEqualTo(2);
        assertThat(out.toString()).contains("-- Perhaps renamed (").contains("--rename 'public.users.name=full_name'");
    }

    @Test
    void takesTheNumberOfRowsForEvidenceOfARename() {
        String shape = " (id int PRIMARY KEY, name text); INSERT INTO %1$s SELECT n, 'x' FROM generate_series(1, 500) n;"
                + "ANALYZE %1$s";
        TestDatabase one = TestServer.freshDatabase().run("CREATE TABLE users" + shape.formatted("users"));
        TestDatabase other = TestServer.freshDatabase().run("CREATE TABLE people" + shape.formatted("people"));
        assertThat(run(
                        "diff",
                        "--from",
                        ConnectionString.print(one.target()),
                        "--to",
                        ConnectionString.print(other.target())))
                .isEqualTo(2);
        assertThat(out.toString())
                .contains("-- Perhaps renamed (2 of 2 columns are the same, about as many rows): --rename"
                        + " 'public.users=people'");
    }

    @Test
    void printsJson() throws IOException {
        assertThat(run("diff", "--from", file("a.sql", BEFORE), "--to", file("b.sql", AFTER), "--json")).isEqualTo(2);
        JsonNode printed = Json.MAPPER.readTree(out.toString());
        assertThat(printed.get("statements")).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.get("sql").stringValue()).startsWith("ALTER TABLE public.users ");
            assertThat(statement.get("locks").get("public.users").stringValue()).isEqualTo("ACCESS EXCLUSIVE");
        });
        assertThat(printed.get("proposals").get(0).get("rename").stringValue()).isEqualTo("public.users.name=full_name");
    }

    @Test
    void printsTheSaferForm() throws IOException {
        String from = file("a.sql", "CREATE TABLE t (id bigint PRIMARY KEY, v int);");
        String to = file("b.sql", "CREATE TABLE t (id bigint PRIMARY KEY, v int); CREATE INDEX t_v_idx ON t (v);");
        assertThat(run("diff", "--from", from, "--to", to, "--safe", "--start", "2026-01-31")).isEqualTo(2);
        assertThat(out.toString())
                .startsWith("-- Phase 1 of 1: ")
                .contains(", not before 2026-01-31\n")
                .contains("\nCREATE INDEX CONCURRENTLY t_v_idx ON public.t USING btree (v);\n")
                .contains("and where there is a row: DROP INDEX CONCURRENTLY");
    }

    @Test
    void changesSmallTablesDirectlyInTheSaferFormToo() throws IOException {
        TestDatabase database = TestServer.freshDatabase().run(BEFORE + "ANALYZE");
        String to = file("b.sql", BEFORE + "CREATE INDEX users_age_idx ON users (age);");
        String url = ConnectionString.print(database.target());
        assertThat(run("diff", "--from", url, "--to", to, "--safe", "--start", "2026-01-31")).isEqualTo(2);
        assertThat(out.toString())
                .containsOnlyOnce("-- A transaction that ends with 55P03 (lock_not_available) is run again, up to 20")
                .contains("SET LOCAL lock_timeout = '2000ms';\nCREATE INDEX users_age_idx ")
                .doesNotContain("CONCURRENTLY");
    }

    @Test
    void printsTheSaferWayBack() throws IOException {
        String from = file("a.sql", BEFORE);
        String to = file("b.sql", AFTER);
        assertThat(run(
                        "diff", "--from", from, "--to", to, "--rename", "public.users.name=full_name", "--down",
                        "--safe", "--start", "2026-01-31"))
                .isEqualTo(2);
        assertThat(out.toString())
                .startsWith(
                        "-- Does not come back: all values of public.users.age\n\n-- A transaction that ends with")
                .contains("-- Phase 1 of ")
                .contains("-- When: at any time, not before 2026-01-31\n")
                .contains("ADD COLUMN age integer");
    }

    @Test
    void printsTheSaferFormAsJson() throws IOException {
        assertThat(run(
                        "diff", "--from", file("a.sql", BEFORE), "--to", file("b.sql", AFTER), "--safe", "--start",
                        "2026-01-31", "--json", "--rename", "public.users.name=full_name"))
                .isEqualTo(2);
        JsonNode printed = Json.MAPPER.readTree(out.toString());
        JsonNode first = printed.at("/phases/0");
        assertThat(first.get("name").stringValue()).isEqualTo("expand");
        assertThat(first.get("earliest").stringValue()).isEqualTo("2026-01-31");
        JsonNode step = first.at("/steps/0");
        assertThat(step.get("kind").stringValue()).isEqualTo("transaction");
        assertThat(step.get("lockTimeoutMillis").intValue()).isEqualTo(2000);
        assertThat(step.get("retries").intValue()).isEqualTo(20);
        assertThat(step.get("statements")).isNotEmpty();
        assertThat(printed.get("phases").valueStream()
                        .flatMap(phase -> phase.get("steps").valueStream())
                        .map(one -> one.get("kind").stringValue()))
                .contains("transaction", "batches");
        assertThat(printed.has("statements")).isFalse();
    }

    @Test
    void printsNothingWhereNothingDiffers() throws IOException {
        String from = file("a.sql", BEFORE);
        assertThat(run("diff", "--from", from, "--to", from)).isZero();
        assertThat(run("diff", "--from", from, "--to", from, "--safe")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void knowsThatAReplacedViewNeedsTheOldColumnNoLonger() throws IOException {
        String from = file("a.sql", "CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a AS x FROM t;");
        String to = file("b.sql", "CREATE TABLE t (b int); CREATE VIEW v AS SELECT b AS x FROM t;");
        assertThat(run("diff", "--from", from, "--to", to)).isEqualTo(2);
        assertThat(out.toString())
                .contains("CREATE OR REPLACE VIEW public.v ", "DROP COLUMN a")
                .doesNotContain("The server refuses");
    }

    @Test
    void saysOnceThatLocksAreWaitedForWithoutLimit() throws IOException {
        String from = file("a.sql", BEFORE);
        assertThat(run("diff", "--from", from, "--to", file("b.sql", AFTER))).isEqualTo(2);
        assertThat(out.toString())
                .containsOnlyOnce("-- No lock_timeout is set: ")
                .doesNotContain("Waits without limit");
        out.getBuffer().setLength(0);
        assertThat(run("diff", "--from", from, "--to", file("c.sql", BEFORE + "CREATE TABLE u ();"))).isEqualTo(2);
        assertThat(out.toString()).doesNotContain("lock_timeout");
    }

    @Test
    void refusesWhatMakesNoSense() throws IOException {
        String from = file("a.sql", BEFORE);
        String to = file("b.sql", AFTER);
        assertThat(said("--from", from, "--to", to, "--start", "2026-01-31"))
                .containsExactly("--start is the day of the first phase, and only --safe has phases.", "Add --safe.");
        assertThat(said("--from", "-", "--to", "-"))
                .containsExactly(
                        "Only one schema can come from standard input.", "Give the other as a file or URL.");
        assertThat(said("--from", "mysql://localhost/x", "--to", to))
                .startsWith("The URL cannot be understood.")
                .hasSize(2);
        assertThat(said("--from", from, "--to", to, "--safe", "--start", "tomorrow"))
                .startsWith("Invalid value for option '--start': tomorrow is no date such as 2026-01-31.");
        assertThat(said("--from", folder.toString(), "--to", to)).startsWith(folder + " is a folder.").hasSize(2);
        assertThat(said("--from", from, "--to", to, "--rename", "public.users.name=nowhere"))
                .containsExactly(
                        "The schema as it is to be has no public.users.nowhere.",
                        "The name after = is the one it has there.");
        assertThat(said("--from", from, "--to", to, "--rename", "public.users.name=id"))
                .containsExactly("The schema as it is has public.users.id already.", "Leave the rename out.");
        assertThat(said(
                        "--from", from, "--to", to, "--rename", "public.users.name=full_name", "--rename",
                        "public.users.age=full_name"))
                .containsExactly("Two renames end with public.users.full_name.", "Say one of them.");
        assertThat(out.toString()).isEmpty();
    }

    private List<String> said(String... options) {
        err.getBuffer().setLength(0);
        assertThat(run(Stream.concat(Stream.of("diff"), Stream.of(options)).toArray(String[]::new))).isOne();
        return err.toString().lines().toList();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        String good = file("a.sql", BEFORE);
        assertThat(run("diff", "--from", good, "--to", file("c.sql", "\nCRATE TABLE x ();"))).isOne();
        assertThat(err.toString()).contains("c.sql cannot be loaded: line 2: syntax error at or near \"CRATE\"");
        assertThat(run("diff", "--from", good, "--to", folder.resolve("none.sql").toString())).isOne();
        assertThat(run("diff", "--from", good, "--to", good, "--rename", "public.users.nme=x")).isOne();
        assertThat(run("diff", "--from", good, "--to", good, "--schemas", "nowhere")).isOne();
        assertThat(run("diff", "--from", good)).isOne();
        assertThat(out.toString()).isEmpty();
    }
}
