package mana.studio.bench;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.connection.EmbeddedServer;
import mana.studio.design.Edits;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.safety.judge.Judge;
import mana.studio.safety.judge.Judged;
import mana.studio.safety.judge.Runner;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;

/// What a keystroke costs the judge while five hundred statements are pending: all judged anew, and only from the first
/// that has changed on, one after the other in one run.
final class JudgeBench {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 31;
    private static final int MANY = 500;
    private static final List<Integer> SIZES = List.of(1_000);

    private JudgeBench() {}

    /// @param arguments the numbers of tables
    static void run(List<String> arguments) throws Exception {
        List<Integer> sizes = arguments.isEmpty()
                ? SIZES
                : arguments.stream().map(Integer::valueOf).toList();
        System.out.printf("Judging %d statements after a keystroke, ms, medians of %d%n", MANY, ROUNDS);
        System.out.printf("%8s %-22s %10s %10s %10s%n", "tables", "changed", "anew", "going on", "anew / on");
        try (EmbeddedServer server = EmbeddedServer.scratch()) {
            for (int size : sizes) {
                Database base = database(server, size);
                for (int changed : new int[] {0, MANY / 2, MANY - 1}) {
                    measure(base, size, changed);
                }
            }
        }
    }

    private static void measure(Database base, int size, int changed) {
        Snapshot snapshot = new Snapshot(base, Map.of(), Instant.now());
        Judge judge = Judge.of(snapshot, base.version() / 10_000, Runner.ONE_TRANSACTION);
        List<Table> tables = base.tables().toList();
        Database many = base;
        Identity typed = Identity.fresh();
        for (int at = 0; at < MANY; at++) {
            Table table = tables.get(at % tables.size());
            Column column = added(table, "added_" + at, at == changed ? typed : Identity.fresh());
            many = Edits.addColumn(many, table.id(), column, 1_000);
        }
        Identity table = tables.get(changed % tables.size()).id();
        double[] anew = new double[ROUNDS];
        double[] on = new double[ROUNDS];
        Judged judged = null;
        int place = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            String text = "'" + "x".repeat(10) + round + "'::text";
            Plan plan = Planner.planDesign(
                    base, Edits.changeColumn(many, table, typed, column -> column.withDefaultExpression(text)));
            long begin = System.nanoTime();
            judge.plan(plan);
            long between = System.nanoTime();
            judged = judge.plan(plan, judged);
            long end = System.nanoTime();
            anew[Math.max(round, 0)] = (between - begin) / 1e6;
            on[Math.max(round, 0)] = (end - between) / 1e6;
            place = 1
                    + plan.statements().stream()
                            .map(mana.studio.plan.Statement::sql)
                            .toList()
                            .indexOf(plan.statements().stream()
                                    .map(mana.studio.plan.Statement::sql)
                                    .filter(sql -> sql.contains(text))
                                    .findFirst()
                                    .orElseThrow());
        }
        double before = CatalogBench.median(anew);
        double after = CatalogBench.median(on);
        System.out.printf(
                Locale.ROOT,
                "%8d %-22s %10.1f %10.1f %10.1f%n",
                size,
                "statement " + place,
                before,
                after,
                before / after);
    }

    private static Column added(Table table, String name, Identity id) {
        Column like = table.column("description").orElseThrow();
        return new Column(
                id,
                name,
                like.type(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                null,
                like.privileges());
    }

    private static Database database(EmbeddedServer server, int tables) throws Exception {
        String name = "judging_" + tables;
        execute(server, "postgres", List.of("CREATE DATABASE " + name));
        execute(server, name, new GeneratedSchema(tables).scripts());
        return new CatalogReader(server.source(name)).read(new Cancellation()).database();
    }

    private static void execute(EmbeddedServer server, String database, List<String> scripts) throws Exception {
        try (Connection connection = server.source(database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        }
    }
}
