package mana.studio.ui.diagram;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import mana.studio.diagram.Card;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Mark;
import mana.studio.diagram.Offer;
import mana.studio.diagram.Point;
import mana.studio.diagram.Row;
import mana.studio.diagram.Sign;
import org.jspecify.annotations.Nullable;

/// What the mouse does in a diagram: a card is dragged by its header, a foreign key from a column, the paper by what is
/// empty.
final class DiagramMouse {
    private static final double NEAR_EDGE = 5;
    /// A wheel's turn, as the toolkit counts it.
    private static final double TURN = 40;
    private static final double SLACK = 4;

    private final DiagramModel model;
    private final DiagramCommands commands;
    private final Camera camera;
    private final Pointing pointing;
    private final DiagramCanvas canvas;
    private final Opening opening;
    private Gesture gesture = Gesture.NONE;
    private Hit pressed = Hit.NOTHING;
    private Point start = new Point(0, 0);
    private Point last = new Point(0, 0);
    private Point grip = new Point(0, 0);
    private double turned;
    private double pinched = 1;
    private boolean spaceHeld;

    /// What opens over the diagram.
    interface Opening {
        void columnField(String card);

        void menu(Hit hit, double screenX, double screenY);
    }

    private enum Gesture {
        NONE,
        UNDECIDED,
        PAN,
        MOVE,
        CONNECT
    }

