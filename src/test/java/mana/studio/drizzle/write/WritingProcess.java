package mana.studio.drizzle.write;

import java.io.IOException;
import java.nio.file.Path;

/// Another studio, in a process of its own. It says every step of the disk and waits a little, so that it can be killed
/// in the middle; or it holds the folder until it is killed.
final class WritingProcess implements Disk {
    private static final int PAUSE = 15;

    private WritingProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        if (arguments[1].equals("hold")) {
            try (FolderLock _ = FolderLock.take(root)) {
                say("held");
                Thread.sleep(60_000);
            }
        }
        MigrationFiles.write(Folders.set(root, "killed"), new WritingProcess());
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    private static void step() {
        say("step");
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        REAL.makeDirectory(directory);
        step();
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        REAL.write(file, content);
        step();
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        REAL.move(from, to);
        step();
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        REAL.replace(from, to);
        step();
    }

    @Override
    public void delete(Path path) throws IOException {
        REAL.delete(path);
        step();
    }

    @Override
    public void sync(Path directory) throws IOException {
        REAL.sync(directory);
        step();
    }
}
