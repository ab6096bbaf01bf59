package mana.studio.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `pg_dump -s` on a server of its own version: it refuses newer ones, and the embedded server comes without it.
final class PgDump {
    private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");

    private PgDump() {}

    /// The median of some runs in ms; NaN, with a word why, where PostgreSQL is not installed here.
    static double median(int tables, GeneratedSchema schema, int rounds) throws Exception {
        Path programs = programs();
        if (programs == null) {
            System.out.println("pg_dump is skipped: no PostgreSQL in " + INSTALLATIONS);
            return Double.NaN;
        }
        Path folder = Files.createTempDirectory("pg_dump_bench");
        int port = freePort();
        try {
            start(programs, folder, port);
            fill(port, schema);
            double[] times = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                long begun = System.nanoTime();
                run(List.of(
                        programs.resolve("pg_dump").toString(), "-s", "-h", "localhost", "-p", "" + port, "-U",
                        "postgres", "-f", "/dev/null", "postgres"));
                times[round] = (System.nanoTime() - begun) / 1e6;
            }
            return CatalogBench.median(times);
        } finally {
            asServerUser(programs, "pg_ctl -m immediate -D " + folder.resolve("data") + " stop");
            delete(folder);
        }
    }

    private static @org.jspecify.annotations.Nullable Path programs() throws IOException {
        if (!Files.isDirectory(INSTALLATIONS)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .filter(bin -> Files.isExecutable(bin.resolve("pg_dump")))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    private static void start(Path programs, Path folder, int port) throws Exception {
        if (isRoot()) {
            run(List.of("chown", "nobody", folder.toString()));
        }
        Path data = folder.resolve("data");
        asServerUser(programs, "initdb -D " + data + " -U postgres -A trust --no-sync");
        asServerUser(
                programs,
                "pg_ctl -w -D " + data + " -l " + folder.resolve("log") + " -o '-p " + port
                        + " -c fsync=off -k " + folder + "' start");
    }

    private static void fill(int port, GeneratedSchema schema) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres");
                Statement statement = connection.createStatement()) {
            for (String script : schema.scripts()) {
                statement.execute(script);
            }
            statement.execute("VACUUM ANALYZE");
        }
    }

    /// PostgreSQL does not run as root.
    private static void asServerUser(Path programs, String command) throws Exception {
        String whole = programs + "/" + command;
        run(isRoot() ? List.of("su", "-s", "/bin/sh", "nobody", "-c", whole) : List.of("sh", "-c", whole));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(Path.of("/").toFile())
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException refused) {
                    throw new UncheckedIOException(refused);
                }
            });
        }
    }
}
