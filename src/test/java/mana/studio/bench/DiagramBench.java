package mana.studio.bench;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.EmbeddedServer;
import mana.studio.diagram.Arrangement;
import mana.studio.diagram.DiagramGraph;
import mana.studio.diagram.DiagramLayout.Watch;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.LayeredLayout;
import mana.studio.diagram.Scope;
import mana.studio.schema.Database;

/// What the diagram costs: graph, layout and routes of a made-up database.
final class DiagramBench {
    private static final int ROUNDS = 5;
    private static final List<Integer> SIZES = List.of(100, 1_000);

    private DiagramBench() {}

    /// @param arguments the numbers of tables; 100 and 1,000 where there are none
    static void run(List<String> arguments) throws Exception {
        List<Integer> sizes = arguments.isEmpty() ? SIZES : arguments.stream().map(Integer::valueOf).toList();
        try (EmbeddedServer server = EmbeddedServer.scratch()) {
            for (int size : sizes) {
                measure(size, database(server, size));
            }
        }
    }

    private static void measure(int tables, Database database) {
        double[] graphs = new double[ROUNDS];
        double[] layouts = new double[ROUNDS];
        double[] drawings = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            DiagramGraph graph = DiagramGraph.of(database, database, new Scope.All());
            long built = System.nanoTime();
            Arrangement arrangement = new LayeredLayout().arrange(graph, Watch.NOBODY);
            long arranged = System.nanoTime();
            Drawing drawing = new Drawing(graph, arrangement);
            graphs[round] = (built - start) / 1e6;
            layouts[round] = (arranged - built) / 1e6;
            drawings[round] = (System.nanoTime() - arranged) / 1e6;
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
