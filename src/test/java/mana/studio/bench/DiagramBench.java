package mana.studio.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.application.Platform;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.EmbeddedServer;
import mana.studio.diagram.Arrangement;
import mana.studio.diagram.Card;
import mana.studio.diagram.DiagramGraph;
import mana.studio.diagram.DiagramLayout.Watch;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Edge;
import mana.studio.diagram.LayeredLayout;
import mana.studio.diagram.Mark;
import mana.studio.diagram.Row;
import mana.studio.diagram.Scope;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.diagram.DiagramFrames;

/// What the diagram costs: graph, layout and routes of a made-up database, and its frames while it is moved.
final class DiagramBench {
    private static final int ROUNDS = 5;
    private static final List<Integer> SIZES = List.of(100, 1_000);

    private DiagramBench() {}

    /// @param arguments the numbers of tables; 100 and 1,000 where there are none
    static void run(List<String> arguments) throws Exception {
        System.out.println("Times of layout are processor time of one thread");
        List<Integer> sizes = arguments.isEmpty()
                ? SIZES
                : arguments.stream().map(Integer::valueOf).toList();
        try (EmbeddedServer server = EmbeddedServer.scratch()) {
            for (int size : sizes) {
                Database database = database(server, size);
                measure(size, database);
                connected(size);
                DiagramFrames.measure(database);
            }
        }
        Platform.exit();
    }

    private static void measure(int tables, Database database) {
        double[] graphs = new double[ROUNDS];
        double[] layouts = new double[ROUNDS];
        double[] drawings = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = clock();
            DiagramGraph graph = DiagramGraph.of(database, database, new Scope.All());
            long built = clock();
            Arrangement arrangement = new LayeredLayout().arrange(graph, Watch.NOBODY);
            long arranged = clock();
            Drawing drawing = new Drawing(graph, arrangement);
            graphs[round] = (built - start) / 1e6;
            layouts[round] = (arranged - built) / 1e6;
            drawings[round] = (clock() - arranged) / 1e6;
            if (round == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%d tables, %d edges, %.0f × %.0f; the first time: layout %.0f ms%n",
                        tables,
                        graph.edges().size(),
                        drawing.bounds().width(),
                        drawing.bounds().height(),
                        layouts[0]);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "median of %d: graph %.1f ms, layout %.0f ms, routes and index %.1f ms%n",
                ROUNDS,
                median(graphs),
                median(layouts),
                median(drawings));
    }

    /// The hardest there is: every table is connected with every other, a table in three refers to two.
    private static void connected(int tables) {
        LinkedHashMap<String, Card> cards = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        List<Row> rows = IntStream.range(0, 12)
                .mapToObj(at -> new Row("r" + at, "column_" + at, "text", List.of(), Mark.NONE))
                .toList();
        Random random = new Random(1);
        for (int at = 0; at < tables; at++) {
            QualifiedName name = new QualifiedName("s" + at % 20, "table_" + at);
            cards.put("c" + at, new Card("c" + at, name, Mark.NONE, "", false, rows, 0));
            for (int key = 0; at > 0 && key < (at % 2 == 0 ? 2 : 1); key++) {
                String to = "c" + random.nextInt(at);
                edges.add(new Edge("e" + at + "." + key, "k", "c" + at, key + 2, to, 0, true, false, Mark.NONE, ""));
            }
        }
        DiagramGraph graph = new DiagramGraph(cards, edges);
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = clock();
            new LayeredLayout().arrange(graph, Watch.NOBODY);
            times[round] = (clock() - start) / 1e6;
        }
        System.out.printf(
                Locale.ROOT,
                "%d tables in one piece, %d edges: layout median %.0f ms%n",
                tables,
                edges.size(),
                median(times));
    }

    /// The processor's time of this thread, so that whoever else is at work counts for nothing. ELK uses one thread.
    private static long clock() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    static Database database(EmbeddedServer server, int tables) throws Exception {
        String name = "diagram_" + tables;
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
