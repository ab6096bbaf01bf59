package mana.studio.ui.typescript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectException;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.design.Edit;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.schema.Column;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.settings.JsonFile;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.testing.TestSession;

/// A real database, and the service whose schema files declare it.
final class Coded {
    static final QualifiedName USERS = new QualifiedName("auth", "users");
    static final String FILE = """
        import { boolean, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

        export const authSchema = pgSchema('auth');

        export const userRoleEnum = authSchema.enum('user_role', ['user', 'moderator', 'admin']);

        export const users = authSchema.table('users', {
          id: text('id').primaryKey(),
          email: text('email').notNull().unique(),
          displayName: text('display_name').notNull(),
          role: userRoleEnum('role').default('user').notNull(),
          isEmailVerified: boolean('is_email_verified').default(false).notNull(),
          createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
        });

        export const sessions = authSchema.table('sessions', {
          id: uuid('id').primaryKey().defaultRandom(),
          userId: text('user_id')
            .notNull()
            .references(() => users.id, { onDelete: 'cascade' }),
          expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
        });

        export type User = typeof users.$inferSelect;
        """;

    private final Path root;
    final JsonFile<ProjectSettings> settings;

    Coded(Path root) throws IOException {
        this.root = root;
        settings = new JsonFile<>(root.resolve("projects.json"), ProjectSettings.class, ProjectSettings.NONE);
        Path folder = Files.createDirectories(root.resolve("code/mana-auth/src"));
        Files.writeString(folder.resolve("auth.schema.ts"), FILE);
        Files.writeString(folder.resolveSibling("drizzle.config.ts"), """
            export default defineConfig({
              dialect: 'postgresql', schema: './src/auth.schema.ts', out: './drizzle', schemaFilter: ['auth'],
            });
            """);
    }

    /// No test writes into it, so all of them share one.
    private record Read(Workspace workspace, Snapshot snapshot) {
        private static final Read DATABASE = read();

        private static Read read() {
            TestDatabase database = TestServer.freshDatabase().run("""
                CREATE SCHEMA auth;
                CREATE TYPE auth.user_role AS ENUM ('user', 'moderator', 'admin');
                CREATE TABLE auth.users (
                    id text PRIMARY KEY, email text NOT NULL CONSTRAINT users_email_unique UNIQUE,
                    display_name text NOT NULL, role auth.user_role NOT NULL DEFAULT 'user',
                    is_email_verified boolean NOT NULL DEFAULT false, created_at timestamptz NOT NULL DEFAULT now());
                CREATE TABLE auth.sessions (
                    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                    user_id text NOT NULL CONSTRAINT sessions_user_id_users_id_fk
                        REFERENCES auth.users (id) ON DELETE CASCADE,
                    expires_at timestamptz NOT NULL);
                CREATE FUNCTION auth.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE TRIGGER touch_users BEFORE UPDATE ON auth.users FOR EACH ROW EXECUTE FUNCTION auth.touch();
                CREATE SCHEMA credits;
                CREATE TABLE credits.balances (user_id text PRIMARY KEY, amount bigint NOT NULL DEFAULT 0);
                """);
            Profile profile = new Profile("test", "Test", Environment.LOCAL, null, false, database.target());
            try {
                Workspace workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
                return new Read(workspace, new CatalogReader(workspace.source()).read(new Cancellation()));
            } catch (ConnectException | SQLException failure) {
                throw new AssertionError(failure);
            }
        }
    }

    /// A connection that knows its project.
    Coded remembered() {
        settings.save(settings.load().withFolder("test", root.resolve("code")));
        return this;
    }

    Path file() {
        return root.resolve("code/mana-auth/src/auth.schema.ts");
    }

    TestSession session() {
        return new TestSession(Read.DATABASE.snapshot(), Read.DATABASE.workspace());
    }

    DrizzleSide side(TestSession session) {
        return new DrizzleSide(session, settings, Optional.empty());
    }

    static Edit addColumn(String name, String type) {
        Column column = TableBuilder.table("x", "y")
                .column(name, type)
                .build()
                .columns()
                .getFirst();
        return users("Add column " + name, table -> {
            List<Column> columns = new ArrayList<>(table.columns());
            columns.add(column);
            return table.withColumns(columns);
        });
    }

    static Edit renameColumn(String from, String to) {
        return users(
                "Rename column " + from,
                table -> table.withColumns(table.columns().stream()
                        .map(column -> column.name().equals(from) ? column.withName(to) : column)
                        .toList()));
    }

    static Edit dropColumn(String name) {
        return users(
                "Drop column " + name,
                table -> table.withColumns(table.columns().stream()
                        .filter(column -> !column.name().equals(name))
                        .toList()));
    }

    static Edit dropTable(String name) {
        return Edit.of(
                "Drop table " + name,
                all -> all.withSchemas(all.schemas().stream()
                        .map(schema -> schema.withTables(schema.tables().stream()
                                .filter(table -> !table.name().name().equals(name))
                                .toList()))
                        .toList()));
    }

    private static Edit users(String label, UnaryOperator<Table> change) {
        return Edit.of(
                label,
                all -> all.withSchemas(all.schemas().stream()
                        .map(schema -> schema.withTables(schema.tables().stream()
                                .map(table -> table.name().equals(USERS) ? change.apply(table) : table)
                                .toList()))
                        .toList()));
    }
}
