package mana.studio.ui.diagram;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mana.studio.diagram.Box;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Edge;

/// What keys do in a diagram. Each is in the menus too.
final class DiagramKeys {
    /// What the keys do, in the order of the list of keys.
    static final Map<String, String> WORDS = words();

    private final DiagramModel model;
    private final DiagramCommands commands;
    private final Camera camera;
    private final DiagramMouse mouse;
    private final Opening opening;

    /// What opens over the diagram.
    interface Opening {
        void search();

        void columnField(String card);

        void nameField(String card);

        void keyForm(String card);

        void newTable();

        void menu();
    }

    DiagramKeys(
            DiagramCanvas canvas,
            DiagramModel model,
            DiagramCommands commands,
            Camera camera,
            DiagramMouse mouse,
            Opening opening) {
        this.model = model;
        this.commands = commands;
        this.camera = camera;
        this.mouse = mouse;
        this.opening = opening;
        canvas.setOnKeyPressed(event -> {
            boolean done = event.isShortcutDown()
                    ? withControl(event.getCode(), event.isShiftDown())
                    : !event.isAltDown() && alone(event);
            if (done) {
                event.consume();
            }
        });
        canvas.setOnKeyReleased(event -> {
            if (event.getCode() == KeyCode.SPACE) {
                mouse.holdSpace(false);
            }
        });
        canvas.focusedProperty().subscribe(focused -> {
            if (!focused) {
                mouse.holdSpace(false);
            }
        });
        // A slash is on another key on every other keyboard: what is typed counts.
        canvas.setOnKeyTyped(event -> {
            if (event.getCharacter().equals("/")) {
                opening.search();
                event.consume();
            }
        });
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Arrows", "Go from table to table");
        words.put("Enter", "Open the form of the table");
        words.put("/", "Search");
        words.put("F", "Show the table and its neighbours");
        words.put("E, Shift+E", "Next foreign key, the one before");
        words.put("N", "New table");
        words.put("C", "Add a column");
        words.put("K", "Add a foreign key");
        words.put("F2", "Rename the table");
        words.put("Delete", "Remove the foreign key");
        words.put("Ctrl+0", "Fit all of it");
        words.put("Ctrl+1", "Full size");
        words.put("+, -", "Zoom");
        words.put("Shift+F10", "Menu");
        return words;
    }

    private boolean withControl(KeyCode code, boolean shift) {
        switch (code) {
            case DIGIT0, NUMPAD0 -> camera.fit(model.drawing().get());
            case DIGIT1, NUMPAD1 -> camera.zoomToFullSize();
            case PLUS, EQUALS, ADD -> camera.zoom(1);
            case MINUS, SUBTRACT -> camera.zoom(-1);
            case Z -> {
                if (shift) {
                    commands.redo();
                } else {
                    commands.undo();
                }
            }
            case Y -> commands.redo();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean alone(KeyEvent event) {
        String card = model.selection().get().card();
        switch (event.getCode()) {
            case LEFT -> go(Direction.LEFT);
            case RIGHT -> go(Direction.RIGHT);
            case UP -> go(Direction.UP);
            case DOWN -> go(Direction.DOWN);
            case ENTER -> enter();
            case ESCAPE -> escape();
            case SPACE -> mouse.holdSpace(true);
            case PLUS, ADD -> camera.zoom(1);
            case MINUS, SUBTRACT -> camera.zoom(-1);
            case E -> edge(event.isShiftDown() ? -1 : 1);
            case N -> opening.newTable();
            case CONTEXT_MENU -> opening.menu();
            case F10 -> {
                if (!event.isShiftDown()) {
                    return false;
                }
                opening.menu();
            }
            case F -> onCard(card, () -> model.focus(card, 1));
            case C, INSERT -> onCard(card, () -> opening.columnField(card));
            case K -> onCard(card, () -> opening.keyForm(card));
            case F2 -> onCard(card, () -> opening.nameField(card));
            case DELETE, BACK_SPACE ->
                model.drawing().get().edge(model.selection().get().edge()).ifPresent(commands::remove);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void onCard(String card, Runnable action) {
        if (!card.isEmpty()) {
            action.run();
        }
    }

    private void go(Direction direction) {
        Drawing drawing = model.drawing().get();
        String from = model.selection().get().card();
        Optional<String> next = from.isEmpty() ? first(drawing) : direction.next(drawing, from);
        next.ifPresent(card -> {
            model.select(new Selection.OfCard(card));
            drawing.box(card).ifPresent(camera::reveal);
        });
    }

    /// The card nearest to the middle of what is seen.
    private Optional<String> first(Drawing drawing) {
        Box seen = camera.now().seen();
        return drawing.boxes().entrySet().stream()
                .min(Comparator.comparingDouble(entry -> Math.hypot(
                        entry.getValue().centerX() - seen.centerX(),
                        entry.getValue().centerY() - seen.centerY())))
                .map(Map.Entry::getKey);
    }

    private void edge(int by) {
        model.nextEdge(by);
    }

    /// Opens the chosen table; from an edge goes to its other end.
    private void enter() {
        Selection selection = model.selection().get();
        Optional<Edge> edge = model.drawing().get().edge(selection.edge());
        if (edge.isPresent()) {
            String other = edge.get().to().equals(selection.card())
                    ? edge.get().from()
                    : edge.get().to();
            model.select(new Selection.OfCard(other));
            model.drawing().get().box(other).ifPresent(camera::reveal);
        } else if (!selection.card().isEmpty()) {
            commands.open(selection.card());
        }
    }

    /// The last thing first: the line that is drawn, the edge, the search, the card, the focus.
    private void escape() {
        Selection selection = model.selection().get();
        if (mouse.giveUp()) {
            return;
        }
        if (!model.matches().get().cards().isEmpty()) {
            model.search("");
        } else if (selection instanceof Selection.OfEdge(String card, String _) && !card.isEmpty()) {
            model.select(new Selection.OfCard(card));
        } else if (model.back() || !selection.equals(Selection.NONE)) {
            model.select(Selection.NONE);
        }
    }
}
