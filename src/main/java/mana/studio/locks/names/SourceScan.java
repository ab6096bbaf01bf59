package mana.studio.locks.names;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.LockKey;

/// The advisory locks that a project's source names: constants called like a lock's id, and calls of
/// `pg_advisory_lock` and its kin. Text is read, nothing is run. Bounded, so that a huge repository does not hold it
/// up.
///
/// @param mentions in the order of the files
/// @param cut      whether there were more files than it reads
public record SourceScan(List<Mention> mentions, boolean cut) implements LockNames {
    private static final Set<String> ENDINGS =
            Set.of("ts", "tsx", "mts", "cts", "js", "mjs", "cjs", "jsx", "sql", "go", "py");
    private static final Set<String> SKIPPED =
            Set.of("node_modules", "dist", "build", "out", "target", "vendor", "coverage", "__pycache__", "venv");
    private static final int FILES = 30_000;
    private static final long LARGEST = 512 * 1024;

    public SourceScan {
        mentions = List.copyOf(mentions);
    }

    /// Reads a project's folder.
    ///
    /// @throws IOException where the folder cannot be read; a single file that cannot is passed over
    public static SourceScan of(Path folder) throws IOException {
        Walk walk = new Walk(folder);
        Files.walkFileTree(folder, walk);
        return new SourceScan(walk.mentions(), walk.seen >= FILES);
    }

    @Override
    public Optional<LockName> of(AdvisoryLock lock) {
        LockKey key = lock.key();
        // A constant says what it is for; a bare number in a call only where it stands.
        Optional<Mention> named = mentions.stream()
                .filter(mention -> mention.key().filter(key::equals).isPresent())
                .filter(mention -> !mention.constant().isEmpty())
                .findFirst();
        return named.or(() -> mentions.stream()
                        .filter(mention -> mention.key().filter(key::equals).isPresent())
                        .findFirst())
                .map(Mention::name);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<SourceText> texts = new ArrayList<>();
        private int seen;

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean skipped = !folder.equals(root) && (SKIPPED.contains(name) || name.startsWith("."));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (seen >= FILES) {
                return FileVisitResult.TERMINATE;
            }
            String name = String.valueOf(file.getFileName());
            if (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && attributes.size() <= LARGEST) {
                seen++;
                read(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private void read(Path file) throws IOException {
            try {
                String text = Files.readString(file);
                if (SourceText.isWorthReading(text)) {
                    texts.add(SourceText.of(root.relativize(file).toString().replace('\\', '/'), text));
                }
            } catch (MalformedInputException notText) {
                // Not of UTF-8: nothing that a constant could be read from.
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException refused) {
            return FileVisitResult.CONTINUE;
        }

        /// A call may name a constant of another file.
        List<Mention> mentions() {
            Map<String, LockKey> constants = new HashMap<>();
            texts.forEach(text -> text.constants().forEach(constants::putIfAbsent));
            return texts.stream()
                    .flatMap(text -> text.mentions(constants).stream())
                    .toList();
        }
    }
}
