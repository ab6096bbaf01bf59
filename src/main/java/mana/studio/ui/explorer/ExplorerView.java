package mana.studio.ui.explorer;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.DesignCommands;
import mana.studio.ui.kit.DesignCommands.Kind;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import org.kordamp.ikonli.feather.Feather;

/// The tree of everything in the database, and the box that narrows it.
public final class ExplorerView extends BorderPane {
    private final ExplorerModel model;
    private final ExplorerTreePane tree;
    private final TextField filter = new TextField();

    private final DesignCommands commands;

    /// @param commands what can be done to the objects listed
    public ExplorerView(Session session, DesignCommands commands) {
        this.commands = commands;
        model = new ExplorerModel(session);
        tree = new ExplorerTreePane(model, session.navigator(), commands, this::typed);
        getStyleClass().add("explorer");
        setTop(filterBox());
        model.state().addListener((InvalidationListener) _ -> setCenter(content()));
        setCenter(content());
    }

    /// Ctrl+F: go where the tree is narrowed.
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Selects an object's line and opens what leads to it, without opening the object.
    public void reveal(SchemaObject object) {
        tree.select(ExplorerTree.keyOf(object));
    }

    private Node filterBox() {
        filter.setId("explorer-filter");
        filter.setPromptText("Filter objects");
        filter.setAccessibleText("Filter objects");
        filter.textProperty().bindBidirectional(model.filter());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
        StackPane box = new StackPane(filter, Icons.of(Feather.SEARCH, "explorer-filter-icon"));
        StackPane.setAlignment(box.getChildren().getLast(), Pos.CENTER_LEFT);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox line = new HBox(4, box, newMenu());
        line.getStyleClass().add("explorer-filter-box");
        return line;
    }

    private Node newMenu() {
        MenuButton button = new MenuButton(null, Icons.of(Feather.PLUS));
        button.setId("explorer-new");
        button.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        button.setAccessibleText("New");
        button.setTooltip(new Tooltip("New table, view, enum, sequence or schema"));
        button.getItems().setAll(ExplorerMenu.creations(commands, tree::schemaOfSelected));
        return button;
    }

    private Button newTable() {
        Button button = new Button("New table…");
        button.setOnAction(_ -> commands.create(Kind.TABLE, null));
        return button;
    }

    private void filterKey(KeyEvent event) {
        KeyCode key = event.getCode();
        if (key == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        } else if (key == KeyCode.DOWN || key == KeyCode.ESCAPE) {
            tree.takeFocus();
            event.consume();
        } else if (key == KeyCode.ENTER) {
            tree.openBest();
            event.consume();
        }
    }

    /// Typing in the tree goes on in the filter.
    private void typed(String text) {
        filter.requestFocus();
        filter.end();
        filter.appendText(text);
    }

    private Node content() {
        return switch (model.state().get()) {
            case LOADING -> loading();
            case EMPTY ->
                new EmptyState(
                        Feather.DATABASE,
                        "Nothing here yet",
                        "This database has no tables. What a migration creates appears here after a refresh (F5).",
                        newTable());
            case NOTHING_FOUND ->
                new EmptyState(
                        Feather.SEARCH,
                        "No match",
                        "No object has a name like this. Esc clears the filter; Ctrl+P also finds columns.");
            case LINES -> tree;
        };
    }

    private static Node loading() {
        ProgressIndicator indicator = new ProgressIndicator();
        indicator.getStyleClass().add("explorer-loading-indicator");
        Label text = new Label("Reading the catalog…");
        text.getStyleClass().add("muted");
        VBox loading = new VBox(12, indicator, text);
        loading.setAlignment(Pos.CENTER);
        return loading;
    }
}
