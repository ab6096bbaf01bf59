package mana.studio.ui.design;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Scrolls so that a node is seen.
final class Reveal {
    private static final double MARGIN = 24;

    private Reveal() {}

    static void in(ScrollPane scroll, @Nullable Node node) {
        Node content = scroll.getContent();
        if (node == null || !isIn(content, node)) {
            return;
        }
        scroll.applyCss();
        scroll.layout();
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        boolean fits = place.getHeight() < scroll.getViewportBounds().getHeight() - 2 * MARGIN;
        double seen = scroll.getViewportBounds().getHeight();
        double range = content.getLayoutBounds().getHeight() - seen;
        double top = scroll.getVvalue() * range;
        if (range <= 0) {
            return;
        }
        if (place.getMinY() < top || (!fits && place.getMaxY() > top + seen)) {
            scroll.setVvalue(Math.clamp((place.getMinY() - MARGIN) / range, 0, 1));
        } else if (place.getMaxY() > top + seen) {
            scroll.setVvalue(Math.clamp((place.getMaxY() + MARGIN - seen) / range, 0, 1));
        }
    }

    private static boolean isIn(Node content, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == content) {
                return true;
            }
        }
        return false;
    }
}
