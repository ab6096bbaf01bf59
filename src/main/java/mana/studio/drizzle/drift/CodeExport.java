package mana.studio.drizzle.drift;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.drift.CodeException.Reason;
import org.jspecify.annotations.Nullable;

/// Asks the project's own drizzle-kit what its TypeScript declares: `drizzle-kit export` prints the SQL of the whole
/// schema and looks at no database (drizzle-kit 0.31, `cli/commands/pgExport`).
public final class CodeExport {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
    private static final int LINES_OF_AN_ERROR = 8;

    private CodeExport() {}

    /// The SQL that makes the schema in an empty database.
    ///
    /// @param folder the service's folder: paths in the configuration are seen from there
    /// @param config its `drizzle.config`
    /// @throws CodeException where there is no Node, no drizzle-kit, or it refuses
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public static String sql(Path folder, Path config, Cancellation cancellation) throws CodeException {
        Path kit = kit(folder)
                .orElseThrow(() -> new CodeException(
                        Reason.NOT_INSTALLED,
                        "drizzle-kit is not installed in " + folder.getFileName() + " or above it.",
                        "Install the project's packages (pnpm install), then read again."));
        return said(folder, List.of(kit.toString(), "export", "--config", config.toString()), cancellation);
    }

    /// The nearest installed drizzle-kit, as Node looks for packages: in the folder, then in each above it.
    static Optional<Path> kit(Path folder) {
        String name = WINDOWS ? "drizzle-kit.cmd" : "drizzle-kit";
        return Stream.iterate(folder.toAbsolutePath().normalize(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("node_modules").resolve(".bin").resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String said(Path folder, List<String> command, Cancellation cancellation) throws CodeException {
        @Nullable Path out = null;
        @Nullable Path err = null;
        try {
            out = Files.createTempFile("export", ".sql");
            err = Files.createTempFile("export", ".txt");
            Process process = started(folder, command, out, err);
            try (var _ = cancellation.watch(process::destroyForcibly)) {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new CodeException(
                            Reason.TOO_SLOW,
                            "drizzle-kit did not answer within " + PATIENCE.toSeconds() + " seconds.",
                            "Run drizzle-kit export in a terminal to see what it waits for.");
                }
            }
            cancellation.check();
            String text = Files.readString(out, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw refused(text + "\n" + Files.readString(err, StandardCharsets.UTF_8));
            }
            return text;
        } catch (IOException unreadable) {
            throw new CodeException(
                    Reason.REFUSED,
                    "What drizzle-kit said cannot be read: " + unreadable.getMessage(),
                    "See whether the disk is full.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            delete(out);
            delete(err);
        }
    }

    private static Process started(Path folder, List<String> command, Path out, Path err) throws CodeException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("NO_COLOR", "1");
        builder.redirectInput(ProcessBuilder.Redirect.from(new File(WINDOWS ? "NUL" : "/dev/null")));
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        try {
            return builder.start();
        } catch (IOException notStarted) {
            throw new CodeException(
                    Reason.NO_NODE,
                    "drizzle-kit cannot be started: " + notStarted.getMessage(),
                    "Install Node.js, or start the studio from a terminal where node runs.");
        }
    }

    private static CodeException refused(String said) {
        if (said.contains("env: ") && said.contains("node")) {
            return new CodeException(
                    Reason.NO_NODE,
                    "drizzle-kit needs Node.js, which is not on the path of this program.",
                    "Install Node.js, or start the studio from a terminal where node runs.");
        }
        String lines = said.lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("at "))
                .limit(LINES_OF_AN_ERROR)
                .reduce((one, other) -> one + "\n" + other)
                .orElse("it gave no reason");
        return new CodeException(
                Reason.REFUSED,
                "drizzle-kit cannot read the schema: " + lines,
                "Correct the TypeScript; drizzle-kit export in a terminal says the same.");
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException kept) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
