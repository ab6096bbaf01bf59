package mana.studio.drizzle.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The steps that change a disk, one at a time: a writer may be killed between any two, or within one.
interface Disk {
    /// Nothing where it is there already.
    void makeDirectory(Path directory) throws IOException;

    /// A new file whose content has reached the disk when this returns.
    void write(Path file, byte[] content) throws IOException;

    /// Gives a file or a folder another name, which nothing has yet.
    void move(Path from, Path to) throws IOException;

    /// Puts a file in another's place: whoever opens that sees the one or the other whole.
    void replace(Path from, Path to) throws IOException;

    /// A file, or an empty folder.
    void delete(Path path) throws IOException;

    /// The names in a folder have reached the disk when this returns.
    void sync(Path directory) throws IOException;

    /// The real one.
    Disk REAL = new Disk() {
        @Override
        public void makeDirectory(Path directory) throws IOException {
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(directory);
            }
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Files.move(from, to);
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void delete(Path path) throws IOException {
            Files.deleteIfExists(path);
        }

        /// Windows has no way to ask for it, and does it by itself.
        @Override
        public void sync(Path directory) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException unsupported) {
                // What cannot be forced is written in the order in which it was asked for.
            }
        }
    };
}
