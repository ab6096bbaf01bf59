package mana.studio.drizzle.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// A disk whose process dies at a step: nothing of what follows is done.
final class DyingDisk implements Disk {
    private final Disk disk = Disk.REAL;
    private final int dyingAt;
    private final boolean halfway;
    private int steps;
    private boolean dead;

    /// @param dyingAt the step at which it dies, counted from 0
    /// @param halfway whether half of the bytes of that step still reach the disk; else nothing of it does
    DyingDisk(int dyingAt, boolean halfway) {
        this.dyingAt = dyingAt;
        this.halfway = halfway;
    }

    /// One that never dies, for counting.
    static DyingDisk immortal() {
        return new DyingDisk(Integer.MAX_VALUE, false);
    }

    int steps() {
        return steps;
    }

    /// What a kill looks like from inside: nobody catches it.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private boolean isLast() {
        if (dead) {
            throw new Killed();
        }
        boolean last = steps == dyingAt;
        steps++;
        dead = last;
        return last;
    }

    private void step() {
        if (isLast()) {
            throw new Killed();
        }
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        step();
        disk.makeDirectory(directory);
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        if (isLast()) {
            if (halfway) {
                disk.write(file, Arrays.copyOf(content, content.length / 2));
            }
            throw new Killed();
        }
        disk.write(file, content);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        disk.move(from, to);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        step();
        disk.replace(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        step();
        disk.delete(path);
    }

    @Override
    public void sync(Path directory) throws IOException {
        step();
        disk.sync(directory);
    }
}
