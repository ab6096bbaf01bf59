package mana.studio.plan.judge;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.testing.TestServer;

/// `pg_dump -s`, as a second opinion on what a database holds. It refuses servers newer than itself.
///
/// @param program the path of pg_dump
record SchemaDump(Path program) {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /// The pg_dump of the system property `mana.pg_dump`, or the first on the PATH, where it is new enough.
    ///
    /// @param serverVersion as `server_version_num`
    static Optional<SchemaDump> fitting(int serverVersion) {
        return Stream.concat(
                        Stream.ofNullable(System.getProperty("mana.pg_dump")).map(Path::of),
                        Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "")
                                        .split(File.pathSeparator))
                                .map(folder -> Path.of(folder, "pg_dump")))
                .filter(Files::isExecutable)
                .findFirst()
                .filter(program -> major(program) >= serverVersion / 10_000)
                .map(SchemaDump::new);
    }

    private static int major(Path program) {
        Matcher version = VERSION.matcher(output(List.of(program.toString(), "--version")));
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    /// What the dump of a database says, as statements in the order of their text, each with its repetitions; the
    /// columns of a table sorted.
    TreeMap<String, Integer> statements(String database) {
        String dump = output(List.of(
                program.toString(),
                "-s",
                "-h",
                "localhost",
                "-p",
                "" + TestServer.server().port(),
                "-U",
                "postgres",
                database));
        TreeMap<String, Integer> statements = new TreeMap<>();
        SqlScript.statements(dump).stream()
                .filter(statement ->
                        !statement.startsWith("SET ") && !statement.startsWith("SELECT pg_catalog.set_config"))
                .map(SchemaDump::withSortedColumns)
                .forEach(statement -> statements.merge(statement, 1, Integer::sum));
        return statements;
    }

    /// pg_dump writes a column or a constraint a line.
    private static String withSortedColumns(String statement) {
        List<String> lines = statement.lines().toList();
        int end = lines.lastIndexOf(")");
        for (int at = lines.size() - 1; end < 0 && at > 0; at--) {
            end = lines.get(at).startsWith(")") ? at : -1;
        }
        boolean table = statement.startsWith("CREATE TABLE ")
                || statement.startsWith("CREATE UNLOGGED TABLE ")
                || statement.startsWith("CREATE FOREIGN TABLE ");
        if (!table || end < 2) {
            return statement;
        }
        List<String> sorted = new ArrayList<>();
        sorted.add(lines.getFirst());
        lines.subList(1, end).stream()
                .map(line -> line.replaceAll(",$", ""))
                .sorted()
                .forEach(sorted::add);
        sorted.addAll(lines.subList(end, lines.size()));
        return String.join("\n", sorted);
    }

    private static String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
