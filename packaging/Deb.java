import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Packs an image for Debian and Ubuntu. Not by jpackage: its package has no command on the path, no AppStream
/// metainfo and one icon in /opt, registers itself by scripts, and forgets GTK (JavaFX's libraries are inside the
/// runtime's `modules`, where it does not look).
final class Deb {
    private static final Path LINUX = Path.of("packaging/linux");

    private Deb() {}

    static void make(Path image, String version) throws IOException, InterruptedException {
        Path root = Path.of("target/deb");
        Dist.delete(root);
        Files.createDirectories(root.resolve("opt"));
        Files.createDirectories(root.resolve("usr/bin"));
        copy(image, root.resolve("opt/mana-studio"));
        copy(LINUX.resolve("share"), root.resolve("usr/share"));
        Files.createSymbolicLink(root.resolve("usr/bin/mana-studio"), Path.of("../../opt/mana-studio/bin/mana-studio"));
        Path documentation = Files.createDirectories(root.resolve("usr/share/doc/mana-studio"));
        Files.copy(LINUX.resolve("copyright"), documentation.resolve("copyright"));

        String architecture = architecture();
        String control = Files.readString(LINUX.resolve("control"))
                .replace("${version}", version)
                .replace("${architecture}", architecture)
                .replace("${kilobytes}", Long.toString(kilobytes(root)));
        Files.writeString(Files.createDirectories(root.resolve("DEBIAN")).resolve("control"), control);
        Path deb = image.resolveSibling("mana-studio_" + version + "_" + architecture + ".deb");
        // xz would save 11 % and take ten times as long.
        Dist.run("dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", root.toString(), deb.toString());
    }

    /// With times and modes: the cache of classes knows the jars by their times.
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Dist.run("cp", "--archive", from.toString(), to.toString());
    }

    private static String architecture() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("dpkg", "--print-architecture").start();
        String name = new String(process.getInputStream().readAllBytes()).strip();
        process.waitFor();
        return name;
    }

    private static long kilobytes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() / 1024;
        }
    }
}
