package mana.studio.drizzle.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.write.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingTest {
    private static final long LAST = 1795177761847L;

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({
        "INDEX, 0001_users",
        "TIMESTAMP, 20261125100000_users",
        "SUPABASE, 20261125100000_users",
        "UNIX, 1795600800_users"
    })
    void namesByThePrefixOfTheProject(Prefix prefix, String tag) throws Exception {
        Folders.journal(root);
        assertThat(stamp(prefix, Folders.NOW, null).tag()).isEqualTo(tag);
    }

    @Test
    void takesTheTimeOfDayWhereItIsLaterThanEverything() throws Exception {
        Folders.journal(root);
        Stamp stamp = stamp(Prefix.INDEX, Folders.NOW, LAST);
        assertThat(stamp.when()).isEqualTo(Folders.NOW.toEpochMilli());
        assertThat(stamp.bent()).isNull();
    }

    @Test
    void goesBehindAnEntryOfTheFutureAndSaysSo() throws Exception {
        Folders.journal(root);
        Stamp stamp = stamp(Prefix.INDEX, Instant.ofEpochMilli(LAST - 3 * 86_400_000L), null);
        assertThat(stamp.when()).isEqualTo(LAST + 1);
        assertThat(stamp.bent()).contains("3 days ahead").contains("the journal's newest entry");
    }

    @Test
    void goesBehindTheNewestRowOfTheDatabaseAndSaysSo() throws Exception {
        Folders.journal(root);
        long row = Folders.NOW.toEpochMilli() + 7_200_000;
        Stamp stamp = stamp(Prefix.INDEX, Folders.NOW, row);
        assertThat(stamp.when()).isEqualTo(row + 1);
        assertThat(stamp.bent()).contains("2 hours ahead").contains("migrations table");
    }

    @Test
    void neverTakesANumberThatAFileHas() throws Exception {
        Folders.journal(root);
        Files.writeString(root.resolve("0003_lost_in_a_merge.sql"), "SELECT 1");
        assertThat(stamp(Prefix.INDEX, Folders.NOW, null).tag()).isEqualTo("0004_users");
    }

    @Test
    void refusesANameThatIsTaken() throws Exception {
        Folders.journal(root);
        Files.writeString(root.resolve("1795600800_users.sql"), "SELECT 1");
        assertThatThrownBy(() -> stamp(Prefix.UNIX, Folders.NOW, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TAKEN));
    }

    @Test
    void refusesThePrefixNone() throws Exception {
        Folders.journal(root);
        assertThatThrownBy(() -> stamp(Prefix.NONE, Folders.NOW, null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.PREFIX);
                    assertThat(refusal.getMessage()).contains("writes the whole schema again");
                });
    }

    @Test
    void refusesNumbersBehindTimes() throws Exception {
        Folders.journal(root);
        Files.writeString(root.resolve("meta/20260101000000_snapshot.json"), Folders.snapshot("b", "a"));
        assertThatThrownBy(() -> stamp(Prefix.INDEX, Folders.NOW, null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.PREFIX);
                    assertThat(refusal.getMessage()).contains("0001_snapshot.json");
                });
    }

    @Test
    void standsASecondLaterThanASnapshotOfTheSameSecond() throws Exception {
        Folders.journal(root);
        Files.writeString(root.resolve("meta/20261125100004_snapshot.json"), Folders.snapshot("b", "a"));
        assertThat(stamp(Prefix.TIMESTAMP, Folders.NOW, null).tag()).isEqualTo("20261125100005_users");
    }

    @Test
    void datesAFolderBehindTheNewest() throws Exception {
        Folders.dated(root);
        Numbering numbering = new Numbering(
                MigrationFolders.read(root), false, Prefix.INDEX, Instant.parse("2026-11-01T00:00:00Z"), null);
        List<Stamp> stamps = numbering.stamps(List.of("users", "posts"));
        assertThat(stamps).extracting(Stamp::tag).containsExactly("20261120122924_users", "20261120122925_posts");
        assertThat(stamps.getFirst().bent()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "../x", "a/b", "a b", "ä", "_x", "con", "x.sql", "-x"})
    void refusesNamesThatAreNoFiles(String name) throws IOException {
        Folders.journal(root);
        assertThatThrownBy(() -> new Numbering(MigrationFolders.read(root), true, Prefix.INDEX, Folders.NOW, null)
                        .stamps(List.of(name)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NAME));
    }

    @Test
    void makesNamesOutOfWords() {
        assertThat(MigrationName.of("Add column email to auth.users")).isEqualTo("add_column_email_to_auth_users");
        assertThat(MigrationName.of("…")).isEqualTo("migration");
        assertThat(MigrationName.of("x".repeat(50) + " and something more")).isEqualTo("x".repeat(50) + "_and");
    }

    private Stamp stamp(Prefix prefix, Instant now, @Nullable Long row) throws Refusal {
        return new Numbering(MigrationFolders.read(root), true, prefix, now, row)
                .stamps(List.of("users"))
                .getFirst();
    }
}
