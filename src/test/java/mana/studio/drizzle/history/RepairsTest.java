package mana.studio.drizzle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.project.MigrationsTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After a repair the history says that it is repaired.
class RepairsTest {
    private static final Path BROKEN =
            Path.of(System.getProperty("mana.shared", "../shared"), "data", "mana-sample", "broken");

    @TempDir
    private Path copy;

    @BeforeEach
    void sampleIsHere() {
        assumeTrue(Files.exists(BROKEN), "the sample is not here: " + BROKEN);
    }

    private void copy(String name) throws IOException {
        Path from = BROKEN.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private History history(int applied) {
        MigrationFolder folder = MigrationFolders.read(copy);
        List<Migration> ran = folder.migrations().subList(0, applied);
        Books books = Simulation.after(Books.none(MigrationsTable.DEFAULT), ran, Line.STABLE);
        return history(folder, books);
    }

    private static History history(MigrationFolder folder, Books books) {
        return History.of(new History.Setting(
                "service",
                folder,
                books,
                Attribution.of(Map.of("service", folder)),
                Line.of(folder),
                List.of(),
                null,
                Instant.parse("2026-11-25T12:00:00Z")));
    }

    private static Entry entry(History history, String tag) {
        return history.entries().stream()
                .filter(entry -> entry.tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    /// Does the repair of a label and reads anew.
    private History repair(History history, List<Repair> repairs, String label) throws IOException {
        Repair wanted = repairs.stream()
                .filter(repair -> repair.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(repairs.stream().map(Repair::label).toList()));
        FileChanges.apply(((Repair.OfFiles) wanted).changes());
        return history(MigrationFolders.read(copy), history.books());
    }

    private static List<String> flaws(History history) {
        List<String> flaws = new ArrayList<>();
        history.folder().flaws().forEach(flaw -> flaws.add(Flaws.word(flaw)));
        return flaws;
    }

    @Test
    void renumbersAndRelinksAMergedBranch() throws IOException {
        copy("merge-collision");
        History broken = history(3);
        History numbered = repair(broken, Repairs.of(entry(broken, "0002_plan_description"), broken), "Number it 0003");
        assertThat(numbered.entries().getLast().tag()).isEqualTo("0003_plan_description");
        assertThat(numbered.folder().migrations().getLast().index()).isEqualTo(3);
        assertThat(copy.resolve("meta/0003_snapshot.json")).exists();
        assertThat(copy.resolve("meta/0002b_snapshot.json")).doesNotExist();
        assertThat(flaws(numbered)).containsExactly("merge collision");
        History linked = repair(
                numbered,
                Repairs.of(entry(numbered, "0003_plan_description"), numbered),
                "Hang its snapshot on the one before");
        assertThat(flaws(linked)).isEmpty();
        assertThat(linked.needsAttention()).isFalse();
    }

    @Test
    void laysAMixedLayoutOut() throws IOException {
        copy("hybrid-layout");
        History broken = history(0);
        Trouble hybrid = broken.troubles().stream()
                .filter(Trouble.OfFiles.class::isInstance)
                .findFirst()
                .orElseThrow();
        History flat = repair(broken, Repairs.of(hybrid, broken), "Lay it out as the journal says");
        assertThat(flat.folder().layout()).isEqualTo(Layout.JOURNAL);
        assertThat(flaws(flat)).isEmpty();
        assertThat(flat.here()).isEqualTo(new Outcome.Runs(flat.folder().migrations(), List.of()));
    }

    @Test
    void addsAStrayToTheJournal() throws IOException {
        copy("orphan-sql-file");
        History broken = history(3);
        History added =
                repair(broken, Repairs.of(entry(broken, "20261120999999_hotfix"), broken), "Add it to the journal");
        assertThat(entry(added, "20261120999999_hotfix").state()).isEqualTo(new State.Pending());
        assertThat(((Outcome.Runs) added.here()).runs()).hasSize(1);
    }

    @Test
    void putsWhatRanBackInItsPlace() throws IOException {
        copy("out-of-order-when");
        History whole = history(4);
        JournalText journal = JournalText.of(Files.readString(copy.resolve("meta/_journal.json")));
        Files.writeString(copy.resolve("meta/_journal.json"), journal.without(2).text());
        History lost = history(MigrationFolders.read(copy), whole.books());
        Entry stray = entry(lost, "0002_roles_and_display_name");
        assertThat(stray.state())
                .isEqualTo(new State.NotInJournal(whole.books().rows().get(2)));
        History back = repair(lost, Repairs.of(stray, lost), "Add it to the journal");
        assertThat(back.folder().migrations().get(2).tag()).isEqualTo("0002_roles_and_display_name");
        assertThat(entry(back, "0002_roles_and_display_name").state()).isInstanceOf(State.Applied.class);
    }

    @Test
    void takesALostMigrationOutOfTheJournal() throws IOException {
        copy("missing-sql-file");
        History broken = history(1);
        History out = repair(broken, Repairs.of(entry(broken, "0001_file_tags"), broken), "Take it out of the journal");
        assertThat(out.here()).isEqualTo(new Outcome.Runs(List.of(), List.of()));
        assertThat(out.entries()).hasSize(1);
    }

    @Test
    void keepsALostMigrationThatRan() throws IOException {
        copy("missing-sql-file");
        MigrationFolder folder = MigrationFolders.read(copy);
        Books books = Simulation.after(Books.none(MigrationsTable.DEFAULT), folder.migrations(), Line.STABLE);
        History history = history(folder, books);
        Entry lost = entry(history, "0001_file_tags");
        assertThat(lost.state().ran()).isEqualTo(books.rows().get(1));
        assertThat(Repairs.of(lost, history)).isEmpty();
    }

    @Test
    void makesAllThatIsPassedOverLater() throws IOException {
        copy("out-of-order-when");
        History broken = history(1);
        History later = repair(
                broken, Repairs.of(entry(broken, "0001_add_passkeys"), broken), "Give 3 migrations a later when");
        assertThat(later.here())
                .isEqualTo(new Outcome.Runs(later.folder().migrations().subList(1, 4), List.of()));
        assertThat(flaws(later)).isEmpty();
        assertThat(Simulation.skippedStepByStep(later.folder(), Line.STABLE)).isEmpty();
    }
}
