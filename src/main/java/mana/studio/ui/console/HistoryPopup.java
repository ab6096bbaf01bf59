package mana.studio.ui.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import mana.studio.console.History.Entry;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What was run before, to search and to take up again.
final class HistoryPopup {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM HH:mm");

    private final Popup popup = new Popup();
    private final TextField field = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final Consumer<String> chosen;
    private List<Entry> entries = List.of();

    /// @param chosen takes the statement that a person chose
    HistoryPopup(Consumer<String> chosen) {
        this.chosen = chosen;
        field.setPromptText("Search what was run …");
        field.setAccessibleText("Search what was run");
        field.setId("history-search");
        field.textProperty().subscribe(_ -> narrow());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("console-history");
        list.setAccessibleText("What was run");
        list.setFixedCellSize(44);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("Nothing fits"));
        list.setCellFactory(_ -> new Line());
        list.setOnMouseClicked(_ -> take());
        Label hint = new Label("Enter puts it at the caret. Statements with a password are not kept.");
        hint.getStyleClass().add("quick-open-hint");
        VBox card = new VBox(4, field, list, hint);
        VBox.setVgrow(list, Priority.ALWAYS);
        card.getStyleClass().addAll("quick-open-card", "history-card");
        card.setPrefSize(620, 420);
        popup.getContent().add(card);
        popup.setAutoHide(true);
    }

    /// @param history read off the interface's thread
    void show(Node below, List<Entry> history) {
        entries = history;
        field.clear();
        narrow();
        Bounds bounds = below.localToScreen(below.getBoundsInLocal());
        popup.show(below.getScene().getWindow(), bounds.getMaxX() - 620, bounds.getMaxY() + 4);
        field.requestFocus();
    }

    private void narrow() {
        list.getItems()
                .setAll(entries.stream()
                        .filter(entry -> entry.matches(field.getText()))
                        .toList());
        list.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int to = Math.clamp(
                    at + (event.getCode() == KeyCode.DOWN ? 1L : -1L),
                    0,
                    Math.max(0, list.getItems().size() - 1));
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 3));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        }
    }

    private void take() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            popup.hide();
            chosen.accept(entry.sql());
        }
    }

    private static final class Line extends ListCell<Entry> {
        private final Label sql = new Label();
        private final Label about = new Label();
        private final HBox line;

        Line() {
            sql.getStyleClass().add("message-sql");
            about.getStyleClass().add("muted");
            VBox texts = new VBox(sql, about);
            texts.setMinWidth(0);
            line = new HBox(8, new Label(), texts, Blocks.gap());
            line.getStyleClass().add("completion-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            String text = entry.sql().length() > 300 ? entry.sql().substring(0, 300) : entry.sql();
            sql.setText(text.strip().replaceAll("\\s+", " "));
            about.setText(moment(entry.at()) + " · " + entry.connection() + " · " + entry.millis() + " ms"
                    + (entry.succeeded() ? "" : " · failed"));
            line.getChildren()
                    .set(
                            0,
                            Icons.of(
                                    entry.succeeded() ? Feather.CHECK : Feather.ALERT_CIRCLE,
                                    entry.succeeded() ? "icon-good" : "icon-bad"));
            setGraphic(line);
        }

        private static String moment(Instant at) {
            return MOMENT.format(at.atZone(ZoneId.systemDefault()));
        }
    }
}
