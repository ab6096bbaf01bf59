package mana.studio.drizzle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.project.MigrationsTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The broken projects of the sample, each measured with the real tools: what is said of them is what happened.
class SampleTest {
    private static final Path SAMPLE = Path.of(System.getProperty("mana.shared", "../shared"), "data", "mana-sample");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @BeforeAll
    static void sampleIsHere() {
        assumeTrue(Files.exists(SAMPLE), "the sample is not here: " + SAMPLE);
    }

    private static MigrationFolder broken(String name) {
        return MigrationFolders.read(SAMPLE.resolve("broken").resolve(name));
    }

    private static MigrationFolder whole(String service) {
        return MigrationFolders.read(SAMPLE.resolve("services/" + service + "/src/db/migrations"));
    }

    private static History history(MigrationFolder folder, Books books) {
        return history("service", folder, books, Attribution.of(Map.of("service", folder)), List.of());
    }

    private static History history(
            String service, MigrationFolder folder, Books books, Attribution attribution, List<String> sharing) {
        return History.of(
                new History.Setting(service, folder, books, attribution, Line.of(folder), sharing, null, NOW));
    }

    /// The books after the migrator has run these.
    private static Books after(MigrationFolder folder, int... positions) {
        List<Migration> runs = new ArrayList<>();
        for (int position : positions) {
            runs.add(folder.migrations().get(position));
        }
        return Simulation.after(Books.none(MigrationsTable.DEFAULT), runs, Line.of(folder));
    }

    private static Books of(BooksRow... rows) {
        return new Books(MigrationsTable.DEFAULT, true, false, List.of(rows), null);
    }

    private static Books recorded(String name) throws IOException {
        List<BooksRow> rows =
                Files.readAllLines(SAMPLE.resolve("broken").resolve(name).resolve("applied-rows.txt")).stream()
                        .map(line -> line.split("\\s*\\|\\s*"))
                        .filter(parts -> parts.length >= 3 && parts[0].strip().matches("\\d+"))
                        .map(parts -> new BooksRow(
                                Long.valueOf(parts[0].strip()), parts[1], Long.valueOf(parts[2].strip()), null, null))
                        .toList();
        return new Books(MigrationsTable.DEFAULT, true, false, rows, null);
    }

    private static List<String> words(History history) {
        return history.entries().stream()
                .map(entry -> Sentences.word(entry.state()))
                .toList();
    }

