package mana.studio.drizzle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.drizzle.snapshot.Snapshot;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.plan.Planner;
import mana.studio.schema.Database;
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
    private History repair(History history, List<Repair> repairs, String label) throws Exception {
        Repair wanted = repairs.stream()
                .filter(repair -> repair.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(repairs.stream().map(Repair::label).toList()));
        Repair.OfFiles found = switch (wanted) {
            case Repair.OfFiles files -> files;
            case Repair.OfReplay replay -> SnapshotRepair.compute(replay, List.of(), List.of(), new Cancellation());
            case Repair.OfRows _ -> throw new AssertionError("rows");
        };
        FileChanges.apply(found.changes());
        return history(MigrationFolders.read(copy), history.books());
    }

    private static List<String> flaws(History history) {
        List<String> flaws = new ArrayList<>();
        history.folder().flaws().forEach(flaw -> flaws.add(Flaws.word(flaw)));
        return flaws;
    }

    @Test
    void renumbersAndRelinksAMergedBranch() throws Exception {
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
    void makesAMissingSnapshotOfWhatTheMigrationsLeadTo() throws Exception {
        copy("missing-snapshot");
        History broken = history(0);
        List<Migration> without = broken.folder().migrations().stream()
                .filter(migration -> migration.snapshot() == null)
                .toList();
        assertThat(without).hasSize(1);
        Migration gap = without.getFirst();
        History made = repair(broken, Repairs.of(entry(broken, gap.tag()), broken), "Make its snapshot");

        assertThat(flaws(made)).isEmpty();
        Migration now = made.folder().migrations().get(gap.position());
        Migration next = made.folder().migrations().get(gap.position() + 1);
        assertThat(now.snapshot().id()).isEqualTo(next.snapshot().parents().getFirst());
        // The chain and the snapshot agree.
        Database replayed = Replay.of(made.folder(), List.of(), List.of(gap.position() + 1), new Cancellation())
                .at()
                .get(gap.position() + 1);
        Database described =
                Snapshots.toDatabase(Snapshots.read(now.snapshot().path()).schema(), new Cancellation());
        assertThat(Planner.plan(described, replayed).statements()).isEmpty();
    }

    @Test
    void makesTheNewestSnapshotAsDrizzleKitHadIt() throws Exception {
        copy("missing-snapshot");
        MigrationFolder before = MigrationFolders.read(copy);
        Migration last = before.migrations().getLast();
        Snapshot theirs = Snapshots.read(last.snapshot().path());
        Files.delete(last.snapshot().path());
        History broken = history(0);
        assertThat(entry(broken, last.tag()).needsAttention()).isTrue();
        List<Repair> ways = Repairs.of(entry(broken, last.tag()), broken);
        String label = ways.stream()
                .map(Repair::label)
                .filter(one -> one.startsWith("Make "))
                .findFirst()
                .orElseThrow();
        History made = repair(broken, ways, label);
        Snapshot ours =
                Snapshots.read(made.folder().migrations().getLast().snapshot().path());
        assertThat(ours.schema()).isEqualTo(theirs.schema());
    }

    @Test
    void joinsTheBranchesOfAMerge() throws Exception {
        copy("merge-collision");
        History broken = history(3);
        History numbered = repair(broken, Repairs.of(entry(broken, "0002_plan_description"), broken), "Number it 0003");
        Migration second = numbered.folder().migrations().get(3);
        History joined = repair(
                numbered, Repairs.of(entry(numbered, second.tag()), numbered), "Join the branches in its snapshot");

        assertThat(flaws(joined)).isEmpty();
        Database replayed = Replay.of(joined.folder(), List.of(), List.of(4), new Cancellation())
                .at()
                .get(4);
        Snapshot newest =
                Snapshots.read(joined.folder().migrations().get(3).snapshot().path());
        assertThat(newest.id()).isEqualTo(second.snapshot().id());
        Database described = Snapshots.toDatabase(newest.schema(), new Cancellation());
        assertThat(Planner.plan(described, replayed).statements()).isEmpty();
    }

    @Test
    void saysWhereBranchesCannotBeJoined() throws Exception {
        copy("merge-collision");
        History broken = history(3);
        History numbered = repair(broken, Repairs.of(entry(broken, "0002_plan_description"), broken), "Number it 0003");
        Path second = copy.resolve("0003_plan_description.sql");
        Files.writeString(second, "CREATE TABLE same (id int); CREATE TABLE same (id int);");
        History clash = history(MigrationFolders.read(copy), numbered.books());
        Repair.OfReplay join = Repairs.of(entry(clash, "0003_plan_description"), clash).stream()
                .filter(Repair.OfReplay.class::isInstance)
                .map(Repair.OfReplay.class::cast)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> SnapshotRepair.compute(join, List.of(), List.of(), new Cancellation()))
                .isInstanceOf(SnapshotRepair.Impossible.class)
                .hasMessageContaining("On top of what the other branch left it does not run")
                .hasMessageContaining("already exists");
    }

    @Test
    void laysAMixedLayoutOut() throws Exception {
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
    void addsAStrayToTheJournal() throws Exception {
        copy("orphan-sql-file");
        History broken = history(3);
        History added =
                repair(broken, Repairs.of(entry(broken, "20261120999999_hotfix"), broken), "Add it to the journal");
        assertThat(entry(added, "20261120999999_hotfix").state()).isEqualTo(new State.Pending());
        assertThat(((Outcome.Runs) added.here()).runs()).hasSize(1);
    }

    @Test
    void putsWhatRanBackInItsPlace() throws Exception {
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
    void takesALostMigrationOutOfTheJournal() throws Exception {
        copy("missing-sql-file");
        History broken = history(1);
        History out = repair(broken, Repairs.of(entry(broken, "0001_file_tags"), broken), "Take it out of the journal");
        assertThat(out.here()).isEqualTo(new Outcome.Runs(List.of(), List.of()));
        assertThat(out.entries()).hasSize(1);
    }

    @Test
    void keepsALostMigrationThatRan() throws Exception {
        copy("missing-sql-file");
        MigrationFolder folder = MigrationFolders.read(copy);
        Books books = Simulation.after(Books.none(MigrationsTable.DEFAULT), folder.migrations(), Line.STABLE);
        History history = history(folder, books);
        Entry lost = entry(history, "0001_file_tags");
        assertThat(lost.state().ran()).isEqualTo(books.rows().get(1));
        assertThat(Repairs.of(lost, history)).isEmpty();
    }

    @Test
    void makesAllThatIsPassedOverLater() throws Exception {
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
