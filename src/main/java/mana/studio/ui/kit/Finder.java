package mana.studio.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/// A field to type in and what is found for it, over the rest of the window: hidden until {@link #show}. What is found
/// and what becomes of it is the user's.
///
/// @param <T> what is found
public final class Finder<T> extends StackPane {
    private static final double LINE_HEIGHT = 30;
    private static final int LINES_SHOWN = 12;

    private final TextField field = new TextField();
    private final ListView<T> list = new ListView<>();
    private final Choosing<T> choosing;
    private @Nullable Node focusedBefore;

    /// What a choice does.
    public interface Choosing<T> {
        /// @param finder knows what is {@link #chosen}, now or when the search has settled
        /// @param other  by Alt+Enter, or a click with Alt or Ctrl
        void choose(Finder<T> finder, boolean other);
    }

    /// What a finder says.
    ///
    /// @param id      of the field (`ID-field`) and of the list (`ID-list`)
    /// @param prompt  in the empty field
    /// @param label   of the field, for those who hear it
    /// @param nothing where nothing is found
    /// @param hint    what the keys do
    public record Words(String id, String prompt, String label, String nothing, String hint) {}

    /// @param choosing called with Enter or a click
    public Finder(Words words, Callback<ListView<T>, ListCell<T>> cells, Choosing<T> choosing) {
        this.choosing = choosing;
        getStyleClass().add("quick-open");
        setVisible(false);
        getChildren().add(card(words, cells));
        setAlignment(Pos.TOP_CENTER);
        setOnMousePressed(_ -> hide());
    }

    /// What is typed.
    public StringProperty query() {
        return field.textProperty();
    }

    /// Shows it, empty, and takes the focus.
    public void show() {
        if (!isVisible()) {
            focusedBefore = getScene().getFocusOwner();
        }
        field.clear();
        setVisible(true);
        toFront();
        field.requestFocus();
    }

    /// Hides it and gives the focus back.
    public void hide() {
        setVisible(false);
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    /// Shows what is found, the best first.
    public void show(List<T> found) {
        list.getItems().setAll(found);
        list.setPrefHeight(Math.clamp(found.size(), 2, LINES_SHOWN) * LINE_HEIGHT + 2);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /// Does something with what is chosen; nothing where nothing is.
    public void chosen(Consumer<T> action) {
        T chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            action.accept(chosen);
        }
    }

    private Node card(Words words, Callback<ListView<T>, ListCell<T>> cells) {
        field.setId(words.id() + "-field");
        field.setPromptText(words.prompt());
        field.setAccessibleText(words.label());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId(words.id() + "-list");
        list.setAccessibleText("Found");
        list.setFocusTraversable(false);
        list.setFixedCellSize(LINE_HEIGHT);
        list.setCellFactory(cells);
        Label nothing = new Label(words.nothing());
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        list.setOnMouseClicked(event -> choosing.choose(this, event.isShortcutDown() || event.isAltDown()));
        Label hint = new Label(words.hint());
        hint.getStyleClass().add("quick-open-hint");
        VBox card = new VBox(field, list, hint);
        VBox.setVgrow(list, Priority.ALWAYS);
        card.getStyleClass().add("quick-open-card");
        card.setMaxSize(640, USE_PREF_SIZE);
        card.setOnMousePressed(MouseEvent::consume);
        return card;
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        switch (key) {
            case ESCAPE -> hide();
            case ENTER -> choosing.choose(this, event.isAltDown() || event.isShortcutDown());
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(LINES_SHOWN - 1);
            case PAGE_UP -> move(1 - LINES_SHOWN);
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int count = list.getItems().size();
        if (count > 0) {
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, count - 1);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - LINES_SHOWN / 2));
        }
    }
}
