package mana.studio.ui.diagram;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import mana.studio.diagram.Box;
import mana.studio.diagram.Card;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Point;

/// Paints the part of a diagram that is seen, when something of it changed.
final class DiagramCanvas extends Region {
    private final Canvas canvas = new Canvas();
    private final Palette palette;
    private final ObservableValue<Drawing> drawing;
    private final Camera camera;
    private final Pointing pointing;
    private final DiagramModel model;
    private boolean stale = true;

    DiagramCanvas(DiagramModel model, Camera camera, Pointing pointing) {
        this.model = model;
        this.drawing = model.drawing();
        this.camera = camera;
        this.pointing = pointing;
        palette = new Palette(this::repaint);
        getStyleClass().add("diagram-canvas");
        setId("diagram-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        canvas.setMouseTransparent(true);
        getChildren().addAll(palette, canvas);
        drawing.subscribe(this::repaint);
        camera.viewport().subscribe(this::repaint);
        model.selection().subscribe(this::repaint);
        model.matches().subscribe(this::repaint);
        pointing.hover().subscribe(this::repaint);
        pointing.connection().subscribe(this::repaint);
        focusVisibleProperty().subscribe(this::repaint);
    }

    Palette palette() {
        return palette;
    }

    private void repaint() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            camera.resize(getWidth(), getHeight());
            stale = true;
        }
        if (stale && getWidth() > 0) {
            stale = false;
            palette.name(model.schemas());
            Look look = Look.of(
                    drawing.getValue(),
                    model.selection().get(),
                    model.matches().get(),
                    pointing.hover().get(),
                    pointing.connection().get());
            Pen pen = new Pen(canvas.getGraphicsContext2D(), camera.now());
            paint(pen, palette, drawing.getValue(), look);
            connection(pen, pointing.connection().get());
            if (isFocusVisible()) {
                pen.frame(palette.of(Ink.ACCENT));
            }
        }
    }

    /// Paints what a pen sees.
    static void paint(Pen pen, Palette palette, Drawing drawing, Look look) {
        Box seen = pen.viewport().seen().grown(20);
        pen.clear(palette.of(Ink.PAPER));
        new EdgePainter(pen, palette, look).paint(drawing, drawing.edgesIn(seen));
        new CardPainter(pen, palette, look).paint(drawing, drawing.cardsIn(seen));
    }

    /// The foreign key that is being drawn.
    private void connection(Pen pen, Connection connection) {
        if (connection.from() instanceof Hit.OnRow(String card, int row)) {
            drawing.getValue().box(card).ifPresent(box -> {
                double y = box.y() + Card.middle(row);
                double x = connection.at().x() < box.centerX() ? box.x() : box.right();
                Ink ink = connection.isRefused() ? Ink.REMOVED : Ink.ACCENT;
                Point start = new Point(x, y);
                pen.path(List.of(start, connection.at()), palette.of(ink), 2, connection.isRefused());
                pen.circle(start, 4, palette.of(ink), palette.of(ink), 1);
                pen.circle(connection.at(), 4, palette.of(Ink.PAPER), palette.of(ink), 2);
            });
        }
    }
}
