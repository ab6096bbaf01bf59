package mana.studio.ui.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.drizzle.write.Drafter;
import mana.studio.drizzle.write.MigrationFiles;
import mana.studio.drizzle.write.Place;
import mana.studio.drizzle.write.Prefix;
import mana.studio.drizzle.write.Refusal;
import mana.studio.drizzle.write.Wish;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchException;
import mana.studio.settings.JsonFile;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.testing.TestSession;

/// Two services with a migration each, and the database in which both have run.
final class Monorepo implements AutoCloseable {
    private static final String AUTH = """
        CREATE SCHEMA auth;
        CREATE TYPE auth.role AS ENUM ('user', 'admin');
        CREATE TABLE auth.users (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), email text NOT NULL,
            role auth.role NOT NULL DEFAULT 'user', created_at timestamptz NOT NULL DEFAULT now());
        CREATE TABLE auth.sessions (id uuid PRIMARY KEY, user_id uuid NOT NULL, token text NOT NULL);
        """;
    private static final String CREDITS = """
        CREATE SCHEMA credits;
        CREATE TABLE credits.accounts (id uuid PRIMARY KEY, balance integer NOT NULL DEFAULT 0);
        """;
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    /// What the services' SQL is as a database, made once.
    private static final Map<String, Database> READ = new HashMap<>();

    final Path root;
    final TestDatabase database;
    private final Workspace workspace;
    private final JsonFile<ProjectSettings> settings;

    Monorepo(Path root) throws Exception {
        this.root = root;
        this.database = TestServer.freshDatabase();
        this.settings = new JsonFile<>(root.resolve("home/projects.json"), ProjectSettings.class, ProjectSettings.NONE);
        service("mana-auth", "auth", AUTH);
        service("mana-credits", "credits", CREDITS);
        Profile profile = new Profile("test", "Test", Environment.LOCAL, null, false, database.target());
        workspace = open(profile);
    }

    private static Workspace open(Profile profile) throws ConnectException {
        return Workspace.open(profile, null, _ -> {}, new Cancellation());
    }

    private void service(String name, String schema, String sql) throws IOException, ScratchException, Refusal {
        Path folder = Files.createDirectories(root.resolve("code/services").resolve(name));
        Files.writeString(folder.resolve("package.json"), "{ \"dependencies\": { \"drizzle-orm\": \"^0.45.4\" } }");
        Files.writeString(folder.resolve("drizzle.config.ts"), """
            import { defineConfig } from 'drizzle-kit';
            export default defineConfig({
              dialect: 'postgresql', schema: './schema.ts', out: './migrations', schemaFilter: ['%s'],
            });
            """.formatted(schema));
        Files.writeString(
                folder.resolve("schema.ts"),
                "import { pgSchema } from 'drizzle-orm/pg-core';\nexport const %1$s = pgSchema('%1$s');\n"
                        .formatted(schema));
        Wish wish = new Wish(
                read(""), read(sql), List.of(), List.of(schema), "init", new Wish.Options(false, false, false));
        Place place = new Place(
                MigrationFolders.read(migrations(name)),
                Layout.JOURNAL,
                Prefix.INDEX,
                true,
                null,
                "drizzle.__drizzle_migrations",
                NOW.minusSeconds(86_400));
        MigrationFiles.write(
                new Drafter().draft(wish, place, new Cancellation()).set());
        Migration first = MigrationFolders.read(migrations(name)).migrations().getFirst();
        MigrationFile file = first.file();
        if (file == null) {
            throw new AssertionError("the first migration was not written");
        }
        file.chunks().forEach(database::run);
        database.run("""
            CREATE SCHEMA IF NOT EXISTS drizzle;
            CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (
                id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
            """);
        database.run("INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('" + file.hash() + "', "
                + first.when() + ")");
    }

    Path code() {
        return root.resolve("code");
    }

    private static Database read(String sql) throws ScratchException {
        Database known = READ.get(sql);
        if (known == null) {
            known = Scratch.read(sql, new Cancellation());
            READ.put(sql, known);
        }
        return known;
    }

    Path migrations(String service) {
        return code().resolve("services").resolve(service).resolve("migrations");
    }

    /// A connection that knows its project already.
    Monorepo remembered() {
        settings.save(settings.load().withFolder("test", code()));
        return this;
    }

    TestSession session() throws SQLException {
        Snapshot read = new CatalogReader(workspace.source()).read(new Cancellation());
        return new TestSession(read, workspace);
    }

    MigrationView view(TestSession session, Folders folders) {
        return new MigrationView(session, settings, folders, Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    public void close() {
        workspace.close();
    }

    static Edit addColumn(String schema, String table, String column, String type) {
        return table(schema, table, "Add column " + column, old -> {
            List<mana.studio.schema.Column> columns = new ArrayList<>(old.columns());
            columns.add(TableBuilder.table("x", "y")
                    .column(column, type)
                    .build()
                    .columns()
                    .getFirst());
            return old.withColumns(columns);
        });
    }

    static Edit addRequiredColumn(String schema, String table, String column, String type) {
        return table(schema, table, "Add column " + column, old -> {
            List<mana.studio.schema.Column> columns = new ArrayList<>(old.columns());
            columns.add(TableBuilder.table("x", "y")
                    .column(column, type)
                    .build()
                    .columns()
                    .getFirst()
                    .withNotNull(mana.studio.schema.Column.NotNull.PLAIN));
            return old.withColumns(columns);
        });
    }

    static Edit addIndex(String schema, String table, String index, String column) {
        return table(schema, table, "Add index " + index, old -> {
            List<mana.studio.schema.Index> indexes = new ArrayList<>(old.indexes());
            indexes.add(TableBuilder.table("x", "y")
                    .column(column, "text")
                    .index(index, column)
                    .build()
                    .indexes()
                    .getFirst());
            return old.withIndexes(indexes);
        });
    }

    static Edit dropColumn(String schema, String table, String column) {
        return table(
                schema,
                table,
                "Drop column " + column,
                old -> old.withColumns(old.columns().stream()
                        .filter(each -> !each.name().equals(column))
                        .toList()));
    }

    private static Edit table(String schema, String name, String label, UnaryOperator<Table> change) {
        return Edit.of(
                label,
                all -> all.withSchemas(all.schemas().stream()
                        .map(each -> each.name().equals(schema)
                                ? each.withTables(each.tables().stream()
                                        .map(table -> table.name().name().equals(name) ? change.apply(table) : table)
                                        .toList())
                                : each)
                        .toList()));
    }
}
