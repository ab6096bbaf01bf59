package mana.studio.drizzle.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationFoldersTest {
    private static final Path SAMPLE = Path.of(System.getProperty("mana.shared", "../shared"), "data", "mana-sample");

    @TempDir
    private Path root;

    @Test
    void readsTheServicesWithoutFlaw() throws IOException {
        assumeTrue(Files.exists(SAMPLE), "the sample is not here: " + SAMPLE);
        for (String line : List.of("services", "services-v1", "services-v1-format8")) {
            try (Stream<Path> services = Files.list(SAMPLE.resolve(line))) {
                for (Path service : services.toList()) {
                    MigrationFolder folder = MigrationFolders.read(service.resolve("src/db/migrations"));
                    assertThat(folder.flaws()).as(service.toString()).isEmpty();
                    assertThat(folder.migrations()).hasSizeGreaterThan(1).allSatisfy(migration -> {
                        assertThat(migration.file()).isNotNull();
                        assertThat(migration.snapshot()).isNotNull();
                        assertThat(migration.snapshot().version()).isEqualTo(version(line));
                        assertThat(migration.snapshot().parents()).hasSize(1);
                    });
                    assertThat(folder.layout()).isEqualTo(line.equals("services") ? Layout.JOURNAL : Layout.FOLDERS);
                }
            }
        }
    }

    private static String version(String line) {
        return switch (line) {
            case "services" -> "7";
            case "services-v1" -> "9";
            default -> "8";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "broken/edited-after-apply, JOURNAL, ''",
        "broken/missing-sql-file, JOURNAL, MissingFile 0001_file_tags",
        "broken/missing-snapshot, JOURNAL, MissingSnapshot 0001_add_passkeys; BrokenChain 0002_roles_and_display_name",
        "broken/out-of-order-when, JOURNAL, OutOfOrder 0001_add_passkeys after 0000_initial_auth",
        "broken/orphan-sql-file, JOURNAL, Stray 20261120999999_hotfix.sql",
        "broken/shared-migrations-table/mana-auth, JOURNAL, ''",
        "broken/merge-collision, JOURNAL, "
                + "'DuplicateNumber 0002; Collision 0002_trial_default, 0002_plan_description'",
        "broken/crlf-line-ends, JOURNAL, ''",
        "broken/hybrid-layout, HYBRID, 'Hybrid 0000_initial_usr, 0001_file_tags'",
        "broken-v1/branches-commute/migrations, FOLDERS, "
                + "'Collision 20261120115804_branch_a, 20261120115810_branch_b'",
        "broken-v1/missing-parent/migrations, FOLDERS, BrokenChain 20261120114215_roles_and_display_name",
    })
    void tellsWhatIsBroken(String folder, Layout layout, String flaws) {
        assumeTrue(Files.exists(SAMPLE), "the sample is not here: " + SAMPLE);
        MigrationFolder read = MigrationFolders.read(SAMPLE.resolve(folder));
        assertThat(String.join(
                        "; ",
                        read.flaws().stream().map(MigrationFoldersTest::text).toList()))
                .isEqualTo(flaws);
        assertThat(read.layout()).isEqualTo(layout);
    }

    private static String text(Flaw flaw) {
        String words = switch (flaw) {
            case Flaw.MissingFile missing -> missing.migration().tag();
            case Flaw.Stray stray -> stray.file().getFileName().toString();
            case Flaw.MissingSnapshot missing -> missing.migration().tag();
            case Flaw.DuplicateNumber twice -> twice.number();
            case Flaw.Collision collision ->
                String.join(
                        ", ", collision.children().stream().map(Migration::tag).toList());
            case Flaw.BrokenChain broken -> broken.migration().tag();
            case Flaw.OutOfOrder late ->
                late.migration().tag() + " after " + late.before().tag();
            case Flaw.Unreadable unreadable -> unreadable.file().getFileName() + ": " + unreadable.reason();
            case Flaw.Hybrid hybrid -> String.join(", ", hybrid.folders());
            case Flaw.NoJournal none -> none.expected().getFileName().toString();
        };
        return flaw.getClass().getSimpleName() + " " + words;
    }

    @Test
    void givesTheSecondOfTwoWithOneNumberItsOwnSnapshot() {
        assumeTrue(Files.exists(SAMPLE), "the sample is not here: " + SAMPLE);
        assertThat(MigrationFolders.read(SAMPLE.resolve("broken/merge-collision")).migrations().stream()
                        .map(migration ->
                                migration.snapshot().path().getFileName().toString()))
                .containsExactly(
                        "0000_snapshot.json", "0001_snapshot.json", "0002_snapshot.json", "0002b_snapshot.json");
    }

    @Test
    void knowsTheFileAsItWasBeforeItsLineEndsChanged() {
        assumeTrue(Files.exists(SAMPLE), "the sample is not here: " + SAMPLE);
        MigrationFile changed = MigrationFolders.read(SAMPLE.resolve("broken/crlf-line-ends"))
                .migrations()
                .getFirst()
                .file();
        MigrationFile before = MigrationFolders.read(SAMPLE.resolve("services/mana-analytics/src/db/migrations"))
                .migrations()
                .getFirst()
                .file();
        assertThat(changed.hash()).isNotEqualTo(before.hash()).isEqualTo(before.hashWithCarriageReturns());
        assertThat(changed.hashWithLineFeeds()).isEqualTo(before.hash());
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(MigrationFolders.read(root.resolve("absent")).layout()).isEqualTo(Layout.EMPTY);
        assertThat(flaws()).containsExactly("NoJournal _journal.json");
    }

    @Test
    void readsWhatItCanOfABrokenJournal() throws IOException {
        write("meta/_journal.json", "{ \"entries\": [ <<<<<<< HEAD");
        assertThat(flaws()).singleElement().asString().startsWith("Unreadable _journal.json: It is not JSON: ");

        write("meta/_journal.json", "{\"version\":\"7\"}");
        assertThat(flaws()).containsExactly("Unreadable _journal.json: It has no list of entries.");

        write("0000_a.sql", "SELECT 1");
        write(
                "meta/0000_snapshot.json",
                "{\"id\":\"a\",\"prevId\":\"" + SnapshotHeader.NO_PARENT + "\",\"tables\":{}}");
        write("meta/_journal.json", """
            {"entries":[{"when":1},{"tag":"0001_b"},{"tag":"0000_a","when":1e12,"later":true}]}\
            """);
        assertThat(flaws())
                .containsExactly(
                        "Unreadable _journal.json: Entry 1 has no tag.",
                        "Unreadable _journal.json: The entry 0001_b has no time (when).",
                        "Unreadable 0000_snapshot.json: It is a snapshot without version.");
        Migration only = MigrationFolders.read(root).migrations().getFirst();
        assertThat(only.when()).isEqualTo(1_000_000_000_000L);
        assertThat(only.index()).isNull();
        assertThat(only.breakpoints()).isTrue();
    }

    @Test
    void takesHalfASnapshotForNone() throws IOException {
        write("0000_a.sql", "SELECT 1");
        write("meta/0000_snapshot.json", "{\"id\":\"a\",\"prevId\":\"b\",\"version\":\"7\",\"tables\":{");
        write("meta/_journal.json", "{\"entries\":[{\"tag\":\"0000_a\",\"when\":1}]}");
        assertThat(flaws()).singleElement().asString().startsWith("Unreadable 0000_snapshot.json: It is not JSON");
    }

    @Test
    void leavesTheWayBackBesideAMigration() throws IOException {
        write("0000_a.sql", "SELECT 1");
        write("0000_a.down.sql", "SELECT 2");
        write("0000_b.down.sql", "SELECT 2");
        write(
                "meta/0000_snapshot.json",
                "{\"id\":\"a\",\"prevId\":\"" + SnapshotHeader.NO_PARENT + "\",\"version\":\"7\"}");
        write("meta/_journal.json", "{\"entries\":[{\"tag\":\"0000_a\",\"when\":1}]}");
        assertThat(flaws()).containsExactly("Stray 0000_b.down.sql", "DuplicateNumber 0000");
    }

    @Test
    void stopsAtAFolderWithoutATime() throws IOException {
        write("20260102030405_b/migration.sql", "SELECT 1");
        write("20260102030405_a/migration.sql", "SELECT 1");
        write("no_time/migration.sql", "SELECT 1");
        MigrationFolder folder = MigrationFolders.read(root);
        assertThat(folder.migrations().stream().map(Migration::tag))
                .containsExactly("20260102030405_a", "20260102030405_b");
        assertThat(folder.migrations().getFirst().when()).isEqualTo(1767323045000L);
        assertThat(flaws()).anyMatch(flaw -> flaw.startsWith("Unreadable no_time"));
    }

    /// As `formatToMillis` of drizzle-orm 1.0.0-rc.5 said in Node.
    @ParameterizedTest
    @CsvSource({
        "20261120122923_init, 1795177763000",
        "20261320250000_over, 1800493200000",
        "2026112012292a, 1795177742000",
        "00261120122923, -1360582237000",
    })
    void readsTimesAsDrizzleDoes(String name, long millis) {
        assertThat(FolderTime.of(name)).isEqualTo(OptionalLong.of(millis));
    }

    /// The hashes are Node's.
    @ParameterizedTest
    @CsvSource({
        "EFBBBF53, EFBBBF53",
        "41FF42, 41EFBFBD42",
        "EDA08041, EFBFBDEFBFBDEFBFBD41",
        "F09F98, EFBFBD",
        "E28241, EFBFBD41",
        "F8888080, EFBFBDEFBFBDEFBFBDEFBFBD",
        "C0AF, EFBFBDEFBFBD",
        "F09F9880C3, F09F9880EFBFBD",
    })
    void decodesAsNodeDoes(String bytes, String text) {
        assertThat(NodeText.of(HexFormat.of().parseHex(bytes)).getBytes(StandardCharsets.UTF_8))
                .asHexString()
                .isEqualTo(text);
    }

    private List<String> flaws() {
        return MigrationFolders.read(root).flaws().stream()
                .map(MigrationFoldersTest::text)
                .filter(text -> !text.startsWith("MissingSnapshot"))
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
