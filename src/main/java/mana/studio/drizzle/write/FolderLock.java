package mana.studio.drizzle.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import mana.studio.drizzle.write.Refusal.Reason;

/// The right to write in a migrations folder, held by one studio at a time. The system takes it back from a process
/// that dies. The file goes with the lock, so that no repository ever sees it.
final class FolderLock implements AutoCloseable {
    private static final int TRIES = 10;
    private static final int LENGTHS = 1 << 16;
    /// The folders of this process: the system only keeps processes apart.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private FolderLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static Path path(Path root) {
        return root.resolve(Staging.MARK + ".lock");
    }

    /// @throws Refusal where another has it: nobody is waited for
    static FolderLock take(Path root) throws Refusal, IOException {
        Path path = path(root);
        if (!HELD.add(path)) {
            throw busy();
        }
        try {
            return new FolderLock(path, open(path));
        } catch (Refusal | IOException | RuntimeException refused) {
            HELD.remove(path);
            throw refused;
        }
    }

    private static FileChannel open(Path path) throws Refusal, IOException {
        for (int at = 0; at < TRIES; at++) {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw busy();
            }
            if (isNamed(channel, path)) {
                return channel;
            }
            channel.close();
        }
        throw busy();
    }

    /// The file may have been unlinked by whoever had the lock before, between opening and locking it. Then the name
    /// leads elsewhere, or nowhere, and the lock is worth nothing: a length that was given to the one is not seen of
    /// the other. (Reading the file would not do: on POSIX closing it gives the lock away.)
    private static boolean isNamed(FileChannel channel, Path path) throws IOException {
        int length = 1 + ThreadLocalRandom.current().nextInt(LENGTHS);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), length - 1L);
        try {
            return Files.size(path) == length;
        } catch (NoSuchFileException unlinked) {
            return false;
        }
    }

    private static Refusal busy() {
        return new Refusal(
                Reason.BUSY, "Another studio is writing in this folder. Look at what it wrote, then write again.");
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stillOpen) {
            // Windows does not delete what is open: the empty file stays, and the next one uses it.
        } finally {
            channel.close();
            HELD.remove(path);
        }
    }
}
