package mana.studio.drizzle.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mana.studio.convention.ServiceRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Services are found, and where they get in each other's way.
class ProjectScanTest {
    @TempDir
    private Path root;

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void config(String service, String filter, String more) throws IOException {
        file("services/" + service + "/drizzle.config.ts", """
            import { defineConfig } from 'drizzle-kit';
            export default defineConfig({
              dialect: 'postgresql', schema: './src/schema/index.ts', out: './src/migrations', %s %s
            });
            """.formatted(filter, more));
    }

    private Project scan() throws IOException {
        return ProjectScan.scan(root, new ServiceRegistry(List.of()), Map.of());
    }

    private static List<String> sentences(Project project) {
        return project.overlaps().stream().map(Overlap::sentence).toList();
    }

    @Test
    void tiesServicesToTheirSchemas() throws IOException {
        config("mana-auth", "schemaFilter: ['auth'],", "migrations: { table: '__auth' }");
        file("services/mana-auth/src/schema/index.ts", "export * from './users.schema';\nexport * from './schema.js';");
        file("services/mana-auth/src/schema/schema.ts", "export const authSchema = pgSchema('auth');");
        file("services/mana-auth/src/schema/users.schema.ts", """
            import { authSchema } from './schema';
            // authSchema.table('not_this')
            export const users = authSchema.table('users', { id: text('id').primaryKey() });
            export const role = authSchema.enum('role', ['a']);
            """);
        Service auth = scan().service("mana-auth").orElseThrow();
        assertThat(auth.owns()).containsExactly("auth");
        assertThat(auth.table()).isEqualTo(new MigrationsTable("drizzle", "__auth"));
        assertThat(auth.migrations()).isEqualTo(root.resolve("services/mana-auth/src/migrations"));
        assertThat(auth.declarations().tables().toString()).isEqualTo("[auth.users]");
        assertThat(auth.declarations().enums().toString()).isEqualTo("[auth.role]");
        assertThat(scan().overlaps()).isEmpty();
    }

    @Test
    void readsWhetherStatementsAreParted() throws IOException {
        config("mana-auth", "schemaFilter: ['auth'],", "breakpoints: false");
        config("mana-credits", "schemaFilter: ['credits'],", "");
        assertThat(scan().services())
                .extracting(service -> Objects.requireNonNull(service.config()).breakpoints())
                .containsExactly(false, true);
    }

    @Test
    void findsWhatTheRealMonorepoHad() throws IOException {
        config("mana-auth", "schemaFilter: ['auth'],", "migrations: { table: '__auth' }");
        file("services/mana-auth/src/schema/index.ts", """
            export const auth = pgSchema('auth');
            export const spaces = pgSchema('spaces');
            export const users = auth.table('users', {});
            export const sessions = auth.table('sessions', {});
            export const s = spaces.table('spaces', {});
            """);
        config("mana-analytics", "schemaFilter: ['feedback'],", "");
        file("services/mana-analytics/src/schema/index.ts", """
            export const kind = pgEnum('kind', ['a']);
            export const items = pgSchema('feedback').table('items', {});
            export const users = pgSchema('auth').table('users', {});
            """);
        config("mana-research", "", "");
        file("services/mana-research/src/schema/index.ts", """
            const research = pgSchema("research");
            export const jobs = research.table("jobs", {});
            """);
        config("backend", "schemaFilter: ['research'],", "migrations: { table: '__other' }");
        file("services/backend/src/schema/index.ts", """
            export const research = pgSchema("research");
            export const runs = research.table("runs", {});
            """);
        file("services/backend/src/migrate.ts", """
            import { migrate } from 'drizzle-orm/postgres-js/migrator';
            await migrate(db, { migrationsFolder: './src/migrations' });
            """);
        assertThat(sentences(scan()))
                .containsExactly(
                        "mana-research and services/backend both declare tables in schema research. A push of one"
                                + " plans to drop the tables of the other.",
                        "mana-analytics declares auth.users, a table of mana-auth. Its next generate writes CREATE"
                                + " TABLE for it.",
                        "mana-analytics declares enum kind by pgEnum, so it lands in public, where the schemaFilter"
                                + " hides it. A second push fails: type already exists.",
                        "mana-auth declares schema spaces, but its schemaFilter names only auth. A push never creates"
                                + " what is in spaces.",
                        "mana-research declares schema research and sets no schemaFilter. A push looks at public only,"
                                + " and drizzle-kit 1.0 at all schemas, those of other services too.",
                        "services/backend keeps two books: drizzle-kit migrate writes to drizzle.__other, migrate.ts to"
                                + " drizzle.__drizzle_migrations. Each runs again what the other has run.",
                        "mana-analytics and mana-research share drizzle.__drizzle_migrations. A migration that is older"
                                + " than the newest row of any of them is skipped without a word.");
    }

    @Test
    void findsMigrationsWithoutAConfiguration() throws IOException {
        file("apps/uload/package.json", "{\"dependencies\": {\"drizzle-orm\": \"^1.0.0-rc.5\"}}");
        file("apps/uload/db/20261120122923_init/migration.sql", "SELECT 1;");
        file("node_modules/x/meta/_journal.json", "{}");
        Project project = scan();
        assertThat(project.services()).singleElement().satisfies(service -> {
            assertThat(service.name()).isEqualTo("uload");
            assertThat(service.migrations()).isEqualTo(root.resolve("apps/uload/db"));
            assertThat(service.isOfV1()).isTrue();
        });
    }

    @Test
    void asksOnceWhatCannotBeRead() throws IOException {
        file("one/drizzle.config.js", "module.exports = { dialect: 'postgresql', out: join(x) }");
        Project project = scan();
        assertThat(project.questions())
                .containsExactly(new Project.Question("one", "one/drizzle.config.js", "out", "join(x)"));
        ProjectSettings settings =
                ProjectSettings.NONE.withAnswer(root, project.questions().getFirst(), "./sql");
        Project answered = ProjectScan.scan(root, ServiceRegistry.MANA, settings.answers(root));
        assertThat(answered.questions()).isEmpty();
        assertThat(answered.services().getFirst().migrations()).isEqualTo(root.resolve("one/sql"));
    }

    @Test
    void readsTheSample() throws IOException {
        Path sample = Path.of(System.getProperty("mana.shared", "../shared"), "data", "mana-sample", "services");
        assumeTrue(Files.exists(sample), "the sample is not here: " + sample);
        Project project = ProjectScan.scan(sample, ServiceRegistry.MANA, Map.of());
        assertThat(project.services().stream().map(service -> service.name() + " " + service.owns()))
                .containsExactly(
                        "mana-analytics [feedback]",
                        "mana-auth [auth]",
                        "mana-credits [credits]",
                        "mana-events [event_discovery, events]",
                        "mana-mail [mail]",
                        "mana-research [research]",
                        "mana-subscriptions [subscriptions]",
                        "mana-user [usr]");
        assertThat(project.overlaps()).isEmpty();
        assertThat(project.questions()).isEmpty();
    }

    @Test
    void hearsOfChanges() throws Exception {
        config("mana-auth", "", "");
        file("services/mana-auth/src/migrations/meta/_journal.json", "{}");
        CountDownLatch changed = new CountDownLatch(1);
        try (FolderWatch _ = FolderWatch.of(scan(), changed::countDown)) {
            file("services/mana-auth/src/migrations/meta/_journal.json", "{\"entries\": []}");
            assertThat(changed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
