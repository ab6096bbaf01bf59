package mana.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mana.studio.connection.ConnectionString;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class MigrateTest {
    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestServer.freshDatabase();
    }

    private int migrate(String... more) {
        String url = ConnectionString.print(database.target());
        List<String> words = new ArrayList<>(List.of(
                "migrate",
                "--url",
                url,
                "--migrations",
                home.resolve("mana-auth").toString()));
        words.addAll(List.of(more));
        return Cli.run(words, new PrintWriter(out), new PrintWriter(err));
    }

    private void write(String... sql) throws IOException {
        Path folder = Files.createDirectories(home.resolve("mana-auth/meta")).getParent();
        StringBuilder entries = new StringBuilder();
        for (int at = 0; at < sql.length; at++) {
            Files.writeString(folder.resolve("000" + at + "_m.sql"), sql[at]);
            entries.append(at == 0 ? "" : ",").append("{\"tag\":\"000" + at + "_m\",\"when\":" + (at + 1) + "}");
        }
        Files.writeString(folder.resolve("meta/_journal.json"), "{\"entries\":[" + entries + "]}");
    }

    private String ask(String sql) throws Exception {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /// Without the time of day.
    private List<String> lines(StringWriter from) {
        return from.toString()
                .lines()
                .map(line -> line.replaceFirst("^..:..(:..)?  ", ""))
                .toList();
    }

    @Test
    void runsWhatIsPending() throws Exception {
        write("CREATE TABLE a (x int)", "CREATE TABLE b (x int); CREATE TABLE c (x int)");
        assertThat(migrate()).isZero();
        List<String> said = lines(out);
        assertThat(said)
                .contains(
                        "Took advisory lock 987654321",
                        "2 migrations pending",
                        "Running 0000_m, 1 statement",
                        "Running 0001_m, 2 statements",
                        "Released advisory lock 987654321");
        assertThat(said.getLast()).startsWith("Applied 2 migrations in ");
        assertThat(migrate("--json")).isZero();
    }

    @Test
    void saysWhatItWouldRun() throws Exception {
        write("CREATE TABLE a (x int);\n--> statement-breakpoint\nCREATE INDEX CONCURRENTLY i ON a (x)");
        assertThat(migrate("--dry-run")).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("would run 0000_m, 2 statements\nall in one transaction\nwill fail (25001): 0000_m:3: ");
        assertThat(migrate("--dry-run", "--commit-between")).isZero();
        assertThat(ask("SELECT to_regnamespace('drizzle')")).isNull();
        assertThat(migrate("--commit-between")).isZero();
        assertThat(ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void saysWhatFailedAndWhere() throws Exception {
        write("CREATE TABLE a (x int)", "\n\nALTER TABLE nobody ADD y int");
        assertThat(migrate("--lock-id", "7")).isEqualTo(1);
        assertThat(lines(err))
                .containsExactly("0001_m.sql, line 3, statement 1 failed: 42P01 relation \"nobody\""
                        + " does not exist. Everything was rolled back.");
        out.getBuffer().setLength(0);
        assertThat(migrate("--lock-id", "7", "--json")).isEqualTo(1);
        JsonNode told = JsonMapper.shared().readTree(out.toString());
        assertThat(told.path("outcome").asString()).isEqualTo("failed");
        assertThat(told.path("lockId").asInt()).isEqualTo(7);
        assertThat(told.path("failed").path("sqlState").asString()).isEqualTo("42P01");
        assertThat(told.path("failed").path("undone").asBoolean()).isTrue();
    }

    @Test
    void givesUpWhereTheLockIsHeldAndSaysByWhom() throws Exception {
        write("CREATE TABLE a (x int)");
        try (Connection other = database.source().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SET application_name = 'mana-auth-migrate'; SELECT pg_advisory_lock(987654321)");
            assertThat(migrate("--timeout", "0")).isEqualTo(1);
            assertThat(err.toString()).contains("(mana-auth-migrate, idle for ", "It is free when that session ends");
        }
    }

    @Test
    void hasNothingToDoWithoutAJournal() throws Exception {
        Files.createDirectories(home.resolve("mana-auth"));
        assertThat(migrate()).isZero();
        assertThat(out.toString()).contains("There are no migrations yet");
    }

    /// Ctrl-C reaches the server, gives the lock back and leaves nothing behind.
    @Test
    void stopsWhenInterrupted() throws Exception {
        write("CREATE TABLE a (x int);\n--> statement-breakpoint\nSELECT pg_sleep(50)");
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Dmana.studio.home=" + home.resolve("studio"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "mana.studio.Main",
                        "migrate",
                        "--url",
                        ConnectionString.print(database.target()),
                        "--migrations",
                        home.resolve("mana-auth").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said").toFile())
                .start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
            while (ask("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(50)%' AND state = 'active'"
                            + " AND pid <> pg_backend_pid() AND datname = current_database()")
                    .equals("0")) {
                assertThat(System.nanoTime())
                        .as(Files.readString(home.resolve("said")))
                        .isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(50);
            }
            new ProcessBuilder("kill", "-INT", String.valueOf(program.pid()))
                    .start()
                    .waitFor();
            assertThat(program.waitFor(15, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(Files.readString(home.resolve("said")))
                .contains("Rolled back", "Released advisory lock 987654321", "Stopped. Everything was rolled back.");
        assertThat(ask("SELECT to_regclass('a')")).isNull();
    }
}
