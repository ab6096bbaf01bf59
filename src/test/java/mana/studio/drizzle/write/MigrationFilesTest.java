package mana.studio.drizzle.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.write.DyingDisk.Killed;
import mana.studio.drizzle.write.Recovery.Outcome;
import mana.studio.drizzle.write.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationFilesTest {
    @TempDir
    private Path temporary;

    /// What was there before a write.
    private enum Start {
        JOURNAL,
        DATED,
        NOTHING;

        Path in(Path root) throws IOException {
            return switch (this) {
                case JOURNAL -> Folders.journal(root);
                case DATED -> Folders.dated(root);
                case NOTHING -> root;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesEveryFileAndLeavesNothingElse(Start start) throws Exception {
        Path root = start.in(temporary.resolve("drizzle"));
        Map<String, String> before = Folders.all(root);
        MigrationSet set = Folders.set(root, "users", "posts");

        MigrationFiles.write(set);

        before.remove("meta/_journal.json");
        Map<String, String> wanted = Folders.all(root);
        wanted.keySet().removeAll(before.keySet());
        assertThat(wanted).hasSameSizeAs(set.files());
        set.files().forEach(file -> assertThat(wanted).containsEntry(file.path(), file.text()));
        assertThat(Folders.all(root)).containsAllEntriesOf(before);
    }

    @Test
    void readsAsMigrationsBehindTheOthers() throws Exception {
        Path root = Folders.journal(temporary);
        MigrationFiles.write(Folders.set(root, "users"));
        MigrationFiles.write(Folders.set(root, "posts"));

        MigrationFolder folder = MigrationFiles.read(root);

        assertThat(folder.flaws())
                .noneMatch(flaw -> !(flaw instanceof mana.studio.drizzle.files.Flaw.Collision)
                        && !(flaw instanceof mana.studio.drizzle.files.Flaw.BrokenChain));
        assertThat(folder.migrations())
                .extracting(Migration::tag)
                .containsExactly("0000_init", "0001_users", "0002_posts");
        assertThat(folder.migrations()).extracting(Migration::when).isSorted().doesNotHaveDuplicates();
    }

    /// Each step of the disk, dying before it and, where it writes, in the middle of it.
    static Stream<Start> starts() {
        return Stream.of(Start.values());
    }

    @ParameterizedTest
    @MethodSource("starts")
    void isAllOrNothingWhereverItIsKilled(Start start) throws Exception {
        Path original = start.in(Files.createDirectories(temporary.resolve("original")));
        Map<String, String> before = Folders.all(original);
        Path counted = copy(original, "counted");
        DyingDisk counting = DyingDisk.immortal();
        MigrationFiles.write(Folders.set(counted, "users", "posts"), counting);
        Map<String, String> after = Folders.all(counted);
        assertThat(counting.steps()).isGreaterThan(15);
        int done = 0;

        for (int step = 0; step < counting.steps() * 2; step++) {
            Path root = copy(original, "killed" + step);
            MigrationSet set = Folders.set(root, "users", "posts");
            DyingDisk dying = new DyingDisk(step / 2, step % 2 == 1);
            boolean ended = false;
            try {
                MigrationFiles.write(set, dying);
                ended = true;
            } catch (Killed killed) {
                MigrationFiles.recover(root);
            }
            Map<String, String> left = Folders.all(root);
            assertThat(left).as("killed at step " + step / 2).isIn(before, after);
            assertThat(ended).isFalse();
            done += left.equals(after) ? 1 : 0;
        }

        assertThat(done).as("some were killed behind the last rename").isPositive();
    }

    @ParameterizedTest
    @MethodSource("starts")
    void isAllOrNothingWhenTheRecoveryIsKilledToo(Start start) throws Exception {
        Path original = start.in(Files.createDirectories(temporary.resolve("original")));
        Map<String, String> before = Folders.all(original);
        Path counted = copy(original, "counted");
        DyingDisk counting = DyingDisk.immortal();
        MigrationFiles.write(Folders.set(counted, "users", "posts"), counting);
        Map<String, String> after = Folders.all(counted);

        for (int step = 0; step < counting.steps(); step++) {
            Path killed = copy(original, "killed" + step);
            MigrationSet set = Folders.set(killed, "users", "posts");
            DyingDisk dying = new DyingDisk(step, false);
            assertThatThrownBy(() -> MigrationFiles.write(set, dying)).isInstanceOf(Killed.class);
            for (int again = 0; ; again++) {
                Path root = copy(killed, "again" + step + "-" + again);
                boolean whole;
                try {
                    MigrationFiles.recover(root, new DyingDisk(again, true));
                    whole = true;
                } catch (Killed twice) {
                    MigrationFiles.recover(root);
                    whole = false;
                }
                assertThat(Folders.all(root))
                        .as("killed at %d, then at %d", step, again)
                        .isIn(before, after);
                if (whole) {
                    break;
                }
            }
        }
    }

    @Test
    void leavesWhatSomebodyElseMadeInTheMeantime() throws Exception {
        Path root = Folders.journal(temporary);
        MigrationSet set = Folders.set(root, "users");
        String snapshot = set.files().get(2).path();
        int beforeJournal = IntStream.range(0, 100)
                .filter(step -> {
                    try {
                        Path copy = copy(root, "probe" + step);
                        MigrationFiles.write(Folders.set(copy, "users"), new DyingDisk(step, false));
                        return false;
                    } catch (Killed killed) {
                        return Files.exists(temporary.resolve("probe" + step).resolve(snapshot));
                    } catch (Refusal | IOException failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> MigrationFiles.write(
                        Folders.set(copy(root, "killed"), "users"), new DyingDisk(beforeJournal, false)))
                .isInstanceOf(Killed.class);
        Path killed = temporary.resolve("killed");
        Files.writeString(killed.resolve(snapshot), "drizzle-kit wrote over it");

        assertThat(MigrationFiles.recover(killed)).hasValueSatisfying(recovery -> {
            assertThat(recovery.outcome()).isEqualTo(Outcome.REMOVED);
            assertThat(recovery.tags()).containsExactly("0001_users");
            assertThat(recovery.taken()).doesNotContain(snapshot).contains("0001_users.sql");
        });

        assertThat(killed.resolve(snapshot)).hasContent("drizzle-kit wrote over it");
        assertThat(killed.resolve("0001_users.sql")).doesNotExist();
    }

    @Test
    void refusesWhenTheJournalIsNotWhatWasRead() throws Exception {
        Path root = Folders.journal(temporary);
        MigrationSet mine = Folders.set(root, "mine");
        MigrationFiles.write(Folders.set(root, "theirs"));
        Map<String, String> theirs = Folders.all(root);

        assertThatThrownBy(() -> MigrationFiles.write(mine)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.CHANGED);
            assertThat(refusal.getMessage()).contains("0001_theirs.sql");
        });

        assertThat(Folders.all(root)).isEqualTo(theirs);
    }

    @Test
    void refusesTheSecondOfTwoStudios() throws Exception {
        Path root = Folders.journal(temporary.resolve("drizzle"));
        Map<String, String> before = Folders.all(root);
        MigrationSet set = Folders.set(root, "mine");
        Process other = child(root, "hold");
        try (BufferedReader said = said(other)) {
            assertThat(said.readLine()).isEqualTo("held");

            assertThatThrownBy(() -> MigrationFiles.write(set))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.BUSY));
            Map<String, String> now = Folders.all(root);
            now.remove(".mana-studio.lock");
            assertThat(now).isEqualTo(before);
        } finally {
            other.destroyForcibly().waitFor();
        }

        MigrationFiles.write(set);
        assertThat(root.resolve("0001_mine.sql")).exists();
        assertThat(root.resolve(".mana-studio.lock")).doesNotExist();
    }

    /// A real process, killed by the system at several places of its write.
    @Test
    void isAllOrNothingWhenTheProcessIsKilled() throws Exception {
        Path original = Folders.journal(temporary.resolve("original"));
        Map<String, String> before = Folders.all(original);
        Path whole = copy(original, "whole");
        DyingDisk counting = DyingDisk.immortal();
        MigrationFiles.write(Folders.set(whole, "killed"), counting);
        Map<String, String> after = Folders.all(whole);

        for (int steps : new int[] {3, counting.steps() - 9, counting.steps() - 3}) {
            Path root = copy(original, "root" + steps);
            Process child = child(root, "write");
            try (BufferedReader said = said(child)) {
                for (int line = 0; line < steps; line++) {
                    assertThat(said.readLine()).isEqualTo("step");
                }
            }
            child.destroyForcibly();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(Folders.all(root).keySet()).anyMatch(name -> name.startsWith(".mana-studio"));

            MigrationFiles.read(root);

            Map<String, String> left = Folders.all(root);
            left.remove(".mana-studio.lock");
            assertThat(left).as("killed after step " + steps).isIn(before, after);
        }
    }

    @Test
    void refusesASecondWriterOfTheSameProcess() throws Exception {
        Path root = Folders.journal(temporary.resolve("drizzle"));
        MigrationSet set = Folders.set(root, "mine");
        try (FolderLock _ = FolderLock.take(root)) {
            assertThatThrownBy(() -> MigrationFiles.write(set))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.BUSY));
        }
        MigrationFiles.write(set);
    }

    @Test
    void saysThatItMayNotWrite() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "no folder");
        MigrationSet set = Folders.set(file.resolve("drizzle"), "users");

        assertThatThrownBy(() -> MigrationFiles.write(set)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.NOT_WRITABLE);
            assertThat(refusal.getMessage()).contains("cannot be written to").contains("Nothing was written");
        });
    }

    @Test
    void putsEverythingBackWhenTheDiskRefusesOneFile() throws Exception {
        Path root = Folders.journal(temporary.resolve("drizzle"));
        Map<String, String> before = Folders.all(root);
        int[] moves = {0};
        Disk full = new FailingDisk(() -> ++moves[0] == 3);

        assertThatThrownBy(() -> MigrationFiles.write(Folders.set(root, "users"), full))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.NOT_WRITABLE);
                    assertThat(refusal.getMessage()).contains("No space left on device");
                });

        assertThat(Folders.all(root)).isEqualTo(before);
    }

    private Path copy(Path original, String name) throws IOException {
        Path copy = temporary.resolve(name);
        if (Files.isDirectory(original)) {
            try (Stream<Path> inside = Files.list(original)) {
                Files.createDirectories(copy);
                for (Path path : inside.filter(path -> !isProbe(path)).toList()) {
                    Folders.copy(path, copy.resolve(path.getFileName().toString()));
                }
            }
        }
        return copy;
    }

    private static boolean isProbe(Path path) {
        return Set.of("probe", "killed").stream()
                .anyMatch(name -> path.getFileName().toString().startsWith(name));
    }

    private static Process child(Path root, String what) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        WritingProcess.class.getName(),
                        root.toString(),
                        what)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader said(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