    DiagramMouse(
            DiagramModel model,
            DiagramCommands commands,
            Camera camera,
            Pointing pointing,
            DiagramCanvas canvas,
            Opening opening) {
        this.model = model;
        this.commands = commands;
        this.camera = camera;
        this.pointing = pointing;
        this.canvas = canvas;
        this.opening = opening;
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(this::release);
        canvas.setOnMouseClicked(this::click);
        canvas.setOnMouseMoved(event -> hover(event.getX(), event.getY()));
        canvas.setOnMouseExited(_ -> pointing.over(Hit.NOTHING));
        canvas.setOnScroll(this::scroll);
        canvas.setOnZoom(this::pinch);
        canvas.setOnContextMenuRequested(event -> {
            if (!event.isKeyboardTrigger()) {
                opening.menu(at(event.getX(), event.getY()), event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    /// While the space bar is held, dragging moves the paper wherever it begins.
    void holdSpace(boolean held) {
        spaceHeld = held;
        canvas.setCursor(held ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    /// Gives up what is being drawn or moved.
    ///
    /// @return whether there was anything
    boolean giveUp() {
        boolean drawing = gesture == Gesture.CONNECT;
        if (drawing) {
            end();
            gesture = Gesture.NONE;
        }
        return drawing;
    }

    private Hit at(double x, double y) {
        return HitTest.at(
                model.drawing().get(),
                camera.now().toWorld(x, y),
                NEAR_EDGE / camera.now().scale());
    }

    /// Where columns cannot be read they cannot be pointed at either: the card is one thing.
    private Hit nearAt(double x, double y) {
        Hit hit = at(x, y);
        boolean readable = camera.now().scale() >= CardPainter.NEAR;
        return readable || hit.card().isEmpty() ? hit : new Hit.OnHeader(hit.card());
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        model.dismissProblem();
        start = new Point(event.getX(), event.getY());
        last = start;
        pressed = nearAt(event.getX(), event.getY());
        boolean pans = event.getButton() == MouseButton.MIDDLE || spaceHeld && event.isPrimaryButtonDown();
        gesture = pans ? Gesture.PAN : event.getButton() == MouseButton.PRIMARY ? Gesture.UNDECIDED : Gesture.NONE;
        if (event.getButton() != MouseButton.MIDDLE && !spaceHeld) {
            select(pressed, event.getButton());
        }
        model.drawing().get().box(pressed.card()).ifPresent(box -> {
            Point world = camera.now().toWorld(event.getX(), event.getY());
            grip = new Point(world.x() - box.x(), world.y() - box.y());
        });
        event.consume();
    }

    private void select(Hit hit, MouseButton button) {
        if (hit instanceof Hit.OnEdge(String edge)) {
            model.select(new Selection.OfEdge("", edge));
        } else if (!hit.card().isEmpty()) {
            model.select(new Selection.OfCard(hit.card()));
        } else if (button == MouseButton.PRIMARY) {
            model.select(Selection.NONE);
        }
    }

    private void drag(MouseEvent event) {
        Point now = new Point(event.getX(), event.getY());
        if (gesture == Gesture.UNDECIDED && Math.hypot(now.x() - start.x(), now.y() - start.y()) > SLACK) {
            gesture = decide();
        }
        switch (gesture) {
            case PAN -> camera.pan(now.x() - last.x(), now.y() - last.y());
            case MOVE -> {
                Point world = camera.now().toWorld(now.x(), now.y());
                model.drag(pressed.card(), new Point(Math.rint(world.x() - grip.x()), Math.rint(world.y() - grip.y())));
            }
            case CONNECT -> connect(now);
            case NONE, UNDECIDED -> {}
        }
        last = now;
        event.consume();
    }

    private Gesture decide() {
        return switch (pressed) {
            case Hit.OnRow row when isThere(row) -> Gesture.CONNECT;
            case Hit.OnRow _, Hit.OnHeader _, Hit.OnFoot _ -> Gesture.MOVE;
            case Hit.OnEdge _, Hit.Nothing _ -> Gesture.PAN;
        };
    }

    private boolean isThere(Hit.OnRow hit) {
        return model.table(hit.card()).isPresent()
                && row(hit).map(row -> row.mark() != Mark.REMOVED).orElse(false);
    }

    private Optional<Row> row(Hit.OnRow hit) {
        return model.drawing().get().card(hit.card()).map(card -> card.rows().get(hit.row()));
    }

    private void connect(Point now) {
        Hit target = target(at(now.x(), now.y()));
        @Nullable
        Offer offer = target instanceof Hit.OnRow to && pressed instanceof Hit.OnRow from && !to.equals(from)
                ? commands.offer(from, to).orElse(null)
                : null;
        pointing.draw(new Connection(pressed, target, camera.now().toWorld(now.x(), now.y()), offer));
        nudge(now);
    }

    /// Over a table's name its key is meant.
    private Hit target(Hit hit) {
        if (!(hit instanceof Hit.OnHeader(String key))) {
            return hit;
        }
        Drawing drawing = model.drawing().get();
        List<Row> rows = drawing.card(key).map(Card::rows).orElse(List.of());
        List<Integer> keys = IntStream.range(0, rows.size())
                .filter(at -> rows.get(at).is(Sign.PRIMARY_KEY))
                .boxed()
                .toList();
        return keys.size() == 1 ? new Hit.OnRow(key, keys.getFirst()) : hit;
    }

    /// At the rim the paper follows.
    private void nudge(Point now) {
        double rim = 24;
        double dx = now.x() < rim ? 8 : now.x() > canvas.getWidth() - rim ? -8 : 0;
        double dy = now.y() < rim ? 8 : now.y() > canvas.getHeight() - rim ? -8 : 0;
        if (dx != 0 || dy != 0) {
            camera.pan(dx, dy);
        }
    }

    private void release(MouseEvent event) {
        switch (gesture) {
            case MOVE -> model.dropped();
            case CONNECT -> {
                Connection made = pointing.connection().get();
                end();
                drop(made.offer());
            }
            case NONE, UNDECIDED, PAN -> {}
        }
        gesture = Gesture.NONE;
        event.consume();
    }

    private void drop(@Nullable Offer offer) {
        if (offer instanceof Offer.Possible possible) {
            commands.add(possible);
        } else if (offer instanceof Offer.Refused(String words, String advice)) {
            model.say(Notice.problem(words + (advice.isEmpty() ? "" : ". " + advice) + "."));
        }
    }

    private void end() {
        pointing.draw(Connection.NONE);
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
            switch (nearAt(event.getX(), event.getY())) {
                case Hit.OnHeader(String card) -> commands.open(card);
                case Hit.OnRow(String card, int _) -> commands.open(card);
                case Hit.OnFoot(String card) -> opening.columnField(card);
                case Hit.OnEdge _, Hit.Nothing _ -> {}
            }
        }
    }

    private void hover(double x, double y) {
        Hit hit = nearAt(x, y);
        pointing.over(hit);
        if (!spaceHeld) {
            canvas.setCursor(
                    switch (hit) {
                        case Hit.OnHeader _ -> Cursor.MOVE;
                        case Hit.OnRow _ -> Cursor.CROSSHAIR;
                        case Hit.OnFoot _, Hit.OnEdge _ -> Cursor.HAND;
                        case Hit.Nothing _ -> Cursor.DEFAULT;
                    });
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isInertia() || event.getDeltaY() == 0) {
            return;
        }
        turned += event.getDeltaY();
        int steps = (int) (turned / TURN);
        if (steps != 0) {
            turned -= steps * TURN;
            camera.zoom(2 * steps, event.getX(), event.getY());
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        pinched *= event.getZoomFactor();
        int steps = (int) (Math.log(pinched) / Math.log(2) * Viewport.STEPS);
        if (steps != 0) {
            pinched /= Math.pow(2, steps / Viewport.STEPS);
            camera.zoom(steps, event.getX(), event.getY());
        }
        event.consume();
    }
}