    private static Said said(History history, String tag) {
        return new Sentences(history)
                .of(history.entries().stream()
                        .filter(entry -> entry.tag().equals(tag))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void seesAFileThatWasEditedAfterItRan() throws IOException {
        History history = history(broken("edited-after-apply"), recorded("edited-after-apply"));
        assertThat(words(history)).containsExactly("applied", "edited since applied", "applied");
        Said said = said(history, "0001_add_packages");
        assertThat(said.meaning())
                .isEqualTo(
                        "It ran here, and its file was changed afterwards: row 2 has the same time, but another hash.");
        assertThat(said.here()).contains("never compares hashes");
        assertThat(said.fresh()).contains("differs from this one");
        assertThat(history.here()).isEqualTo(new Outcome.Runs(List.of(), List.of()));
    }

    @Test
    void stopsWhereAFileIsMissing() {
        MigrationFolder folder = broken("missing-sql-file");
        History history = history(folder, after(folder, 0));
        assertThat(words(history)).containsExactly("applied", "file missing");
        assertThat(history.here())
                .isEqualTo(new Outcome.Refuses("No file 0001_file_tags.sql found in the migrations folder"));
        assertThat(said(history, "0001_file_tags").here()).startsWith("The next migrate stops before it runs anything");
    }

    @Test
    void seesASnapshotThatIsMissing() {
        MigrationFolder folder = broken("missing-snapshot");
        History history = history(folder, after(folder, 0, 1, 2, 3));
        assertThat(words(history)).containsOnly("applied");
        assertThat(history.entries().get(1).flaws().stream().map(Flaws::word)).containsExactly("no snapshot");
        assertThat(history.entries().get(2).flaws().stream().map(Flaws::word)).containsExactly("broken chain");
    }

    @Test
    void foretellsThatAnOlderOneIsSkipped() {
        MigrationFolder folder = broken("out-of-order-when");
        History history = history(folder, after(folder, 0));
        assertThat(words(history)).containsExactly("applied", "will be skipped", "pending", "pending");
        Said said = said(history, "0001_add_passkeys");
        assertThat(said.meaning())
                .contains("not later than that of the newest row")
                .contains("its own 0000_initial_auth");
        assertThat(said.here()).contains("without a word");
        assertThat(history.entries().get(1).flaws().stream().map(Flaws::word)).containsExactly("out of order");
        assertThat(new Sentences(history).next())
                .isEqualTo("The next migrate runs 2 migrations and passes over 1 migration.");
    }

    @Test
    void seesAFileThatTheJournalDoesNotName() {
        MigrationFolder folder = broken("orphan-sql-file");
        History history = history(folder, after(folder, 0, 1, 2));
        assertThat(words(history)).containsExactly("applied", "applied", "applied", "not in the journal");
        assertThat(said(history, "20261120999999_hotfix").here()).isEqualTo("The next migrate does not see it.");
    }

    @Test
    void attributesTheRowsOfASharedTable() {
        MigrationFolder credits = broken("shared-migrations-table/mana-credits");
        MigrationFolder auth = broken("shared-migrations-table/mana-auth");
        Map<String, MigrationFolder> folders = new LinkedHashMap<>();
        folders.put("mana-credits", credits);
        folders.put("mana-auth", auth);
        Attribution attribution = Attribution.of(folders);
        Books books = after(credits, 0, 1, 2);
        History history = history("mana-auth", auth, books, attribution, List.of("mana-credits"));
        assertThat(words(history))
                .containsExactly(
                        "will be skipped",
                        "will be skipped",
                        "will be skipped",
                        "will be skipped",
                        "other service",
                        "other service",
                        "other service");
        assertThat(said(history, "0000_initial_auth").meaning()).endsWith("0002_link_packages of mana-credits.");
        assertThat(said(history, "0002_link_packages").meaning()).startsWith("mana-credits ran it");
    }

    @Test
    void simulatesTheOrderOfDeployment() {
        MigrationFolder credits = broken("shared-migrations-table/mana-credits");
        MigrationFolder auth = broken("shared-migrations-table/mana-auth");
        Simulation.Participant one =
                new Simulation.Participant("mana-credits", credits, MigrationsTable.DEFAULT, Line.STABLE);
        Simulation.Participant two =
                new Simulation.Participant("mana-auth", auth, MigrationsTable.DEFAULT, Line.STABLE);
        Attribution attribution = Attribution.of(Map.of("mana-credits", credits, "mana-auth", auth));
        assertThat(Simulation.of(List.of(one, two), Map.of(), attribution).steps())
                .satisfiesExactly(
                        first -> assertThat(first.outcome())
                                .isEqualTo(new Outcome.Runs(credits.migrations(), List.of())),
                        second -> {
                            assertThat(second.outcome()).isEqualTo(new Outcome.Runs(List.of(), auth.migrations()));
                            assertThat(second.newestOf()).isEqualTo(new Owner.Of("mana-credits", "0002_link_packages"));
                        });
        assertThat(Simulation.of(List.of(two, one), Map.of(), attribution).steps())
                .allSatisfy(step -> assertThat(step.outcome())
                        .isEqualTo(new Outcome.Runs(step.participant().folder().migrations(), List.of())));
    }

    @Test
    void seesTwoBranchesMerged() {
        MigrationFolder folder = broken("merge-collision");
        History history = history(folder, after(folder, 0, 1, 2));
        assertThat(words(history)).containsExactly("applied", "applied", "applied", "pending");
        assertThat(history.entries().get(3).flaws().stream().map(Flaws::word))
                .contains("merge collision", "number used twice");
        assertThat(Repairs.of(history.entries().get(3), history).stream().map(Repair::label))
                .contains("Number it 0003", "Hang its snapshot on the one before");
    }

    @Test
    void seesThatOnlyLineEndsDiffer() throws IOException {
        History history = history(broken("crlf-line-ends"), recorded("crlf-line-ends"));
        assertThat(words(history)).containsExactly("other line ends", "other line ends");
        assertThat(said(history, "1795173042_initial_feedback").meaning()).endsWith("it has CRLF now, and had LF.");
        Repair.OfFiles repair = (Repair.OfFiles)
                Repairs.of(history.entries().getFirst(), history).getFirst();
        FileChange change = repair.changes().getFirst();
        assertThat(new MigrationFile(change.path(), String.valueOf(change.after())).hash())
                .isEqualTo(history.books().rows().getFirst().hash());
    }

    @Test
    void seesThatNoLineReadsAMixedLayout() {
        History history = history(broken("hybrid-layout"), Books.none(MigrationsTable.DEFAULT));
        assertThat(words(history)).containsOnly("not read");
        assertThat(history.here())
                .isEqualTo(new Outcome.Refuses("No file 0000_initial_usr.sql found in the migrations folder"));
        assertThat(history.troubles())
                .anySatisfy(trouble ->
                        assertThat(new Sentences(history).of(trouble)).contains("looks for files and finds none"));
    }

    @Test
    void findsNothingToSayOfTheFilesWhoseSqlFails() {
        for (String name : List.of("jsonb-apostrophe", "concurrent-index", "enum-default-same-tx")) {
            MigrationFolder folder = broken(name + "/migrations");
            History history = history(folder, Books.none(MigrationsTable.DEFAULT));
            assertThat(words(history)).as(name).containsOnly("pending");
            assertThat(history.here()).as(name).isEqualTo(new Outcome.Runs(folder.migrations(), List.of()));
        }
    }

    @Test
    void seesNothingOfADatabaseThatDrifted() {
        MigrationFolder folder = whole("mana-auth");
        assertThat(history(folder, after(folder, 0, 1, 2, 3)).needsAttention()).isFalse();
    }

    @Test
    void knowsTheFoldersOfVersionOneByName() {
        MigrationFolder folder = MigrationFolders.read(SAMPLE.resolve("broken-v1/branches-commute/migrations"));
        History late = history(folder, after(folder, 0, 2));
        assertThat(words(late)).containsExactly("applied", "pending", "applied");
        MigrationFolder parent = MigrationFolders.read(SAMPLE.resolve("broken-v1/missing-parent/migrations"));
        History broken = history(parent, after(parent, 0, 1, 2));
        assertThat(broken.entries().stream()
                        .flatMap(entry -> entry.flaws().stream())
                        .map(Flaws::word))
                .contains("broken chain");
        MigrationFolder conflict = MigrationFolders.read(SAMPLE.resolve("broken-v1/branches-conflict/migrations"));
        assertThat(history(conflict, Books.none(MigrationsTable.DEFAULT)).entries().stream()
                        .flatMap(entry -> entry.flaws().stream())
                        .map(Flaws::word))
                .contains("merge collision");
    }

    @Test
    void runsEverythingAgainBecauseOfARowWithoutATime() {
        MigrationFolder folder = whole("mana-user");
        Books books = after(folder, 0, 1);
        BooksRow second = books.rows().get(1);
        Books timeless = of(books.rows().getFirst(), new BooksRow(second.id(), second.hash(), null, null, null));
        History history = history(folder, timeless);
        assertThat(words(history)).containsExactly("runs again", "runs again");
        assertThat(history.here()).isEqualTo(new Outcome.Runs(folder.migrations(), List.of()));
        Trouble trouble = history.troubles().getFirst();
        assertThat(trouble).isInstanceOf(Trouble.NoTime.class);
        assertThat(((Repair.OfRows) Repairs.of(trouble, history).getFirst()).script())
                .contains("SET \"created_at\" = " + folder.migrations().get(1).when());
    }

    @Test
    void warnsOfARowOfTheFuture() {
        MigrationFolder folder = whole("mana-user");
        BooksRow future = new BooksRow(9L, "of no file", NOW.plusSeconds(86_400).toEpochMilli(), null, null);
        History history = history(folder, of(future));
        assertThat(history.troubles()).contains(new Trouble.Future(future));
        assertThat(words(history)).containsExactly("rewritten", "will be skipped");
    }

    @Test
    void refusesAJournalUnderVersionOne() {
        MigrationFolder folder = whole("mana-user");
        History history = History.of(new History.Setting(
                "mana-user",
                folder,
                Books.none(MigrationsTable.DEFAULT),
                Attribution.NONE,
                Line.V1,
                List.of(),
                "^1.0.0-rc.5",
                NOW));
        assertThat(words(history)).containsOnly("not read");
        assertThat(history.here()).isInstanceOf(Outcome.Refuses.class);
        assertThat(history.troubles()).contains(new Trouble.OldLayout("^1.0.0-rc.5"));
    }

    /// December 2025: the first file was rewritten after it ran, its `when` set a year back, and three more were added
    /// by
    /// hand with a `when` of the year before.
    @Test
    void showsTheIncidentOfDecember2025(@TempDir Path root) throws IOException {
        Path meta = Files.createDirectories(root.resolve("meta"));
        Files.writeString(
                meta.resolve("_journal.json"),
                JournalText.empty()
                        .with(0, 0, 1734500000000L, "0000_first")
                        .with(1, 1, 1734555600000L, "0001_second")
                        .with(2, 2, 1734642000000L, "0002_third")
                        .text());
        for (String name : List.of("0000_first", "0001_second", "0002_third")) {
            Files.writeString(root.resolve(name + ".sql"), "CREATE TABLE IF NOT EXISTS \"" + name + "\" ();");
        }
        History history = history(
                MigrationFolders.read(root), of(new BooksRow(1L, "of the file before", 1766081368788L, null, null)));
        assertThat(words(history)).containsExactly("rewritten", "will be skipped", "will be skipped");
        assertThat(history.here())
                .isEqualTo(new Outcome.Runs(List.of(), history.folder().migrations()));
        assertThat(history.fresh()).isEqualTo(new Outcome.Runs(history.folder().migrations(), List.of()));
        assertThat(said(history, "0000_first").meaning()).contains("2025-12-18 18:09 UTC");

        Repair.OfFiles restamp =
                (Repair.OfFiles) Repairs.of(history.entries().get(1), history).getFirst();
        FileChanges.apply(restamp.changes());
        History after = history(MigrationFolders.read(root), history.books());
        assertThat(words(after)).containsExactly("rewritten", "pending", "pending");
    }

    @Test
    void neverRepairsTheFileOfAMigrationThatRan() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLE.resolve("broken"))) {
            for (Path path : folders.filter(Files::isDirectory).toList()) {
                MigrationFolder folder = MigrationFolders.read(path);
                int[] all = folder.migrations().stream()
                        .mapToInt(Migration::position)
                        .toArray();
                History history = history(folder, after(folder, all));
                for (Entry entry : history.entries()) {
                    if (entry.state().ran() != null) {
                        assertThat(Repairs.of(entry, history).stream()
                                        .filter(Repair.OfFiles.class::isInstance)
                                        .flatMap(repair -> ((Repair.OfFiles) repair).changes().stream())
                                        .map(change -> change.path().toString()))
                                .as(path + " " + entry.tag())
                                .noneMatch(file -> file.endsWith(".sql"));
                    }
                }
            }
        }
    }
}
