package mana.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mana.studio.connection.ConnectionString;
import mana.studio.locks.Scene;
import mana.studio.locks.Scene.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocksTest {
    private static final String LOCK = "SELECT pg_advisory_lock(987654321)";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Scene scene;

    @BeforeEach
    void open() throws SQLException {
        scene = Scene.fresh();
    }

    @AfterEach
    void close() throws SQLException {
        scene.close();
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("locks", "--url", ConnectionString.print(scene.server().target(scene.database()))));
        arguments.addAll(Arrays.asList(options));
        return Cli.run(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    private String strict() throws IOException {
        Path file = folder.resolve("strict.json");
        Files.writeString(file, "{\"idleWanted\": {\"yellow\": 0, \"red\": 0}}");
        return file.toString();
    }

    @Test
    void saysThatNothingIsHeld() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains(scene.database() + " as postgres").contains("Nothing is held here.");
    }

    @Test
    void saysWhoHoldsWhoWaitsAndWhatToDo() throws SQLException, IOException {
        Actor holder = scene.open("old\u001b[2J-migrate").run(LOCK);
        Actor waiter = scene.open("new-migrate");
        waiter.blocks(LOCK);
        scene.open("quiet").run("SELECT pg_advisory_lock(-1, 42)");

        assertThat(run("--thresholds", strict())).isEqualTo(1);

        assertThat(out.toString())
                .contains("STUCK   987654321  mana-auth migrations  " + scene.database() + "  idle")
                .contains("holder  pid " + holder.pid())
                .contains("waiter  pid " + waiter.pid() + "  new-migrate, postgres")
                .contains("mana-studio locks release --key=987654321 --pid " + holder.pid() + " --backend-start '20")
                .contains("normal  (-1, 42)  " + scene.database() + "  Held by quiet")
                .doesNotContain("\u001b")
                .doesNotContain("SELECT");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void showsStatementsWhereTheyAreAskedFor() throws SQLException, IOException {
        scene.open("old").run(LOCK);
        scene.open("new").blocks(LOCK);

        run("--queries", "--thresholds", strict());

        assertThat(out.toString()).contains(LOCK);
    }

    @Test
    void writesJsonForScripts() throws SQLException {
        scene.open("old").run(LOCK);

        assertThat(run("--json")).isZero();

        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.at("/format").asString()).isEqualTo("lock-incident/1");
        assertThat(json.at("/locks/0/key").asString()).isEqualTo("987654321");
        assertThat(json.at("/locks/0/name").asString()).isEqualTo("mana-auth migrations");
        assertThat(json.at("/locks/0/nameSource").asString()).isEqualTo("registry");
        assertThat(json.at("/locks").size()).isEqualTo(1);
    }

    @Test
    void showsOtherDatabasesOnlyWhereAsked() throws SQLException {
        try (Scene other = Scene.fresh()) {
            other.open("elsewhere").run("SELECT pg_advisory_lock(555000555)");

            run();
            assertThat(out.toString()).contains("--all-databases shows").doesNotContain("555000555");
            run("--all-databases");
            assertThat(out.toString()).contains("555000555  " + other.database());
        }
    }

    @Test
    void namesLocksByTheProject() throws SQLException, IOException {
        Files.writeString(folder.resolve("migrate.ts"), "const MIGRATION_LOCK_ID = 4455667788;\n");
        scene.open("old").run("SELECT pg_advisory_lock(4455667788)");

        run("--json", "--project", folder.toString());

        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.at("/locks/0/nameSource").asString()).isEqualTo("project");
    }

    @Test
    void watchesUntilItIsEnded() throws Exception {
        scene.open("old").run(LOCK);
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread watching = Thread.ofVirtual().start(() -> code.complete(run("--watch")));
        scene.await("two looks", _ -> out.toString().split("mana-auth migrations", -1).length > 2);
        watching.interrupt();

        assertThat(code.get()).isZero();
        scene.awaitTrue(
                "SELECT count(*) = 0 FROM pg_stat_activity WHERE application_name LIKE '%incident' AND datname = '"
                        + scene.database() + "'");
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        Path file = folder.resolve("broken.json");
        Files.writeString(file, "{");
        assertThat(run("--thresholds", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be read").contains("in seconds");
        assertThat(Cli.run(
                        List.of("locks", "--url", "postgres://postgres@localhost:1/none"),
                        new PrintWriter(out),
                        new PrintWriter(err)))
                .isEqualTo(2);
        assertThat(err.toString()).contains("localhost:1");
    }

    @Test
    void saysInItsHelpWhatItsExitCodesMean() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("1   at least one of the locks shown is stuck")
                .contains("--watch");
    }
}
