package mana.studio.drizzle.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mana.studio.drizzle.files.MigrationFile;

/// Files that no journal names.
final class Strays {
    private Strays() {}

    /// With its text; an empty one where it cannot be read.
    static MigrationFile read(Path file) {
        try {
            return new MigrationFile(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return new MigrationFile(file, "");
        }
    }
}
