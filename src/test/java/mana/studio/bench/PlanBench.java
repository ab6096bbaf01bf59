package mana.studio.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.EmbeddedServer;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;

/// What the planner alone costs between two large databases that differ in nothing, in one thing and in a thousand:
/// time and the memory it allocates, medians after a warm-up. Reading the catalogs is measured by {@link CatalogBench}.
final class PlanBench {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 11;
    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
    private static final int MANY = 1_000;
    private static final String LINE = "%8s %8s %11s %11s %11s %13s%n";

    /// A table is given one of these; its own columns are those of {@link GeneratedSchema}.
    private static final List<String> CHANGES = List.of(
            "ALTER TABLE %1$s ADD COLUMN added text DEFAULT 'x' NOT NULL",
            "ALTER TABLE %1$s ALTER COLUMN description TYPE varchar(2000)",
            "ALTER TABLE %1$s ALTER COLUMN version SET DEFAULT 2",
            "ALTER TABLE %1$s DROP COLUMN metadata",
            "CREATE INDEX ON %1$s (updated_at)",
            "DROP INDEX %3$s.idx_%2$s_user_id",
            "ALTER TABLE %1$s ADD CONSTRAINT %2$s_version_check CHECK (version > 0)",
            "COMMENT ON TABLE %1$s IS 'changed'",
            "ALTER TABLE %1$s DROP CONSTRAINT %2$s_parent_id_fk",
            "ALTER TABLE %1$s ALTER COLUMN description SET NOT NULL");

    private PlanBench() {}

    /// @param arguments the numbers of tables; 100, 1,000 and 10,000 where there are none
    static void run(List<String> arguments) throws Exception {
        List<Integer> sizes = arguments.isEmpty() ? SIZES : arguments.stream().map(Integer::valueOf).toList();
        System.out.println("Planning between two databases, medians of " + ROUNDS);
        System.out.printf(LINE, "tables", "changes", "statements", "ms", "least ms", "allocated MB");
        try (EmbeddedServer server = EmbeddedServer.scratch()) {
            for (int size : sizes) {
                measure(server, size);
            }
        }
    }

    private static void measure(EmbeddedServer server, int tables) throws SQLException {
        String name = "plan_" + tables;
        execute(server, "postgres", List.of("CREATE DATABASE " + name));
        execute(server, name, new GeneratedSchema(tables).scripts());
        Database before = read(server, name);
        row(tables, 0, before, read(server, name));
        List<String> changes = changes(before, Math.min(MANY, tables));
        execute(server, name, changes.subList(0, 1));
        row(tables, 1, before, read(server, name));
        execute(server, name, changes.subList(1, changes.size()));
        row(tables, changes.size(), before, read(server, name));
        execute(server, "postgres", List.of("DROP DATABASE " + name));
    }

    private static List<String> changes(Database database, int count) {
        List<QualifiedName> names = database.tables().map(Table::name).toList();
        List<String> changes = new ArrayList<>();
        int step = names.size() / count;
        for (int at = 0; at < count; at++) {
            QualifiedName name = names.get(at * step);
            changes.add(CHANGES.get(at % CHANGES.size()).formatted(name, name.name(), name.schema()));
        }
        return changes;
    }

    private static void row(int tables, int changes, Database from, Database to) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] times = new double[ROUNDS];
        double[] allocated = new double[ROUNDS];
        int statements = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long bytes = thread.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            Plan plan = Planner.plan(from, to);
            int at = Math.max(round, 0);
            times[at] = (System.nanoTime() - start) / 1e6;
            allocated[at] = (thread.getCurrentThreadAllocatedBytes() - bytes) / 1e6;
            statements = plan.statements().size();
        }
        System.out.printf(
                Locale.ROOT,
                LINE.replace("%11s %11s %13s", "%11.1f %11.1f %13.1f"),
                tables,
                changes,
                statements,
                CatalogBench.median(times),
                Arrays.stream(times).min().orElseThrow(),
                CatalogBench.median(allocated));
    }

    private static Database read(EmbeddedServer server, String database) throws SQLException {
        return new CatalogReader(server.source(database)).read(new Cancellation()).database();
    }

    private static void execute(EmbeddedServer server, String database, List<String> scripts) throws SQLException {
        try (Connection connection = server.source(database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        }
    }
}
