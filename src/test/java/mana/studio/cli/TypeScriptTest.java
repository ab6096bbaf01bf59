package mana.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import mana.studio.connection.ConnectionString;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeScriptTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final String url =
            ConnectionString.print(TestServer.freshDatabase().run("""
                CREATE SCHEMA auth;
                CREATE TABLE auth.users (id text PRIMARY KEY, created_at timestamptz NOT NULL DEFAULT now());
                CREATE TABLE auth.sessions (id uuid PRIMARY KEY, user_id text NOT NULL
                    CONSTRAINT sessions_user_id_users_id_fk REFERENCES auth.users (id));
                """).target());

    private int run(String... arguments) {
        return Cli.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void printsOneTable() {
        assertThat(run("typescript", "--url", url, "--table", "auth.users", "--no-types"))
                .isZero();
        assertThat(out).hasToString("""
            import { text, timestamp } from 'drizzle-orm/pg-core';
            import { authSchema } from './schema';

            export const users = authSchema.table('users', {
              id: text('id').primaryKey(),
              createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
            });
            """);
    }

    @Test
    void writesFilesWhereNoneAre() {
        Path code = folder.resolve("code");
        assertThat(run("typescript", "--url", url, "--out", code.toString())).isZero();
        assertThat(code.resolve("sessions.ts")).content().contains("import { users } from './users';");
        assertThat(code.resolve("index.ts")).exists();

        assertThat(run("typescript", "--url", url, "--out", code.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is there already; nothing was written");
    }

    @Test
    void saysThatThereIsNoSuchTable() {
        assertThat(run("typescript", "--url", url, "--table", "auth.user")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no table, view, enum or sequence auth.user");
    }
}
