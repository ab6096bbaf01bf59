package mana.studio.drizzle.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// A disk that is full when a name is to be given.
record FailingDisk(BooleanSupplier full) implements Disk {
    @Override
    public void makeDirectory(Path directory) throws IOException {
        REAL.makeDirectory(directory);
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        REAL.write(file, content);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        if (full.getAsBoolean()) {
            throw new IOException("No space left on device");
        }
        REAL.move(from, to);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        REAL.replace(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        REAL.delete(path);
    }

    @Override
    public void sync(Path directory) throws IOException {
        REAL.sync(directory);
    }
}
