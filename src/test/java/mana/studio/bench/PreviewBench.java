package mana.studio.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.connection.EmbeddedServer;
import mana.studio.design.Edit;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Theme;
import mana.studio.ui.preview.PreviewPane;

/// How long it takes from a keystroke to its statements on the screen: planning and judging behind the interface, then
/// the interface itself, up to the end of the layout. With one pending statement and with five hundred.
final class PreviewBench {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 60;
    private static final int MANY = 500;
    private static final List<Integer> SIZES = List.of(100, 1_000);
    private static final String LINE = "%8s %11s %14s %14s %14s %14s %12s%n";

    private PreviewBench() {}

    /// @param arguments the numbers of tables
    static void run(List<String> arguments) throws Exception {
        List<Integer> sizes = arguments.isEmpty()
                ? SIZES
                : arguments.stream().map(Integer::valueOf).toList();
        Platform.startup(() -> {});
        System.out.println("From an edit to its statements on the screen, ms, " + ROUNDS + " edits");
        System.out.printf(
                LINE, "tables", "statements", "planned med", "shown med", "whole med", "whole p95", "whole max");
        try (EmbeddedServer server = EmbeddedServer.scratch()) {
            for (int size : sizes) {
                Snapshot snapshot = read(server, size);
                new Run(snapshot, size, 1).print();
                new Run(snapshot, size, MANY).print();
            }
        }
        Platform.exit();
    }

    private static Snapshot read(EmbeddedServer server, int tables) throws Exception {
        String name = "preview_" + tables;
        execute(server, "postgres", List.of("CREATE DATABASE " + name));
        execute(server, name, new GeneratedSchema(tables).scripts());
        return new CatalogReader(server.source(name)).read(new Cancellation());
    }

    private static void execute(EmbeddedServer server, String database, List<String> scripts) throws Exception {
        try (var connection = server.source(database).getConnection();
                var statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        }
    }

    /// Types into the default of a column.
    private static final class Run {
        private final TestSession session;
        private final int tables;
        private final int statements;
        private final double[] planned = new double[ROUNDS];
        private final double[] shown = new double[ROUNDS];
        private final double[] whole = new double[ROUNDS];
        private final CountDownLatch finished = new CountDownLatch(1);
        private final QualifiedName table;
        private int round = -WARM_UP;
        private long edited;
        private long forecast;

        Run(Snapshot snapshot, int tables, int statements) {
            session = new TestSession(snapshot);
            this.tables = tables;
            this.statements = statements;
            table = snapshot.database().tables().findFirst().orElseThrow().name();
        }

        void print() throws Exception {
            Platform.runLater(this::start);
            finished.await();
            System.out.printf(
                    Locale.ROOT,
                    LINE.replace("%14s %14s %14s %14s %12s", "%14.1f %14.1f %14.1f %14.1f %12.1f"),
                    tables,
                    statements,
                    CatalogBench.median(planned),
                    CatalogBench.median(shown),
                    CatalogBench.median(whole),
                    percentile95(whole),
                    Arrays.stream(whole).max().orElseThrow());
        }

        private static double percentile95(double[] times) {
            double[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
        }

        private void start() {
            PreviewPane pane = new PreviewPane(session, new Highlight());
            Scene scene = new Scene(pane, 620, 760);
            Theme.LIGHT.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            if (statements > 1) {
                session.designing().edit(Edit.of("Many columns", database -> many(database, statements - 1)));
            }
            session.designing().forecast().subscribe(this::planned);
            scene.addPostLayoutPulseListener(this::drawn);
            type();
        }

        private void type() {
            String text = "'" + "x".repeat(1 + Math.floorMod(round, 40)) + round + "'::text";
            edited = System.nanoTime();
            forecast = 0;
            session.designing()
                    .edit(Edit.typing("Change default", "default", database -> defaults(database, table, text)));
        }

        private void planned(Forecast newest) {
            if (newest != null
                    && newest.design() == session.designing().design().get()) {
                forecast = System.nanoTime();
                // A pulse follows even where no node has changed.
                Platform.requestNextPulse();
            }
        }

        private void drawn() {
            if (forecast == 0) {
                return;
            }
            long now = System.nanoTime();
            int at = Math.max(round, 0);
            planned[at] = (forecast - edited) / 1e6;
            shown[at] = (now - forecast) / 1e6;
            whole[at] = (now - edited) / 1e6;
            forecast = 0;
            round++;
            if (round < ROUNDS) {
                Platform.runLater(this::type);
            } else {
                finished.countDown();
            }
        }
    }

    private static Database defaults(Database database, QualifiedName name, String expression) {
        return table(
                database,
                name,
                table -> table.withColumns(table.columns().stream()
                        .map(column ->
                                column.name().equals("description") ? column.withDefaultExpression(expression) : column)
                        .toList()));
    }

    /// So many new columns, spread over the tables.
    private static Database many(Database database, int count) {
        List<Table> tables = database.tables().toList();
        Database changed = database;
        int each = Math.ceilDiv(count, tables.size());
        for (int at = 0; at * each < count; at++) {
            int from = at * each;
            int to = Math.min(count, from + each);
            changed = table(changed, tables.get(at).name(), table -> {
                List<Column> columns = new ArrayList<>(table.columns());
                for (int number = from; number < to; number++) {
                    columns.add(added(table, "added_" + number));
                }
                return table.withColumns(columns);
            });
        }
        return changed;
    }

    private static Column added(Table table, String name) {
        Column like = table.column("description").orElseThrow();
        return Column.plain(name, like.type());
    }

    private static Database table(
            Database database, QualifiedName name, java.util.function.UnaryOperator<Table> change) {
        return database.withSchemas(database.schemas().stream()
                .map(schema -> schema.name().equals(name.schema())
                        ? schema.withTables(schema.tables().stream()
                                .map(table -> table.name().equals(name) ? change.apply(table) : table)
                                .toList())
                        : schema)
                .toList());
    }
}
