package mana.studio.drizzle.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mana.studio.drizzle.files.MigrationFile;

/// Files that no journal names.
final class Strays {
    private Strays() {}

    /// Its text; empty where it cannot be read.
    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    static String hash(Path file) {
        return new MigrationFile(file, text(file)).hash();
    }
}
