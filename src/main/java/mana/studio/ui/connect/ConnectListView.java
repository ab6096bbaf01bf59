package mana.studio.ui.connect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The list of connections: a filter above, a project's folder below.
final class ConnectListView extends VBox {
    private final ConnectListModel model;
    private final Actions actions;
    private final TextField filter = new TextField();
    private final ListView<ConnectEntry> list = new ListView<>();
    private boolean changing;

    /// What a person can do with the list.
    interface Actions {
        /// Starts a new description.
        void describeNew();

        /// Shows an entry beside the list.
        void show(ConnectEntry entry);

        /// Connects to an entry.
        void connect(ConnectEntry entry);

        /// Deletes an entry, after asking.
        void delete(ConnectEntry entry);

        /// Asks for a project's folder and looks through it.
        void chooseProject();
    }

    ConnectListView(ConnectListModel model, ConnectMenu menu, Actions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("connect-list");
        list.setId("connections");
        list.setAccessibleText("Connections");
        model.entries().subscribe(this::show);
        list.setCellFactory(_ -> new ConnectCell(menu));
        Label nothing = new Label("No connection matches. Esc clears the filter.");
        nothing.setWrapText(true);
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                chosen().ifPresent(actions::connect);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(header(), filterBox(), list, footer());
    }


    /// The form shows no saved connection any more.
    void clearSavedSelection() {
        if (list.getSelectionModel().getSelectedItem() instanceof ConnectEntry.Saved) {
            clearSelection();
        }
    }

    void clearSelection() {
        list.getSelectionModel().clearSelection();
    }

    private Node header() {
        Label title = new Label("Connections");
        title.getStyleClass().add("title-text");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button add = new Button("New", Icons.of(Feather.PLUS));
        add.setId("new-connection");
        add.getStyleClass().add("small");
        add.setTooltip(new Tooltip("Describe a new connection"));
        add.setOnAction(_ -> actions.describeNew());
        HBox header = new HBox(8, title, gap, add);
        header.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return header;
    }

    private Node filterBox() {
        filter.setId("connection-filter");
        filter.setPromptText("Filter connections");
        filter.setAccessibleText("Filter connections");
        filter.textProperty().bindBidirectional(model.filter());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                first().ifPresent(list.getSelectionModel()::select);
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                first().ifPresent(actions::connect);
                event.consume();
            }
        });
        return filter;
    }

    private Node footer() {
        Button project = new Button("Find in a project…", Icons.of(Feather.FOLDER));
        project.setId("choose-project");
        project.setMaxWidth(Double.MAX_VALUE);
        project.setTooltip(new Tooltip("Look for database URLs in the .env files of a folder"));
        project.setOnAction(_ -> actions.chooseProject());
        Label problem = new Label();
        problem.setId("list-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("field-error");
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return new StackPane(new VBox(8, problem, project));
    }

    private void listKey(KeyEvent event) {
        Consumer<ConnectEntry> action =
                switch (event.getCode()) {
                    case ENTER -> actions::connect;
                    case DELETE -> actions::delete;
                    default -> null;
                };
        if (action != null) {
            chosen().ifPresent(action);
            event.consume();
        }
    }

    /// Shows other lines; what was selected stays so where it is still there, and is not shown anew.
    private void show(List<ConnectEntry> entries) {
        ConnectEntry selected = list.getSelectionModel().getSelectedItem();
        changing = true;
        list.getSelectionModel().clearSelection();
        list.getItems().setAll(entries);
        entries.stream()
                .filter(entry -> selected != null && entry.key().equals(selected.key()))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
        changing = false;
    }

    private void selected(@Nullable ConnectEntry entry) {
        if (!changing && entry != null && !(entry instanceof ConnectEntry.Heading)) {
            actions.show(entry);
        }
    }

    private Optional<ConnectEntry> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .filter(entry -> !(entry instanceof ConnectEntry.Heading));
    }

    private Optional<ConnectEntry> first() {
        return model.entries().get().stream()
                .filter(entry -> !(entry instanceof ConnectEntry.Heading))
                .findFirst();
    }
}
