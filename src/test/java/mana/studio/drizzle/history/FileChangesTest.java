package mana.studio.drizzle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes of files that a person has looked at: all or none.
class FileChangesTest {
    @TempDir
    private Path folder;

    @Test
    void writesMakesAndTakesAway() throws IOException {
        Path changed = Files.writeString(folder.resolve("a.sql"), "a");
        Path gone = Files.writeString(folder.resolve("b.sql"), "b");
        Path made = folder.resolve("meta/c.json");
        FileChanges.apply(List.of(
                new FileChange(changed, "a", "ä"), new FileChange(gone, "b", null), new FileChange(made, null, "c")));
        assertThat(changed).hasContent("ä");
        assertThat(gone).doesNotExist();
        assertThat(made).hasContent("c");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).containsExactlyInAnyOrder(changed, made);
        }
    }

    @Test
    void refusesAllWhereOneChangedMeanwhile() throws IOException {
        Path first = Files.writeString(folder.resolve("a.sql"), "a");
        Path second = Files.writeString(folder.resolve("b.sql"), "other");
        assertThatThrownBy(() ->
                        FileChanges.apply(List.of(new FileChange(first, "a", "A"), new FileChange(second, "b", "B"))))
                .hasMessageContaining("b.sql was changed meanwhile");
        assertThat(first).hasContent("a");
        assertThat(second).hasContent("other");
    }

    @Test
    void putsBackWhatCameBeforeOneThatFails() throws IOException {
        Path first = Files.writeString(folder.resolve("a.sql"), "a");
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("inside"), "");
        assertThatThrownBy(() -> FileChanges.apply(
                        List.of(new FileChange(first, "a", "A"), new FileChange(full, null, "no place for a file"))))
                .isInstanceOf(IOException.class);
        assertThat(first).hasContent("a");
    }
}
