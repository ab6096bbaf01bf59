package mana.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import mana.studio.catalog.CatalogJson;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectionString;
import mana.studio.schema.Database;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CliTest {
    private static TestDatabase database;
    private static String url;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void makeADatabase() {
        database = TestServer.freshDatabase()
                .run(
                        """
                        CREATE SCHEMA auth;
                        COMMENT ON SCHEMA auth IS 'Who may come in';
                        CREATE TYPE auth.role AS ENUM ('user', 'admin');
                        CREATE TABLE auth.users (id uuid PRIMARY KEY, role auth.role NOT NULL);
                        CREATE VIEW auth.admins AS SELECT id FROM auth.users WHERE role = 'admin';
                        CREATE SCHEMA credits;
                        CREATE PUBLICATION changes FOR TABLE auth.users;
                        """);
        url = ConnectionString.print(database.target());
    }

    @Test
    void printsASummary() {
        assertThat(run("inspect", "--url", url)).isZero();
        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "3 schemas, 1 table, 2 columns, 0 foreign keys",
                        "",
                        "auth  Who may come in",
                        "  users   table, 2 columns",
                        "  admins  view, 1 column",
                        "  enum role (user, admin)",
                        "",
                        "credits",
                        "  (empty)",
                        "",
                        "public  standard public schema",
                        "  (empty)",
                        "",
                        "Extensions: plpgsql 1.0",
                        "",
                        "Other objects",
                        "  publication: changes");
    }

    @Test
    void printsTheWholeModelAsJson() throws SQLException {
        assertThat(run("inspect", "--url", url, "--json")).isZero();
        JsonNode printed = CatalogJson.mapper().readTree(out.toString()).get("database");
        Database read =
                new CatalogReader(database.source()).read(new Cancellation()).database();
        assertThat(CatalogJson.mapper().treeToValue(printed, Database.class)).isEqualTo(read);
    }

    @Test
    void printsOnlyTheSchemasAskedFor() {
        assertThat(run("inspect", "--url", url, "--schemas", "credits,public")).isZero();
        assertThat(out.toString()).contains("credits").doesNotContain("users");
    }

    @Test
    void saysWhichSchemasThereAre() {
        assertThat(run("inspect", "--url", url, "--schemas", "auht")).isOne();
        assertThat(err.toString().lines())
                .containsExactly(
                        "There is no schema auht in " + database.name() + ".", "It has auth, credits, public.");
    }

    @Test
    void saysWhatToDoAboutAMissingDatabase() {
        assertThat(run("inspect", "--url", url.replace(database.name(), "nowhere"))).isOne();
        assertThat(err.toString()).startsWith("There is no database nowhere at ").doesNotContain("\tat ");
        assertThat(err.toString().lines()).hasSize(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void neverRepeatsAPassword() {
        assertThat(run("inspect", "--url", "postgres://me:s3cret@localhost:notaport/x")).isOne();
        assertThat(err.toString()).startsWith("The URL cannot be understood.").doesNotContain("s3cret");
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("inspect");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(run("inspetc")).isEqualTo(2);
        assertThat(err.toString()).contains("inspetc");
    }

    private int run(String... arguments) {
        return Cli.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    }
}
