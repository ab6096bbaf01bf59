package mana.studio.drizzle.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.write.NewFile.Purpose;

/// Migrations folders for tests, and all that is in them.
final class Folders {
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private Folders() {}

    /// A folder of the stable line with one migration.
    static Path journal(Path root) throws IOException {
        Files.createDirectories(root.resolve("meta"));
        Files.writeString(root.resolve("0000_init.sql"), "CREATE SCHEMA \"auth\";\n");
        Files.writeString(root.resolve("meta/0000_snapshot.json"), snapshot("a", "0"));
        Files.writeString(root.resolve("meta/_journal.json"), journalText());
        return root;
    }

    private static String journalText() {
        try {
            return JournalText.with(null, List.of(new Stamp(0, "0000", "0000_init", 1795177761847L, null)), true);
        } catch (Refusal impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A folder of 1.0 with one migration.
    static Path dated(Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("20261120122923_init"));
        Files.writeString(folder.resolve("migration.sql"), "CREATE SCHEMA \"auth\";\n");
        Files.writeString(folder.resolve("snapshot.json"), snapshot("a", "0"));
        return root;
    }

    static String snapshot(String id, String parent) {
        return "{\"version\":\"7\",\"dialect\":\"postgresql\",\"id\":\"%s\",\"prevId\":\"%s\",\"tables\":{}}"
                .formatted(id, parent);
    }

    /// Two migrations behind those of a folder.
    static MigrationSet set(Path root, String... names) throws Refusal {
        MigrationFolder folder = MigrationFolders.read(root);
        boolean journal = Numbering.isJournal(folder, mana.studio.drizzle.files.Layout.JOURNAL);
        List<Stamp> stamps = new Numbering(folder, journal, Prefix.INDEX, NOW, null).stamps(List.of(names));
        List<NewFile> files = new ArrayList<>();
        for (Stamp stamp : stamps) {
            String sql = "CREATE TABLE \"auth\".\"" + stamp.tag() + "\" ();";
            String back = "DROP TABLE \"auth\".\"" + stamp.tag() + "\";";
            String snapshot = snapshot(stamp.tag(), "a");
            if (journal) {
                files.add(new NewFile(stamp.tag() + ".sql", Purpose.SQL, sql));
                files.add(new NewFile(stamp.tag() + ".down.sql", Purpose.DOWN, back));
                files.add(new NewFile("meta/" + stamp.prefix() + "_snapshot.json", Purpose.SNAPSHOT, snapshot));
            } else {
                files.add(new NewFile(stamp.tag() + "/migration.sql", Purpose.SQL, sql));
                files.add(new NewFile(stamp.tag() + "/down.sql", Purpose.DOWN, back));
                files.add(new NewFile(stamp.tag() + "/snapshot.json", Purpose.SNAPSHOT, snapshot));
            }
        }
        if (journal) {
            files.add(new NewFile(
                    "meta/_journal.json", Purpose.JOURNAL, JournalText.with(JournalText.read(root), stamps, true)));
        }
        return new MigrationSet(root, journal, FolderContents.of(root), files, stamps, List.of());
    }

    /// Every file below a folder with its text, hidden ones too; a folder without any is named with nothing in it.
    static Map<String, String> all(Path root) throws IOException {
        Map<String, String> all = new TreeMap<>();
        if (!Files.exists(root)) {
            return all;
        }
        try (Stream<Path> inside = Files.walk(root)) {
            for (Path path : inside.filter(Files::isRegularFile).toList()) {
                all.put(root.relativize(path).toString(), Files.readString(path));
            }
        }
        return all;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> inside = Files.walk(from)) {
            for (Path path : inside.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
