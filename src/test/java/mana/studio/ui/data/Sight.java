package mana.studio.ui.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.rows.Filter;
import mana.studio.schema.Relation;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;

/// A data view in a window, and what a person sees of it.
final class Sight {
    private final Stage stage;
    private final FakeSession session;
    private final WatchedSource source;
    private final List<Path> answers = new ArrayList<>();
    private DataView view;

    Sight(Stage stage, FakeSession session, TestDatabase database, Relation relation, Filter... filters) {
        this.stage = stage;
        this.session = session;
        this.source = new WatchedSource(database.source());
        this.view = FxThread.ask(() -> open(relation, List.of(filters)));
    }

    private DataView open(Relation relation, List<Filter> filters) {
        DataView opened = new DataView(session, source, (_, _) -> answer(), relation, filters);
        StackPane root = new StackPane(opened.view());
        stage.setScene(new Scene(root, 980, 760));
        stage.setX(0);
        stage.setY(0);
        Theme.LIGHT.apply(stage.getScene());
        stage.show();
        opened.shown();
        return opened;
    }

    private Optional<Path> answer() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.removeFirst());
    }

    /// What the person will choose when next asked for a file.
    void willPick(Path file) {
        answers.add(file);
    }

    DataView view() {
        return view;
    }

    /// The way to the server.
    WatchedSource source() {
        return source;
    }

    void close() {
        FxThread.run(() -> {
            view.close();
            session.close();
        });
    }

    /// A click on the head of a column. The robot of the headless platform calls every click one for a menu, which
    /// heads leave alone.
    void clickHead(String column, boolean shift) {
        FxThread.run(() -> {
            Node head = stage.getScene().getRoot().lookupAll("#column-" + column).stream()
                    .filter(TableColumnHeader.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                Event.fireEvent(head, click(head, type, shift));
            }
        });
    }

    private static MouseEvent click(Node head, EventType<MouseEvent> type, boolean shift) {
        return new MouseEvent(
                head, head, type, 9, 9, 9, 9, MouseButton.PRIMARY, 1, shift, false, false, false, true, false, false,
                false, false, true, null);
    }

    /// Waits until a node of an id shows a text.
    void awaitText(String id, String text) {
        try {
            FxThread.await(() -> node(id).map(Sight::text).filter(text::equals).isPresent());
        } catch (AssertionError never) {
            throw new AssertionError(
                    id + " never said \"" + text + "\" but \""
                            + FxThread.ask(() -> node(id).map(Sight::text).orElse("(not there)")) + "\"",
                    never);
        }
    }

    void awaitSeen(String id) {
        FxThread.await(() -> node(id).filter(Sight::isSeen).isPresent());
    }

    void awaitGone(String id) {
        FxThread.await(() -> node(id).filter(Sight::isSeen).isEmpty());
    }

    /// The values of a column that can be seen, from top to bottom.
    List<String> column(String name) {
        return FxThread.ask(() -> {
            List<GridCell> cells = new ArrayList<>();
            collect(stage.getScene().getRoot(), name, cells);
            cells.sort((one, other) -> Integer.compare(one.getIndex(), other.getIndex()));
            return cells.stream().map(cell -> cell.getText() == null ? "…" : cell.getText()).toList();
        });
    }

    void awaitColumn(String name, List<String> beginning) {
        try {
            FxThread.await(() -> {
                List<String> now = column(name);
                return now.size() >= beginning.size()
                        && now.subList(0, beginning.size()).equals(beginning);
            });
        } catch (AssertionError never) {
            throw new AssertionError(name + " never began with " + beginning + " but is " + column(name), never);
        }
    }

    /// The middle of the place on screen where a column shows a text. The control may give the place another cell any
    /// time; what is seen there stays.
    Point2D cell(String name, String text) {
        AtomicReference<Point2D> middle = new AtomicReference<>();
        FxThread.await(() -> {
            find(name, text).ifPresent(cell -> middle.set(middle(cell)));
            return middle.get() != null;
        });
        return middle.get();
    }

    private static Point2D middle(GridCell cell) {
        Bounds bounds = cell.localToScreen(cell.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private Optional<GridCell> find(String name, String text) {
        List<GridCell> cells = new ArrayList<>();
        collect(stage.getScene().getRoot(), name, cells);
        return cells.stream().filter(cell -> text.equals(cell.getText())).findFirst();
    }

    /// All texts below a node.
    String texts(String id) {
        return FxThread.ask(() -> {
            List<String> texts = new ArrayList<>();
            node(id).ifPresent(node -> texts(node, texts));
            return String.join("\n", texts);
        });
    }

    TableView<?> table() {
        return (TableView<?>) node("#data-grid").orElseThrow();
    }

    Scene scene() {
        return stage.getScene();
    }

    /// Keeps a picture of the window under `target/snapshots`.
    void picture(String name, Theme theme, int width, int height) {
        FxThread.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            theme.apply(stage.getScene());
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        FxThread.run(() -> {});
        FxThread.run(() -> {
            try {
                Snapshots.write(Snapshots.take(stage.getScene()), Path.of("target", "snapshots", name + ".png"));
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        });
    }

    private Optional<Node> node(String id) {
        return Optional.ofNullable(stage.getScene().getRoot().lookup(id));
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private static String text(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case org.fxmisc.richtext.CodeArea area -> area.getText();
            default -> node.toString();
        };
    }

    private static void texts(Node node, List<String> texts) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> texts(child, texts));
        }
    }

    private static void collect(Node node, String name, List<GridCell> cells) {
        if (node instanceof GridCell cell
                && cell.column().column().name().equals(name)
                && cell.isVisible()
                && !cell.isEmpty()
                && isInside(cell)) {
            cells.add(cell);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, name, cells));
        }
    }

    private static boolean isInside(GridCell cell) {
        Bounds table = cell.getTableView().localToScene(cell.getTableView().getBoundsInLocal());
        return cell.getTableRow().isVisible()
                && table.contains(cell.localToScene(cell.getBoundsInLocal()).getCenterX(), table.getCenterY());
    }
}
