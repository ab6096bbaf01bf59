package mana.studio.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// One connected part of a diagram, laid out by Eclipse ELK: what is referred to stands to the left of what refers.
final class ElkRun {
    private static final double BETWEEN_LAYERS = 90;
    private static final double BETWEEN_CARDS = 32;
    private static final double EDGE_TO_CARD = 30;
    private static final double BETWEEN_EDGES = 10;
    /// Above so many cards a layer is not allowed to become a tower.
    private static final int SMALL = 12;

    static {
        // Without Eclipse nobody else does it: ELK learns which of its values can be copied.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Component component;
    private final Map<String, Box> sizes;
    private final DiagramLayout.Watch watch;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<String, ElkPort> ports = new HashMap<>();
    private final Map<String, ElkEdge> edges = new LinkedHashMap<>();

    ElkRun(Component component, Map<String, Box> sizes, DiagramLayout.Watch watch) {
        this.component = component;
        this.sizes = sizes;
        this.watch = watch;
    }

    /// @throws CancellationException where stopping was asked for
    Arrangement run() {
        options();
        component.cards().forEach(this::node);
        component.edges().forEach(this::edge);
        new LayeredLayoutProvider().layout(root, new Monitor());
        if (watch.isStopped()) {
            throw new CancellationException();
        }
        return result();
    }

    private void options() {
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_CARDS);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, EDGE_TO_CARD / 2);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, EDGE_TO_CARD);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_EDGES);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_EDGES);
        int count = component.cards().size();
        if (count > SMALL) {
            root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.COFFMAN_GRAHAM);
            root.setProperty(
                    LayeredOptions.LAYERING_COFFMAN_GRAHAM_LAYER_BOUND, (int) Math.ceil(Math.sqrt(count * 1.5)));
        }
        boolean large = count > 200;
        root.setProperty(LayeredOptions.THOROUGHNESS, large ? 2 : 7);
    }

    private void node(String card) {
        Box size = Objects.requireNonNull(sizes.get(card));
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(size.width(), size.height());
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        nodes.put(card, node);
    }

    private void edge(Edge edge) {
        ElkPort source = port(edge.to(), edge.toRow(), PortSide.EAST);
        ElkPort target = port(edge.from(), edge.fromRow(), PortSide.WEST);
        edges.put(edge.key(), ElkGraphUtil.createSimpleEdge(source, target));
    }

    private ElkPort port(String card, int row, PortSide side) {
        return ports.computeIfAbsent(card + side + row, _ -> {
            ElkNode node = Objects.requireNonNull(nodes.get(card));
            ElkPort port = ElkGraphUtil.createPort(node);
            port.setProperty(CoreOptions.PORT_SIDE, side);
            port.setLocation(side == PortSide.EAST ? node.getWidth() : 0, Card.middle(row));
            return port;
        });
    }

    private Arrangement result() {
        Map<String, Point> places = new LinkedHashMap<>();
        nodes.forEach((card, node) -> places.put(card, new Point(Math.rint(node.getX()), Math.rint(node.getY()))));
        Map<String, List<Point>> routes = new LinkedHashMap<>();
        component.edges().forEach(edge -> {
            ElkEdge routed = Objects.requireNonNull(edges.get(edge.key()));
            if (!routed.getSections().isEmpty()) {
                routes.put(edge.key(), route(routed.getSections().getFirst()).reversed());
            }
        });
        return new Arrangement(places, routes);
    }

    private static List<Point> route(ElkEdgeSection section) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(Math.rint(section.getStartX()), Math.rint(section.getStartY())));
        for (ElkBendPoint bend : section.getBendPoints()) {
            points.add(new Point(Math.rint(bend.getX()), Math.rint(bend.getY())));
        }
        points.add(new Point(Math.rint(section.getEndX()), Math.rint(section.getEndY())));
        return points;
    }

    private final class Monitor extends BasicProgressMonitor {
        @Override
        public boolean isCanceled() {
            return watch.isStopped();
        }

        @Override
        protected BasicProgressMonitor doSubTask(float work, int maxDepth) {
            return new Monitor();
        }
    }
}
