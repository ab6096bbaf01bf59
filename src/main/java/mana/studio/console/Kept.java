package mana.studio.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;

/// The texts of the consoles of one connection, kept in the state folder by number.
public final class Kept {
    /// So many texts of consoles that are not open are kept.
    private static final int MOST = 50;

    private static final Pattern FILE = Pattern.compile("(\\d{1,6})\\.json");

    private final Path folder;

    public Kept(Places places, String profile) {
        folder = places.state().resolve("consoles").resolve(profile.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    /// What a console showed.
    ///
    /// @param file the file it was opened from or saved to; null for none
    public record Text(String text, int caret, @Nullable String file) {
        public static final Text EMPTY = new Text("", 0, null);

        public Text {
            text = text == null ? "" : text;
        }
    }

    public Text load(int number) {
        return file(number).load();
    }

    /// Keeps a text without the passwords in it; an empty one is forgotten.
    public void save(int number, Text text) {
        if (text.text().isBlank() && text.file() == null) {
            forget(number);
        } else {
            file(number).save(new Text(Script.withoutSecrets(text.text()), text.caret(), text.file()));
        }
    }

    private void forget(int number) {
        try {
            Files.deleteIfExists(path(number));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// The number of a new console: the lowest that neither is open nor has a text. The oldest of too many texts that
    /// are
    /// not open go.
    public int next(Set<Integer> open) {
        List<Integer> closed =
                numbers().stream().filter(number -> !open.contains(number)).toList();
        closed.stream().skip(MOST).forEach(this::forget);
        List<Integer> left = closed.subList(0, Math.min(MOST, closed.size()));
        return Stream.iterate(1, number -> number + 1)
                .filter(number -> !open.contains(number) && !left.contains(number))
                .findFirst()
                .orElseThrow();
    }

    /// The newest first.
    private List<Integer> numbers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> FILE.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparingLong(Kept::age))
                    .map(file -> Integer.parseInt(file.getFileName().toString().replace(".json", "")))
                    .toList();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static long age(Path file) {
        return -file.toFile().lastModified();
    }

    private JsonFile<Text> file(int number) {
        return new JsonFile<>(path(number), Text.class, Text.EMPTY);
    }

    private Path path(int number) {
        return folder.resolve(number + ".json");
    }
}
