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
