package mana.studio.ui.console;

import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import mana.studio.console.Completion.Kind;
import mana.studio.console.Completion.Suggestion;
import mana.studio.console.Completion.Suggestions;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What may be written at the caret, to choose from while writing on.
final class CompletionPopup {
    private static final double LINE = 24;
    private static final int LINES = 10;

    private final CodePane editor;
    private final Supplier<Suggestions> source;
    private final Popup popup = new Popup();
    private final ListView<Suggestion> list = new ListView<>();
    private int from;

    CompletionPopup(CodePane editor, Supplier<Suggestions> source) {
        this.editor = editor;
        this.source = source;
        list.setId("completions");
        // The keys stay the editor's.
        list.setFocusTraversable(false);
        list.setAccessibleText("Completions");
        list.setFixedCellSize(LINE);
        list.setPrefWidth(420);
        list.setCellFactory(_ -> new Line());
        list.setOnMouseClicked(_ -> accept());
        StackPane card = new StackPane(list);
        card.getStyleClass().add("completion-card");
        popup.getContent().add(card);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /// Shows what fits at the caret, or nothing where nothing does.
    void show() {
        Suggestions found = source.get();
        from = found.from();
        list.getItems().setAll(found.list());
        if (found.list().isEmpty()) {
            popup.hide();
            return;
        }
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(Math.min(LINES, found.list().size()) * LINE + 4);
        editor.caretBounds().ifPresent(this::place);
    }

    private void place(Bounds caret) {
        if (popup.isShowing()) {
            return;
        }
        popup.show(editor.getScene().getWindow(), caret.getMinX(), caret.getMaxY() + 4);
    }

    void hide() {
        popup.hide();
    }

    private void pressed(KeyEvent event) {
        if (!popup.isShowing()) {
            return;
        }
        switch (event.getCode()) {
            case ESCAPE -> hide();
            case ENTER, TAB -> {
                if (event.isShortcutDown()) {
                    hide();
                    return;
                }
                accept();
            }
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(LINES - 1);
            case PAGE_UP -> move(1 - LINES);
            case LEFT, RIGHT, HOME, END -> {
                hide();
                return;
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int to = Math.clamp(
                list.getSelectionModel().getSelectedIndex() + (long) by,
                0,
                list.getItems().size() - 1);
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - LINES / 2));
    }

    private void accept() {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        hide();
        if (chosen != null) {
            editor.replace(from, editor.caret().getValue(), chosen.insert());
        }
    }

    private static Ikon icon(Kind kind) {
        return switch (kind) {
            case COLUMN -> Feather.MINUS;
            case RELATION -> Feather.GRID;
            case SCHEMA -> Feather.FOLDER;
            case ROUTINE -> Feather.CODE;
            case KEYWORD -> Feather.TYPE;
        };
    }

    private static final class Line extends ListCell<Suggestion> {
        private final Label name = new Label();
        private final Label detail = new Label();

        Line() {
            getStyleClass().add("completion-line");
            name.getStyleClass().add("mono");
            name.setMinWidth(USE_PREF_SIZE);
            detail.getStyleClass().add("muted");
        }

        @Override
        protected void updateItem(@Nullable Suggestion suggestion, boolean empty) {
            super.updateItem(suggestion, empty);
            if (empty || suggestion == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(suggestion.name());
            detail.setText(suggestion.detail());
            setAccessibleText(suggestion.name());
            HBox line = new HBox(8, Icons.of(icon(suggestion.kind())), name, Blocks.gap(), detail);
            line.getStyleClass().add("completion-row");
            setGraphic(line);
        }
    }
}
