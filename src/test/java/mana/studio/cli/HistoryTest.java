package mana.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import mana.studio.connection.ConnectionString;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HistoryTest {
    private static String url = "";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void makeADatabase() {
        url = ConnectionString.print(TestServer.freshDatabase().run("""
            CREATE SCHEMA drizzle;
            CREATE TABLE drizzle.__drizzle_migrations
                (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
            INSERT INTO drizzle.__drizzle_migrations (hash, created_at)
            VALUES ('another', 1795173122000);\
            """).target());
    }

    @BeforeEach
    void makeAProject() throws IOException {
        file("a/drizzle.config.ts", "export default defineConfig({ dialect: 'postgresql', out: './sql' });");
        file("a/sql/meta/_journal.json", """
            {"version": "7", "dialect": "postgresql", "entries": [
              {"idx": 0, "version": "7", "when": 1795173020000, "tag": "0000_one", "breakpoints": true},
              {"idx": 1, "version": "7", "when": 1795173222000, "tag": "0001_two", "breakpoints": true}]}\
            """);
        file("a/sql/0000_one.sql", "SELECT 1;");
        file("a/sql/0001_two.sql", "SELECT 2;");
        String snapshot = "{\"version\": \"7\", \"dialect\": \"postgresql\", \"id\": \"%s\", \"prevId\": \"%s\"}";
        String first = "00000000-0000-0000-0000-000000000000";
        file("a/sql/meta/0000_snapshot.json", snapshot.formatted("one", first));
        file("a/sql/meta/0001_snapshot.json", snapshot.formatted("two", "one"));
    }

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int run(String... arguments) {
        return Cli.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    }

    /// A kill between the two renames: the new snapshot is there, and the journal does not know it.
    private Path killedWhileWriting() throws Exception {
        String snapshot = "{\"version\": \"7\", \"dialect\": \"postgresql\", \"id\": \"three\", \"prevId\": \"two\"}";
        file("a/sql/meta/0002_snapshot.json", snapshot);
        file("a/sql/.mana-studio.writing/new-1", "{}");
        String fingerprint = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(snapshot.getBytes(StandardCharsets.UTF_8)));
        file("a/sql/.mana-studio.writing/record.json", """
            {"placements": [
              {"staged": "new-0", "target": "meta/0002_snapshot.json", "fingerprint": "%s", "replaces": false},
              {"staged": "new-1", "target": "meta/_journal.json", "fingerprint": "%s", "replaces": true}],
             "made": [], "tags": ["0002_three"]}\
            """.formatted(fingerprint, "0".repeat(64)));
        return folder.resolve("a/sql/meta/0002_snapshot.json");
    }

    @Test
    void putsRightWhatAKilledStudioHasLeft() throws Exception {
        Path stray = killedWhileWriting();
        run("history", "--url", url, "--migrations", folder.resolve("a/sql").toString());
        assertThat(err.toString()).contains("was stopped while it wrote 0002_three", "the folder is as before");
        assertThat(stray).doesNotExist();
        assertThat(folder.resolve("a/sql/.mana-studio.writing")).doesNotExist();

        stray = killedWhileWriting();
        run("migrate", "--url", url, "--migrations", folder.resolve("a/sql").toString(), "--dry-run", "--json");
        assertThat(err.toString().split("was stopped while", -1)).hasSize(3);
        assertThat(stray).doesNotExist();
    }

    @Test
    void saysWhatWillBeSkipped() {
        int code = run("history", "--url", url, "--project", folder.toString(), "--order", "a");
        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains("The next migrate runs 1 migration and passes over 1 migration.")
                .contains("rewritten  0000_one")
                .contains("pending    0001_two")
                .contains("a: runs 0001_two");
    }

    @Test
    void printsJson() {
        int code = run(
                "history", "--url", url, "--migrations", folder.resolve("a/sql").toString(), "--json");
        assertThat(code).isEqualTo(1);
        JsonNode service = Json.MAPPER.readTree(out.toString()).get("services").get(0);
        assertThat(service.get("name").asString()).isEqualTo("a");
        assertThat(service.get("next").get("runs").get(0).asString()).isEqualTo("0001_two");
        assertThat(service.get("entries").get(1).get("state").asString()).isEqualTo("pending");
    }

    @Test
    void isContentWhereNothingIsWrong() throws IOException {
        int code = run(
                "history",
                "--url",
                url,
                "--migrations",
                folder.resolve("a/sql").toString(),
                "--table",
                "other.__books");
        assertThat(out.toString()).contains("There is no other.__books: no migrator was here yet.");
        assertThat(code).isZero();
    }

    @Test
    void refusesAFolderWithoutMigrations() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        int code = run(
                "history", "--url", url, "--project", folder.resolve("empty").toString());
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("There are no migrations in");
    }
}
