package mana.studio.ui.diagram;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import mana.studio.diagram.Box;
import mana.studio.diagram.Card;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Mark;
import mana.studio.diagram.Point;

/// The whole diagram in a corner, with a frame around what is seen. Pressing or dragging goes there.
final class Minimap extends Region {
    static final double WIDTH = 200;
    static final double HEIGHT = 130;
    private static final double MARGIN = 6;

    private final Canvas blocks = new Canvas(WIDTH, HEIGHT);
    private final Canvas frame = new Canvas(WIDTH, HEIGHT);
    private final ObservableValue<Drawing> drawing;
    private final Camera camera;
    private final Palette palette;
    private boolean stale = true;

    Minimap(ObservableValue<Drawing> drawing, Camera camera, Palette palette) {
        this.drawing = drawing;
        this.camera = camera;
        this.palette = palette;
        getStyleClass().add("diagram-minimap");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAccessibleText("Overview of the diagram");
        getChildren().addAll(blocks, frame);
        setOnMousePressed(this::go);
        setOnMouseDragged(this::go);
        drawing.subscribe(_ -> stale());
        palette.getChildren().forEach(ink -> ((Region) ink).backgroundProperty().subscribe(this::stale));
        camera.viewport().subscribe(this::requestLayout);
    }

    private void stale() {
        stale = true;
        requestLayout();
    }

    private Box world() {
        Box bounds = drawing.getValue().bounds();
        double share = Math.max(
                Math.max(bounds.width(), 1) / (WIDTH - 2 * MARGIN),
                Math.max(bounds.height(), 1) / (HEIGHT - 2 * MARGIN));
        double width = WIDTH * share;
        double height = HEIGHT * share;
        return new Box(bounds.centerX() - width / 2, bounds.centerY() - height / 2, width, height);
    }

    private void go(MouseEvent event) {
        Box world = world();
        camera.center(new Point(
                world.x() + event.getX() / WIDTH * world.width(), world.y() + event.getY() / HEIGHT * world.height()));
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        Box world = world();
        if (stale) {
            stale = false;
            paintBlocks(world);
        }
        paintFrame(world);
    }

    private void paintBlocks(Box world) {
        GraphicsContext gc = blocks.getGraphicsContext2D();
        gc.clearRect(0, 0, WIDTH, HEIGHT);
        double share = WIDTH / world.width();
        for (Card card : drawing.getValue().graph().cards().values()) {
            drawing.getValue().box(card.key()).ifPresent(box -> {
                gc.setFill(
                        card.mark() == Mark.NONE
                                ? palette.ofSchema(card.name().schema())
                                : palette.of(Ink.of(card.mark())));
                gc.fillRect(
                        (box.x() - world.x()) * share,
                        (box.y() - world.y()) * share,
                        Math.max(1.5, box.width() * share),
                        Math.max(1.5, box.height() * share));
            });
        }
    }

    private void paintFrame(Box world) {
        GraphicsContext gc = frame.getGraphicsContext2D();
        double share = WIDTH / world.width();
        Box seen = camera.now().seen();
        double left = Math.clamp((seen.x() - world.x()) * share, 1, WIDTH - 3);
        double top = Math.clamp((seen.y() - world.y()) * share, 1, HEIGHT - 3);
        double right = Math.clamp((seen.right() - world.x()) * share, left + 2, WIDTH - 1);
        double bottom = Math.clamp((seen.bottom() - world.y()) * share, top + 2, HEIGHT - 1);
        gc.clearRect(0, 0, WIDTH, HEIGHT);
        gc.setFill(palette.of(Ink.ACCENT).deriveColor(0, 1, 1, 0.12));
        gc.fillRect(left, top, right - left, bottom - top);
        gc.setStroke(palette.of(Ink.ACCENT));
        gc.strokeRect(Math.rint(left) + 0.5, Math.rint(top) + 0.5, Math.rint(right - left), Math.rint(bottom - top));
    }
}
