package mana.studio.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// The real drizzle-kit as a judge: installed once per build, from the lock file beside the tests. Where Node or the
/// packages cannot be had, the test that asks is skipped and says so.
public final class DrizzleKit {
    private static final Path HOME = Path.of("target", "drizzle-kit").toAbsolutePath();
    private static Optional<String> absent = Optional.empty();
    private static boolean tried;

    private DrizzleKit() {}

    /// The folder that has `node_modules`; projects below it find drizzle-kit and drizzle-orm as Node looks them up.
    public static synchronized Path home() {
        if (!tried) {
            absent = install();
            tried = true;
        }
        absent.ifPresent(reason -> Assumptions.abort("drizzle-kit is not here to judge: " + reason));
        return HOME;
    }

    /// A new empty folder below {@link #home()}.
    public static Path folder(String name) {
        try {
            Path work = Files.createDirectories(home().resolve("work"));
            return Files.createTempDirectory(work, name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What a command said and how it ended.
    public record Said(int exit, String out, String err) {}

    /// Runs one of the installed commands (`drizzle-kit`, `tsx`, `tsc`) in a folder, without a terminal.
    public static Said run(Path folder, Map<String, String> environment, String command, String... arguments) {
        Path script = home().resolve("node_modules/.bin").resolve(command);
        return start(folder, environment, script.toString(), arguments);
    }

    private static Optional<String> install() {
        try {
            Files.createDirectories(HOME);
            try (FileChannel guard = FileChannel.open(
                            HOME.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = guard.lock()) {
                return held.isValid() && isInstalled() ? Optional.empty() : installOnce();
            }
        } catch (IOException | UncheckedIOException failure) {
            return Optional.of(failure.getMessage());
        }
    }

    private static boolean isInstalled() throws IOException {
        Path lock = HOME.resolve("package-lock.json");
        return Files.exists(HOME.resolve("node_modules/.installed"))
                && Files.exists(lock)
                && Files.mismatch(lock, resource("package-lock.json")) < 0;
    }

    private static Optional<String> installOnce() throws IOException {
        for (String name : List.of("package.json", "package-lock.json")) {
            Files.copy(resource(name), HOME.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Said said = start(HOME, Map.of(), "npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts=false");
        if (said.exit() != 0) {
            return Optional.of("npm ci failed: " + said.err().strip());
        }
        Files.writeString(HOME.resolve("node_modules/.installed"), "");
        return Optional.empty();
    }

    private static Path resource(String name) {
        return Path.of("src", "test", "resources", "drizzle-kit", name);
    }

    private static Said start(Path folder, Map<String, String> environment, String command, String... arguments) {
        try {
            List<String> line = new java.util.ArrayList<>(List.of(command));
            line.addAll(List.of(arguments));
            Path out = Files.createTempFile("said", ".out");
            Path err = Files.createTempFile("said", ".err");
            ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
            builder.environment().put("NO_COLOR", "1");
            builder.environment().put("CI", "1");
            builder.environment().putAll(environment);
            Process process = builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Said(-1, text(out), command + " did not end within three minutes");
            }
            return new Said(process.exitValue(), text(out), text(err));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String text(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
