package mana.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mana.studio.connection.ConnectionString;
import mana.studio.convention.rule.Conventions;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LintTest {
    private static final String ADVICE = """
        CREATE SCHEMA auth;
        CREATE TABLE auth.api_keys (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            enabled boolean NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now());
        """;
    private static final String ERROR = ADVICE + "ALTER TABLE auth.api_keys ADD user_id uuid, ADD data json;";

    private static String url;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void makeADatabase() {
        TestDatabase database = TestServer.freshDatabase().run(ERROR);
        url = ConnectionString.print(database.target());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        return Cli.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void endsWithOneWhereAnErrorIsFound() {
        assertThat(run("lint", "--url", url)).isOne();
        assertThat(out.toString().lines())
                .contains(
                        "auth.api_keys.user_id: error: user_id is uuid; the ids of users are text. [user-id-text]",
                        "auth.api_keys.data: warning: data is json, not jsonb. [jsonb]",
                        "auth.api_keys.enabled: advice: enabled is a boolean; call it is_enabled. [boolean-name]")
                .last()
                .asString()
                .endsWith(": 1 error, 1 warning, 1 advice");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void endsWithZeroWhereOnlyAdviceIsGiven() throws IOException {
        String file = file("schema.sql", ADVICE);
        assertThat(run("lint", "--sql", file)).isZero();
        assertThat(out.toString()).contains("[boolean-name]").endsWith(file + ": 0 errors, 0 warnings, 1 advice\n");
    }

    @Test
    void looksOnlyWhereItIsAsked() {
        assertThat(run("lint", "--url", url, "--rule", "jsonb", "--rule", "boolean-name"))
                .isZero();
        assertThat(out.toString()).contains("[jsonb]", "[boolean-name]").doesNotContain("[user-id-text]");
        assertThat(run("lint", "--url", url, "--schemas", "public")).isZero();
    }

    @Test
    void keepsToASettingsFile() throws IOException {
        String settings = file("conventions.json", """
            {"everywhere": {
               "rules": {"boolean-name": false},
               "silenced": [{"rule": "user-id-text", "object": "auth.api_keys.user_id", "reason": "Legacy ids"}]},
             "connections": {"ci": {"schemas": {"auth": {"jsonb": false}}}}}
            """);
        assertThat(run("lint", "--url", url, "--settings", settings)).isZero();
        assertThat(out.toString()).contains("[jsonb]").endsWith("0 errors, 1 warning, 0 advice; 1 silenced\n");
        assertThat(run("lint", "--url", url, "--settings", settings, "--connection", "ci", "--silenced"))
                .isZero();
        assertThat(out.toString()).contains("[user-id-text] silenced: Legacy ids", "0 warnings");
        assertThat(settings).satisfies(path -> assertThat(Path.of(path)).exists());
    }

    @Test
    void knowsOtherServices() throws IOException {
        String services = file("services.json", "{\"services\": [{\"name\": \"other\", \"schemas\": [\"shop\"]}]}");
        run("lint", "--url", url, "--services", services, "--rule", "schema-owner");
        assertThat(out.toString()).contains("auth: warning: No service is registered as the owner of auth.");
    }

    @Test
    void printsJson() {
        assertThat(run("lint", "--url", url, "--json")).isOne();
        JsonNode root = Json.MAPPER.readTree(out.toString());
        assertThat(root.at("/counts/error").intValue()).isOne();
        assertThat(root.get("findings")).anySatisfy(finding -> {
            assertThat(finding.get("rule").stringValue()).isEqualTo("boolean-name");
            assertThat(finding.get("severity").stringValue()).isEqualTo("advice");
            assertThat(finding.get("object").stringValue()).isEqualTo("auth.api_keys.enabled");
            assertThat(finding.get("fix").stringValue()).isEqualTo("Rename enabled to is_enabled");
        });
    }

    @Test
    void annotatesOnGithub() throws IOException {
        String file = file("schema.sql", ERROR);
        assertThat(run("lint", "--sql", file, "--format", "github")).isOne();
        assertThat(out.toString().lines())
                .allMatch(line -> line.startsWith("::"))
                .anyMatch(line -> line.startsWith(
                        "::error file=" + file + ",title=user-id-text::auth.api_keys.user_id: user_id is uuid"));
    }

    @Test
    void tellsItsRules() {
        assertThat(run("lint", "--list")).isZero();
        assertThat(Conventions.ALL)
                .allSatisfy(rule -> assertThat(out.toString()).contains(rule.id() + " (", rule.reason()));
    }

    @Test
    void endsWithTwoWhereItCannotLook() throws IOException {
        assertThat(run("lint", "--url", "postgres://localhost:1/x")).isEqualTo(2);
        assertThat(run("lint", "--sql", folder.resolve("none.sql").toString())).isEqualTo(2);
        assertThat(run("lint", "--sql", file("a.sql", "CRATE TABLE t ();"))).isEqualTo(2);
        assertThat(run("lint", "--url", url, "--rule", "no-such-rule")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no rule no-such-rule.");
        assertThat(run("lint", "--url", url, "--schemas", "nowhere")).isEqualTo(2);
        assertThat(run("lint", "--url", url, "--sql", "a.sql")).isEqualTo(2);
        assertThat(run("lint", "--url", url, "--format", "xml")).isEqualTo(2);
        assertThat(run("lint", "--url", url, "--settings", file("b.json", "{\"everywhre\": {}}")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("everywhre");
        assertThat(folder.resolve("b.json")).as("a file that is not understood").exists();
        assertThat(run(
                        "lint",
                        "--url",
                        url,
                        "--settings",
                        file("c.json", "{\"everywhere\": {\"rules\": {\"jsonbee\": false}}}")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no rule jsonbee.");
        assertThat(out.toString()).isEmpty();
    }
}
