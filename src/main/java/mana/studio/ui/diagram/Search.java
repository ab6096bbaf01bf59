package mana.studio.ui.diagram;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Looks for a table or a column: what is found is marked, Enter goes from one to the next.
final class Search extends HBox {
    private final DiagramModel model;
    private final Camera camera;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private int at = -1;

    /// @param closed gives the focus back
    Search(DiagramModel model, Camera camera, Runnable closed) {
        super(4);
        this.model = model;
        this.camera = camera;
        this.closed = closed;
        getStyleClass().add("find-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        field.setId("diagram-search");
        field.setPromptText("Table or column");
        field.setAccessibleText("Find a table or a column");
        field.textProperty().subscribe(text -> {
            at = -1;
            model.search(text);
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        count.getStyleClass().add("find-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        model.matches().subscribe(_ -> count());
        Button close = new Button(null, Icons.of(Feather.X));
        close.getStyleClass().addAll("flat", "button-icon");
        close.setTooltip(new Tooltip("Close (Esc)"));
        close.setAccessibleText("Close");
        close.setFocusTraversable(false);
        close.setOnAction(_ -> close());
        getChildren().addAll(field, count, close);
        show(false);
    }

    void open() {
        show(true);
        field.requestFocus();
        field.selectAll();
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            go(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private void go(int by) {
        List<String> found = model.matches().get().cards();
        if (!found.isEmpty()) {
            at = Math.floorMod(at < 0 && by < 0 ? -1 : at + by, found.size());
            model.select(new Selection.OfCard(found.get(at)));
            model.drawing().get().box(found.get(at)).ifPresent(camera::center);
            count();
        }
    }

    private void count() {
        int found = model.matches().get().cards().size();
        boolean asked = !field.getText().isBlank();
        count.setText(!asked ? "" : found == 0 ? "none" : at < 0 ? found + " found" : (at + 1) + " of " + found);
    }

    private void close() {
        field.clear();
        show(false);
        closed.run();
    }
}
