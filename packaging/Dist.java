import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes `target/dist/mana-studio`, an image of the studio that needs no Java on the machine: a runtime of the JDK's
/// and JavaFX's modules, everything else on the class path, and a cache of loaded classes that shortens the start.
/// `mvn -Pdist package` runs it with the toolchain's JDK.
public final class Dist {
    private static final String SYSTEM = system();
    private static final Path INPUT = Path.of("target/dist-input");
    private static final Path RUNTIME = Path.of("target/dist-runtime");
    private static final Path OUTPUT = Path.of("target/dist");

    private Dist() {}

    /// @param arguments the runtime class path, the version, the studio's jar; then, if wanted, an installer to make of
    ///     the image: `deb`, or a type of jpackage's on this system
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Path> classPath =
                Stream.of(arguments[0].split(File.pathSeparator)).map(Path::of).toList();
        String version = arguments[1];
        Path jar = Path.of(arguments[2]);
        String installer = arguments.length > 3 ? arguments[3] : "";

        linkRuntime(classPath);
        gatherJars(classPath, jar);
        makeImage(version, jar);
        if (SYSTEM.equals("linux")) {
            AotCache.add(OUTPUT.resolve("mana-studio"));
            Launchers.split(OUTPUT.resolve("mana-studio"));
        }
        switch (installer) {
            case "" -> {}
            case "deb" -> Deb.make(OUTPUT.resolve("mana-studio"), version);
            default -> makeInstaller(version, installer);
        }
    }

    private static void linkRuntime(List<Path> classPath) throws IOException, InterruptedException {
        delete(RUNTIME);
        String javafx = classPath.stream()
                .filter(Dist::isJavaFx)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        run(jdk("jlink"), "@packaging/jlink.options", "--module-path", javafx, "--output", RUNTIME.toString());
    }

    private static void gatherJars(List<Path> classPath, Path jar) throws IOException {
        delete(INPUT);
        Files.createDirectories(INPUT);
        Files.copy(jar, INPUT.resolve(jar.getFileName()));
        for (Path path : classPath) {
            if (Files.isRegularFile(path) && !isJavaFx(path)) {
                Files.copy(path, INPUT.resolve(path.getFileName()));
            }
        }
    }

    private static void makeImage(String version, Path jar) throws IOException, InterruptedException {
        delete(OUTPUT);
        run(
                jdk("jpackage"),
                "--type",
                "app-image",
                "--input",
                INPUT.toString(),
                "--main-jar",
                jar.getFileName().toString(),
                "--runtime-image",
                RUNTIME.toString(),
                "--dest",
                OUTPUT.toString(),
                "--app-version",
                version,
                "@packaging/jpackage.options",
                "@packaging/" + SYSTEM + "/image.options");
    }

    private static void makeInstaller(String version, String type) throws IOException, InterruptedException {
        String image = SYSTEM.equals("mac") ? "mana-studio.app" : "mana-studio";
        run(
                jdk("jpackage"),
                "--type",
                type,
                "--app-image",
                OUTPUT.resolve(image).toString(),
                "--dest",
                OUTPUT.toString(),
                "--app-version",
                version,
                "@packaging/" + SYSTEM + "/installer.options");
    }

    private static boolean isJavaFx(Path path) {
        return path.getFileName().toString().startsWith("javafx-");
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("windows")) {
            return "windows";
        }
        return name.contains("mac") ? "mac" : "linux";
    }

    /// A tool of the JDK that runs this.
    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    static void run(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command[0] + " ended with exit code " + exit);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
