package mana.studio.ui.design.field;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import mana.studio.ui.design.state.Choice;
import org.jspecify.annotations.Nullable;

/// A list below a text field: what it could hold, narrowed by what is typed. Down opens it and goes through it, Enter
/// takes, Escape closes it. The focus stays in the field.
public final class Completion {
    private static final double LINE = 26;
    private static final int LINES = 9;
    private static final double NARROWEST = 340;

    private final TextField field;
    private final Function<String, List<Choice>> choices;
    private final Consumer<Choice> taken;
    private final ListView<Choice> list = new ListView<>();
    private final Popup popup = new Popup();

    /// @param choices what could be held, for what is typed
    /// @param taken   puts it into the field
    public Completion(TextField field, Function<String, List<Choice>> choices, Consumer<Choice> taken) {
        this.field = field;
        this.choices = choices;
        this.taken = taken;
        list.getStyleClass().add("completion-list");
        list.setFixedCellSize(LINE);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new ChoiceCell());
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> take());
        popup.getContent().add(list);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
    }

    public boolean isOpen() {
        return popup.isShowing();
    }

    /// Shows everything, with what the field holds chosen.
    public void openAll() {
        show(choices.apply(""));
        list.getItems().stream()
                .filter(choice -> choice.text().equals(field.getText()))
                .findFirst()
                .ifPresent(choice -> {
                    list.getSelectionModel().select(choice);
                    list.scrollTo(choice);
                });
    }

    /// Something was typed.
    public void typed() {
        show(choices.apply(field.getText()));
        if (!field.getText().isBlank()) {
            list.getSelectionModel().selectFirst();
        }
    }

    public void close() {
        popup.hide();
    }

    private void show(List<Choice> found) {
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        boolean pointless = found.size() == 1 && found.getFirst().text().equals(field.getText());
        if (found.isEmpty() || pointless || field.getScene() == null || !field.isFocused()) {
            popup.hide();
            return;
        }
        double height = Math.min(found.size(), LINES) * LINE + 4;
        list.setPrefSize(Math.max(NARROWEST, field.getWidth()), height);
        // A field that was put into its cell just now has no place yet.
        field.getScene().getRoot().layout();
        Bounds place = field.localToScreen(field.getLayoutBounds());
        if (place == null) {
            return;
        }
        if (popup.isShowing()) {
            popup.setAnchorX(place.getMinX());
            popup.setAnchorY(place.getMaxY() + 2);
        } else {
            popup.show(field, place.getMinX(), place.getMaxY() + 2);
        }
    }

    private void pressed(KeyEvent event) {
        if (!popup.isShowing()) {
            if (event.getCode() == KeyCode.DOWN && !event.isShiftDown()) {
                openAll();
                event.consume();
            }
            return;
        }
        boolean handled = switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(LINES - 1);
            case PAGE_UP -> move(1 - LINES);
            case ENTER -> take();
            case ESCAPE -> {
                popup.hide();
                yield true;
            }
            default -> false;
        };
        if (handled) {
            event.consume();
        }
    }

    private boolean move(int lines) {
        int last = list.getItems().size() - 1;
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + lines, 0, last);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - LINES + 2));
        field.setAccessibleHelp(list.getItems().get(next).text());
        return true;
    }

    /// False where nothing is chosen: Enter then means what it means without a list.
    private boolean take() {
        Choice choice = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (choice == null) {
            return false;
        }
        taken.accept(choice);
        return true;
    }

    private static final class ChoiceCell extends ListCell<Choice> {
        private final Label text = new Label();
        private final Label detail = new Label();
        private final HBox line = new HBox(12, text, detail);

        ChoiceCell() {
            getStyleClass().add("completion-cell");
            text.getStyleClass().add("completion-text");
            detail.getStyleClass().add("completion-detail");
            text.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(detail, Priority.ALWAYS);
            detail.setMaxWidth(Double.MAX_VALUE);
            detail.setAlignment(Pos.CENTER_RIGHT);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            text.setText(choice.text());
            detail.setText(choice.detail());
            setGraphic(line);
            setAccessibleText(choice.text() + ", " + choice.detail());
        }
    }
}
