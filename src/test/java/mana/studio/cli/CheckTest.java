package mana.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mana.studio.connection.ConnectionString;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CheckTest {
    private static final String HARMLESS = "CREATE TABLE t (id bigint PRIMARY KEY, v int);\n";
    private static final String DANGEROUS = "SELECT 1;\n\nDROP TABLE t;\n";

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
    void findsWhatIsDangerous() throws IOException {
        String file = file("a.sql", DANGEROUS);
        assertThat(run("check", file)).isEqualTo(2);
        assertThat(out.toString()).contains(file + ":3: danger: ").contains("2 statements, ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void findsNothingInAHarmlessScript() throws IOException {
        assertThat(run("check", file("a.sql", HARMLESS))).isZero();
    }

    @Test
    void readsAFolderInOrder() throws IOException {
        file("0001_second.sql", "ALTER TABLE t ADD w int;\n");
        file("0000_first.sql", HARMLESS);
        file("notes.txt", "DROP TABLE t;");
        run("check", folder.toString(), "--format", "json");
        JsonNode files = Json.MAPPER.readTree(out.toString()).get("files");
        assertThat(files).extracting(node -> Path.of(node.get("file").stringValue()).getFileName().toString())
                .containsExactly("0000_first.sql", "0001_second.sql");
        assertThat(files.get(1).get("statements").get(0).get("command").stringValue()).isEqualTo("ALTER TABLE");
    }

    @Test
    void looksAtTheDatabase() throws IOException {
        TestDatabase database = TestServer.freshDatabase().run("CREATE TABLE t (id int PRIMARY KEY, v int)");
        run("check", file("a.sql", "ALTER TABLE t ADD UNIQUE (v);"), "--url", ConnectionString.print(database.target()),
                "--format", "json");
        JsonNode statement = Json.MAPPER.readTree(out.toString()).at("/files/0/statements/0");
        assertThat(statement.get("locks").get("public.t").stringValue()).isEqualTo("ACCESS EXCLUSIVE");
        assertThat(statement.get("scans").get(0).stringValue()).isEqualTo("public.t");
    }

    @Test
    void annotatesOnGithub() throws IOException {
        String file = file("a.sql", DANGEROUS);
        run("check", file, "--format", "github");
        assertThat(out.toString().lines()).anyMatch(line -> line.startsWith("::error file=" + file + ",line=3,endLine=3,title="));
        assertThat(out.toString().lines()).allMatch(line -> line.startsWith("::"));
    }

    @Test
    void printsSarif() throws IOException {
        String file = file("a.sql", DANGEROUS);
        run("check", file, "--format", "sarif");
        JsonNode run = Json.MAPPER.readTree(out.toString()).at("/runs/0");
        assertThat(run.at("/tool/driver/name").stringValue()).isEqualTo("mana-studio");
        assertThat(run.get("results")).anySatisfy(result -> {
            assertThat(result.get("level").stringValue()).isEqualTo("error");
            assertThat(result.at("/locations/0/physicalLocation/region/startLine").intValue()).isEqualTo(3);
        });
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(run("check", folder.resolve("none.sql").toString())).isOne();
        assertThat(run("check", folder.toString())).isOne();
        assertThat(run("check", file("a.sql", HARMLESS), "--format", "xml")).isOne();
        assertThat(run("check", file("a.sql", HARMLESS), "--pg", "3")).isOne();
        assertThat(out.toString()).isEmpty();
        assertThat(run("check", file("b.sql", "CRATE TABLE t ();"))).isEqualTo(2);
        assertThat(out.toString()).contains("b.sql:1: danger: ");
    }
}
