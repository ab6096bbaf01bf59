package mana.studio.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The panes of the window for whoever goes from one to the next by key: what its split panes divide, the bar above them
/// and the one below. Coming back to a pane, one is where one was in it.
final class Panes {
    /// Where the focus was last in a pane and what that was in, as a property of the pane.
    private static final Object LAST = "mana.studio.focused-last";

    private final Scene scene;
    private final BorderPane root;

    /// @param root the bars are at its top and bottom, all else in its centre
    Panes(Scene scene, BorderPane root) {
        this.scene = scene;
        this.root = root;
        scene.focusOwnerProperty().subscribe(this::remember);
    }

    /// Goes to the next pane, or to the one before.
    void step(int by) {
        List<Node> panes = inSight();
        int from = panes.indexOf(paneOf(scene.getFocusOwner(), panes));
        if (!panes.isEmpty()) {
            int next = from < 0 ? 0 : Math.floorMod(from + by, panes.size());
            target(panes.get(next)).ifPresent(Node::requestFocus);
        }
    }

    private void remember(@Nullable Node focused) {
        Node pane = paneOf(focused, inSight());
        if (pane != null) {
            List<Node> way = new ArrayList<>();
            for (Node at = focused; at != null && at != pane; at = at.getParent()) {
                way.add(at);
            }
            pane.getProperties().put(LAST, way);
        }
    }

    /// From left to right and from top to bottom; a pane in which nothing can have the focus is none.
    private List<Node> inSight() {
        List<Node> all = new ArrayList<>();
        Stream.of(root.getTop(), root.getCenter(), root.getBottom()).forEach(part -> collect(part, all));
        all.removeIf(pane -> focusable(pane).findFirst().isEmpty());
        return all;
    }

    private static void collect(@Nullable Node part, List<Node> panes) {
        if (part == null || !part.isVisible()) {
            return;
        }
        List<Node> within = new ArrayList<>();
        divided(part, within);
        if (within.isEmpty()) {
            panes.add(part);
        } else {
            panes.addAll(within);
        }
    }

    private static void divided(Node node, List<Node> panes) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof SplitPane split) {
            split.getItems().forEach(item -> collect(item, panes));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> divided(child, panes));
        }
    }

    private static @Nullable Node paneOf(@Nullable Node node, List<Node> panes) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (panes.contains(at)) {
                return at;
            }
        }
        return null;
    }

    private static Optional<Node> target(Node pane) {
        List<Node> all = focusable(pane).toList();
        // The editor of a cell is gone when it is left; the grid that it was in is still there.
        Stream<?> way = pane.getProperties().get(LAST) instanceof List<?> kept ? kept.stream() : Stream.empty();
        return way
                .filter(all::contains)
                .map(Node.class::cast)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// What can have the focus in a part of the window, in the order of the Tab key.
    static Stream<Node> focusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        Stream<Node> within = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Panes::focusable)
                : Stream.empty();
        return Stream.concat(node.isFocusTraversable() ? Stream.of(node) : Stream.empty(), within);
    }
}
