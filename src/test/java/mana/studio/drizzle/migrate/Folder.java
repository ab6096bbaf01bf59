package mana.studio.drizzle.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A migrations folder of a test.
final class Folder {
    final Path path;
    private final List<String> entries = new ArrayList<>();

    Folder(Path path) {
        this.path = path;
        write("meta/_journal.json", "{\"entries\":[]}");
    }

    /// @param sql of `0001_name` and so on, from 0000; the times are 1000, 2000 …
    static Folder of(Path path, String... sql) {
        Folder folder = new Folder(path);
        for (String one : sql) {
            folder.add("m", (folder.entries.size() + 1) * 1000L, one);
        }
        return folder;
    }

    Folder add(String name, long when, String sql) {
        String tag = "%04d_%s".formatted(entries.size(), name);
        write(tag + ".sql", sql);
        entries.add("{\"idx\":%d,\"version\":\"7\",\"when\":%d,\"tag\":\"%s\",\"breakpoints\":true}"
                .formatted(entries.size(), when, tag));
        write("meta/_journal.json", entries.stream().collect(Collectors.joining(",", "{\"entries\":[", "]}")));
        return this;
    }

    Folder write(String name, String text) {
        try {
            Files.createDirectories(path.resolve(name).getParent());
            Files.writeString(path.resolve(name), text);
            return this;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
