import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// Gives an image a cache of loaded and linked classes (JEP 483, 514, 515), learnt from a run of the image itself,
/// since it holds for exactly this runtime and these jars. It may be moved with them, and the studio starts without it.
final class AotCache {
    /// What the image does once, headless, to show what it needs: a visit of every screen on the demo database.
    private static final List<String> TRAINING = List.of("tour", "target/dist-tour");

    /// And, in the same run, the commands that compare and judge.
    private static final String COMMANDS = String.join(
            ";",
            "diff,--from,packaging/training/before.sql,--to,packaging/training/after.sql",
            "diff,--safe,--json,--from,packaging/training/before.sql,--to,packaging/training/after.sql",
            "check,packaging/training/after.sql");

    private static final Path LOG = Path.of("target/dist-training.log");

    private AotCache() {}

    static void add(Path image) throws IOException, InterruptedException {
        Files.deleteIfExists(LOG);
        Path cache = image.resolve("lib/app/mana-studio.aot").toAbsolutePath();
        run(image, TRAINING, "-XX:AOTCacheOutput=" + cache + " -Dmana.studio.then=" + COMMANDS);
        Files.writeString(
                image.resolve("lib/app/mana-studio.cfg"),
                "java-options=-XX:AOTCache=$APPDIR/" + cache.getFileName() + "\n",
                StandardOpenOption.APPEND);
        // "on" ends the program where the cache does not fit; the default would only be slow.
        run(image, List.of("--version"), "-XX:AOTMode=on");
    }

    private static void run(Path image, List<String> arguments, String option)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("mana-studio-training");
        ProcessBuilder studio = new ProcessBuilder(
                Stream.concat(Stream.of(image.resolve("bin/mana-studio").toString()), arguments.stream())
                        .toList());
        studio.environment()
                .put(
                        "JAVA_TOOL_OPTIONS",
                        option + " -Dmana.studio.home=" + home + " -Dglass.platform=Headless -Dprism.order=sw");
        studio.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        int exit = studio.start().waitFor();
        Dist.delete(home);
        if (exit != 0) {
            throw new IllegalStateException("The image ended with exit code " + exit + ": see " + LOG);
        }
    }
}
