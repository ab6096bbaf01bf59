package mana.studio.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.connection.EmbeddedServer;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.PendingChanges;
import mana.studio.design.Validation;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.safety.judge.Judge;
import mana.studio.safety.judge.Runner;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import mana.studio.statement.Statements;
import mana.studio.trial.Trial;

/// What a keystroke costs while a table is designed in a large database: the edit itself, the plan, the verdicts, the
/// validation, the list of what is pending, and the trial on the scratch server; medians and the worst of ten, after a
/// warm-up.
final class DesigningBench {
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 41;
    private static final List<Integer> SIZES = List.of(100, 1_000);
    private static final String LINE = "%-28s %9.1f %9.1f%n";

    private DesigningBench() {}

    /// @param arguments the numbers of tables; 100 and 1,000 where there are none
    static void run(List<String> arguments) throws Exception {
        List<Integer> sizes = arguments.isEmpty()
                ? SIZES
                : arguments.stream().map(Integer::valueOf).toList();
        try (EmbeddedServer server = EmbeddedServer.scratch()) {
            for (int size : sizes) {
                measure(server, size);
            }
        }
    }

    private static void measure(EmbeddedServer server, int tables) throws Exception {
        Database base = database(server, tables);
        Table table = base.tables().skip(tables / 2).findFirst().orElseThrow();
        Column column = table.column("description").orElseThrow();
        System.out.printf(Locale.ROOT, "%n%,d tables; a keystroke in %s%n", tables, table.name());
        System.out.printf("%-28s %9s %9s%n", "", "median ms", "p90 ms");
        keystrokes(
                "renaming a table",
                base,
                at -> Edit.typing("Rename", "t", database -> Edits.rename(database, table.id(), "renamed_" + at)));
        keystrokes(
                "renaming a column",
                base,
                at -> Edit.typing(
                        "Rename",
                        "c",
                        database -> Edits.renameColumn(database, table.id(), column.id(), "renamed_" + at)));
        keystrokes(
                "typing a default",
                base,
                at -> Edit.typing(
                        "Default",
                        "d",
                        database -> Edits.changeColumn(
                                database, table.id(), column.id(), one -> one.withDefaultExpression("'" + at + "'"))));
    }

    private static void keystrokes(String title, Database base, IntFunction<Edit> edits) throws Exception {
        Snapshot snapshot = new Snapshot(base, Map.of(), Instant.now());
        double[][] times = new double[7][ROUNDS];
        Design design = Design.of(base);
        long begun = System.nanoTime();
        try (Trial trial = Trial.of(base, new Cancellation())) {
            double loading = (System.nanoTime() - begun) / 1e6;
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                int at = Math.max(round, 0);
                long start = System.nanoTime();
                design = design.edit(edits.apply(round + WARM_UP));
                long edited = System.nanoTime();
                Plan plan = Planner.planDesign(
                        base, design.database(), design.current().labels());
                long planned = System.nanoTime();
                Judge.of(snapshot, base.version() / 10_000, Runner.ONE_TRANSACTION)
                        .script(Statements.split(plan.sql()));
                long judged = System.nanoTime();
                Validation.of(base, design.current());
                long validated = System.nanoTime();
                PendingChanges.of(base, design.current());
                long listed = System.nanoTime();
                trial.of(design.current(), plan, new Cancellation());
                long tried = System.nanoTime();
                long[] marks = {start, edited, planned, judged, validated, listed, tried};
                for (int part = 0; part < 6; part++) {
                    times[part][at] = (marks[part + 1] - marks[part]) / 1e6;
                }
                times[6][at] = (judged - start) / 1e6;
            }
            System.out.printf(Locale.ROOT, "%s (loading the trial: %,.0f ms)%n", title, loading);
        }
        List<String> names =
                List.of("edit", "plan", "verdicts", "validation", "list of changes", "trial", "to the preview");
        for (int part : new int[] {0, 1, 2, 6, 3, 4, 5}) {
            Arrays.sort(times[part]);
            System.out.printf(
                    Locale.ROOT, LINE, "  " + names.get(part), times[part][ROUNDS / 2], times[part][ROUNDS * 9 / 10]);
        }
    }

    private static Database database(EmbeddedServer server, int tables) throws SQLException {
        String name = "designing_" + tables;
        execute(server, "postgres", List.of("CREATE DATABASE " + name));
        execute(server, name, new GeneratedSchema(tables).scripts());
        return new CatalogReader(server.source(name)).read(new Cancellation()).database();
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
