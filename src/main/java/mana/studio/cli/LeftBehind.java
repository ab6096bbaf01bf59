package mana.studio.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mana.studio.drizzle.write.MigrationFiles;

/// What a studio that was killed while it wrote a migration has left in a folder: a snapshot without its line in the
/// journal, say. It is put right before the folder is read, as in the window.
final class LeftBehind {
    private LeftBehind() {}

    /// @throws CliException where it is there and cannot be put right
    static void recover(Path migrations, PrintWriter err) throws CliException {
        if (!Files.isDirectory(migrations)) {
            return;
        }
        try {
            MigrationFiles.recover(migrations).ifPresent(recovery -> {
                err.println(recovery.words());
                err.flush();
            });
        } catch (UncheckedIOException refused) {
            throw new CliException(
                    "In " + migrations + " lies a migration that was not written to its end, and the folder cannot be"
                            + " written to (" + refused.getMessage() + ").",
                    "Run mana-studio history --migrations " + migrations + " as someone who may write there.");
        }
    }
}
