package mana.studio.ui.pending;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mana.studio.design.PendingChange;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import org.kordamp.ikonli.feather.Feather;

/// The list of what is pending, with the conflicts above it: go to a change with Enter, take it back with Delete.
public final class PendingView extends BorderPane {
    private final PendingModel model;
    private final ListView<ChangeRow> list = new ListView<>();

    public PendingView(Session session, PendingDesign pending) {
        this.model = new PendingModel(session, pending);
        getStyleClass().add("pending");
        setTop(new VBox(head(), notice(), new ConflictPane(model)));
        setCenter(centre());
        UndoKeys.install(this, pending);
    }

    private HBox head() {
        Label count = new Label();
        count.getStyleClass().add("section-heading");
        count.textProperty().bind(model.count().map(text -> text.isEmpty() ? "No changes" : text));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button undo = step(Feather.CORNER_UP_LEFT, model.undoWords(), model.canUndo(), model::undo);
        Button redo = step(Feather.CORNER_UP_RIGHT, model.redoWords(), model.canRedo(), model::redo);
        Button discard = new Button("", Icons.of(Feather.TRASH_2));
        discard.getStyleClass().addAll("flat", "button-icon", "danger");
        discard.setTooltip(new Tooltip("Discard all changes…"));
        discard.setAccessibleText("Discard all changes…");
        discard.disableProperty().bind(model.count().map(String::isEmpty));
        discard.setOnAction(_ -> discard());
        HBox head = new HBox(8, count, space, undo, redo, discard);
        head.getStyleClass().add("pending-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Button step(
            Feather icon,
            javafx.beans.value.ObservableValue<String> words,
            javafx.beans.value.ObservableValue<Boolean> enabled,
            Runnable action) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        button.setTooltip(tooltip);
        button.accessibleTextProperty().bind(words);
        button.disableProperty().bind(enabled.map(can -> !can));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private HBox notice() {
        Label text = new Label();
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.textProperty().bind(model.notice());
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = new Button(null, Icons.of(Feather.X));
        close.getStyleClass().addAll("button-icon", "flat");
        close.setAccessibleText("Close this notice");
        close.setOnAction(_ -> model.noticed());
        HBox notice = new HBox(8, Icons.of(Feather.INFO), text, close);
        notice.getStyleClass().add("pending-notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.visibleProperty().bind(text.textProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    private StackPane centre() {
        list.getStyleClass().add("pending-list");
        list.setAccessibleText("Pending changes");
        list.setCellFactory(_ -> new ChangeCell(this::revert));
        model.rows().subscribe(this::show);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (list.getSelectionModel().getSelectedItem() instanceof ChangeRow.Line row) {
                if (event.getCode() == KeyCode.DELETE) {
                    revert(row.change());
                    event.consume();
                } else if (event.getCode() == KeyCode.ENTER) {
                    model.show(row.change());
                    event.consume();
                }
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2
                    && list.getSelectionModel().getSelectedItem() instanceof ChangeRow.Line row) {
                model.show(row.change());
            }
        });
        EmptyState nothing = new EmptyState(
                Feather.CHECK_CIRCLE,
                "Nothing is pending",
                "What you change in a table's structure is collected here, until you write it as a migration or apply"
                        + " it.");
        nothing.visibleProperty().bind(model.count().map(String::isEmpty));
        list.visibleProperty().bind(nothing.visibleProperty().not());
        return new StackPane(list, nothing);
    }

    /// The line at the same height stays selected, so that Delete can be pressed again.
    private void show(List<ChangeRow> rows) {
        int selected = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(rows);
        if (selected >= 0 && !rows.isEmpty()) {
            list.getSelectionModel().select(Math.min(selected, rows.size() - 1));
        }
    }

    private void revert(PendingChange change) {
        List<String> along = model.along(change);
        boolean agreed = along.isEmpty()
                || Asking.confirms(
                        getScene().getWindow(),
                        "Revert",
                        "Revert " + change.word() + " " + change.name() + "?",
                        "With it: " + String.join(", ", along) + ".",
                        "Revert");
        if (agreed) {
            model.revert(change);
        }
    }

    /// Discards all that is pending, after asking.
    public void discard() {
        if (Asking.confirms(
                getScene().getWindow(),
                "Discard all changes",
                "Discard " + model.count().getValue() + "?",
                "The design becomes the database as it is. You can undo this.",
                "Discard")) {
            model.discard();
        }
    }
}
