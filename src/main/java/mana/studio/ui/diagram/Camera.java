package mana.studio.ui.diagram;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.diagram.Box;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Point;

/// Where a person looks at.
final class Camera {
    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>(new Viewport(0, 0, 0, 0, 0));
    private Supplier<List<Box>> covers = List::of;

    ReadOnlyObjectProperty<Viewport> viewport() {
        return viewport.getReadOnlyProperty();
    }

    Viewport now() {
        return viewport.get();
    }

    void resize(double width, double height) {
        change(view -> view.sized(width, height));
    }

    void pan(double dx, double dy) {
        change(view -> view.panned(dx, dy));
    }

    /// By steps of which eight make it twice as large.
    void zoom(int steps, double screenX, double screenY) {
        change(view -> view.zoomed(view.level() + steps, screenX, screenY));
    }

    /// About the middle, by steps that a person sees: four make it twice as large.
    void zoom(int steps) {
        zoom(2 * steps, now().width() / 2, now().height() / 2);
    }

    void zoomToFullSize() {
        change(view -> view.zoomed(0, view.width() / 2, view.height() / 2));
    }

    /// Who says what lies over the paper.
    void coveredBy(Supplier<List<Box>> supplier) {
        covers = supplier;
    }

    /// Shows all of a diagram, with no card behind what lies over the paper.
    void fit(Drawing drawing) {
        change(view -> Fitting.of(view, drawing, covers.get()));
    }

    /// Puts a box into the middle, near enough to be read.
    void center(Box box) {
        change(view -> view.zoomed(Math.max(view.level(), -4), 0, 0).centered(new Point(box.centerX(), box.centerY())));
    }

    void center(Point point) {
        change(view -> view.centered(point));
    }

    /// As it was seen before, in a window that may have another size by now.
    void look(Viewport before) {
        change(view -> before.sized(view.width(), view.height()));
    }

    void reveal(Box box) {
        change(view -> view.showing(box));
    }

    private void change(UnaryOperator<Viewport> change) {
        viewport.set(change.apply(viewport.get()));
    }
}
