package mana.studio.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogCache;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.connection.EmbeddedServer;
import mana.studio.settings.Places;

/// What reading a whole catalog costs, against the floor (its plain queries, their rows fetched over JDBC on one
/// connection) and against `pg_dump -s`, on databases of our own making.
final class CatalogBench {
    private static final int ROUNDS = 9;
    private static final String LINE = "%8s %8s %8s %6s %13s %6s %11s %7s %11s %7s%n";
    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);

    private CatalogBench() {}

    /// @param arguments the numbers of tables; 100, 1,000 and 10,000 where there are none
    static void run(List<String> arguments) throws Exception {
        List<Integer> sizes = arguments.isEmpty() ? SIZES : arguments.stream().map(Integer::valueOf).toList();
        try (EmbeddedServer server = EmbeddedServer.scratch()) {
            List<List<String>> lines = new ArrayList<>();
            for (int size : sizes) {
                lines.add(measure(server, size));
            }
            print(lines);
        }
    }

    private static List<String> measure(EmbeddedServer server, int tables) throws Exception {
        String database = "bench_" + tables;
        fill(server, database, new GeneratedSchema(tables));
        try (HikariDataSource pool = pool(server, database, 10);
                HikariDataSource one = pool(server, database, 1)) {
            String[] floor = floor();
            CatalogReader reader = new CatalogReader(pool);
            CatalogReader single = new CatalogReader(one);
            // Turn by turn, so that a busy moment of the machine strikes all alike.
            double[][] times = new double[3][ROUNDS];
            for (int round = -3; round < ROUNDS; round++) {
                int at = Math.max(round, 0);
                times[0][at] = time(() -> fetchAll(one, floor));
                times[1][at] = time(() -> reader.read(new Cancellation()));
                times[2][at] = time(() -> single.read(new Cancellation()));
            }
            double[] kept = cache(reader.read(new Cancellation()));
            double least = median(times[0]);
            double dump = PgDump.median(tables, new GeneratedSchema(tables), 3);
            return Stream.of(
                            String.format(Locale.ROOT, "%,d", tables),
                            milliseconds(least),
                            milliseconds(median(times[1])),
                            String.format(Locale.ROOT, "%.2f", median(times[1]) / least),
                            milliseconds(median(times[2])),
                            String.format(Locale.ROOT, "%.2f", median(times[2]) / least),
                            Double.isNaN(dump) ? "skipped" : milliseconds(dump),
                            milliseconds(kept[0]),
                            milliseconds(kept[1]),
                            milliseconds(kept[2]))
                    .toList();
        }
    }

    /// Keeping a catalog in a file, the first time it is found again in a process, and later times.
    private static double[] cache(Snapshot snapshot) throws Exception {
        Path folder = Files.createTempDirectory("catalog_bench");
        CatalogCache cache = new CatalogCache(new Places(folder, folder, folder));
        double keep = time(() -> cache.keep("bench", snapshot));
        double first = time(() -> cache.find("bench").orElseThrow());
        double[] later = new double[5];
        for (int round = 0; round < later.length; round++) {
            later[round] = time(() -> cache.find("bench").orElseThrow());
        }
        cache.forget("bench");
        Files.delete(folder.resolve("catalogs"));
        Files.delete(folder);
        return new double[] {keep, first, median(later)};
    }

    private static void fill(EmbeddedServer server, String database, GeneratedSchema schema) throws SQLException {
        execute(server, "postgres", List.of("CREATE DATABASE " + database));
        execute(server, database, schema.scripts());
        execute(server, database, List.of("VACUUM ANALYZE"));
    }

    private static void execute(EmbeddedServer server, String database, List<String> scripts) throws SQLException {
        try (Connection connection = server.source(database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        }
    }

    private static HikariDataSource pool(EmbeddedServer server, String database, int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.source(database));
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    private static String[] floor() throws IOException {
        try (var stream = Objects.requireNonNull(CatalogBench.class.getResourceAsStream("floor.sql"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).split(";");
        }
    }

    /// Every column of every row, as a string: what any reader has to do at least.
    private static void fetchAll(HikariDataSource source, String[] queries) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String query : queries) {
                try (ResultSet result = statement.executeQuery(query)) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        for (int column = 1; column <= columns; column++) {
                            result.getString(column);
                        }
                    }
                }
            }
        }
    }

    private static double time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String milliseconds(double time) {
        return String.format(Locale.ROOT, "%.0f", time);
    }

    private static void print(List<List<String>> lines) {
        System.out.println("Reading a whole catalog, median of " + ROUNDS + " in ms; ratios to the floor");
        System.out.printf(
                LINE, "tables", "floor", "reader", "ratio", "1 connection", "ratio", "pg_dump -s", "keep", "find first", "find");
        lines.forEach(line -> System.out.printf(LINE, line.toArray()));
    }

    private interface Work {
        void run() throws Exception;
    }
}
