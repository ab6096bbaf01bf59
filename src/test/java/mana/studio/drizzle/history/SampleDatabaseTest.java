package mana.studio.drizzle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mana.studio.connection.Cancellation;
import mana.studio.convention.ServiceRegistry;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.drizzle.project.Project;
import mana.studio.drizzle.project.ProjectScan;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchServer;
import org.junit.jupiter.api.Test;

/// Databases that the real migrators of both lines have filled.
class SampleDatabaseTest {
    private static final Path SAMPLE = Path.of(System.getProperty("mana.shared", "../shared"), "data", "mana-sample");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static Histories read(String services, String dump) throws Exception {
        assumeTrue(Files.exists(SAMPLE), "the sample is not here: " + SAMPLE);
        Project project = ProjectScan.scan(SAMPLE.resolve(services), ServiceRegistry.MANA, Map.of());
        try (ScratchDatabase database = ScratchServer.shared().create()) {
            database.load(Files.readString(SAMPLE.resolve("dumps").resolve(dump)), new Cancellation());
            return Histories.read(project, database.source(), NOW, new Cancellation());
        }
    }

    @Test
    void findsEverythingAppliedByTheStableLine() throws Exception {
        Histories histories = read("services", "mana_platform.sql");
        assertThat(histories.all()).hasSize(8);
        for (History history : histories.all()) {
            assertThat(history.entries())
                    .as(history.service())
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.state())
                            .isInstanceOfSatisfying(
                                    State.Applied.class,
                                    applied -> assertThat(applied.match()).isEqualTo(Match.HASH)));
            assertThat(history.needsAttention()).as(history.service()).isFalse();
            assertThat(history.here()).isEqualTo(new Outcome.Runs(List.of(), List.of()));
        }
    }

    @Test
    void findsEverythingAppliedByVersionOne() throws Exception {
        Histories histories = read("services-v1", "mana_platform_v1_auth_credits.sql");
        assertThat(histories.all()).hasSize(2);
        for (History history : histories.all()) {
            assertThat(history.setting().line()).isEqualTo(Line.V1);
            assertThat(history.books().named()).isTrue();
            assertThat(history.entries())
                    .as(history.service())
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.state())
                            .isInstanceOfSatisfying(
                                    State.Applied.class,
                                    applied -> assertThat(applied.match()).isEqualTo(Match.NAME)));
            assertThat(history.here()).isEqualTo(new Outcome.Runs(List.of(), List.of()));
        }
    }

    /// A table of the stable line, before the first run of 1.0: rows are taken for folders of the same second.
    @Test
    void foretellsTheUpgradeOfATable() throws Exception {
        assumeTrue(Files.exists(SAMPLE), "the sample is not here: " + SAMPLE);
        MigrationFolder folder = MigrationFolders.read(SAMPLE.resolve("services-v1/mana-auth/src/db/migrations"));
        assertThat(folder.layout()).isEqualTo(Layout.FOLDERS);
        Migration first = folder.migrations().getFirst();
        Books old = new Books(
                MigrationsTable.DEFAULT,
                true,
                false,
                List.of(new BooksRow(1L, "another", first.when() + 847, null, null)),
                null);
        assertThat(Migrator.next("mana-auth", folder, old, Attribution.NONE, Line.V1))
                .isEqualTo(new Outcome.Runs(
                        folder.migrations().subList(1, folder.migrations().size()), List.of()));
        Books shared = old.with(List.of(new BooksRow(2L, "of another service", 5L, null, null)), false);
        assertThat(Migrator.next("mana-auth", folder, shared, Attribution.NONE, Line.V1))
                .isInstanceOfSatisfying(
                        Outcome.Refuses.class,
                        refuses -> assertThat(refuses.message()).contains("cannot be upgraded"));
    }

    /// 1.0 in a shared table: two folders of one name are one to it.
    @Test
    void seesThatAnotherServiceTookTheName() {
        Migration mine = new Migration(
                0, null, "20261120120000_init", 1, true, new MigrationFile(Path.of("a"), "SELECT 1;"), null);
        Migration theirs = new Migration(
                0, null, "20261120120000_init", 1, true, new MigrationFile(Path.of("b"), "SELECT 2;"), null);
        MigrationFolder own = new MigrationFolder(Path.of("a"), Layout.FOLDERS, List.of(mine), List.of(), List.of());
        MigrationFolder other =
                new MigrationFolder(Path.of("b"), Layout.FOLDERS, List.of(theirs), List.of(), List.of());
        Map<String, MigrationFolder> folders = new LinkedHashMap<>();
        folders.put("mine", own);
        folders.put("theirs", other);
        Books books = Simulation.after(Books.none(MigrationsTable.DEFAULT), List.of(theirs), Line.V1);
        History history = History.of(new History.Setting(
                "mine", own, books, Attribution.of(folders), Line.V1, List.of("theirs"), null, NOW));
        assertThat(history.entries().getFirst().state())
                .isEqualTo(new State.Skipped(books.rows().getFirst(), new Owner.Of("theirs", "20261120120000_init")));
        assertThat(history.here()).isEqualTo(new Outcome.Runs(List.of(), List.of(mine)));
    }
}
