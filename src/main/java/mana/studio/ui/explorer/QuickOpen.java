package mana.studio.ui.explorer;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.explorer.ObjectIndex.Hit;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// Ctrl+P: a search over every object and column, over the rest of the window. Hidden until {@link #show}; to be laid
/// over the window's content.
public final class QuickOpen extends StackPane {
    private static final double LINE_HEIGHT = 30;
    private static final int LINES_SHOWN = 12;

    private final Session session;
    private final QuickOpenModel model;
    private final TextField field = new TextField();
    private final ListView<Hit> list = new ListView<>();
    private @Nullable Node focusedBefore;

    public QuickOpen(Session session) {
        this.session = session;
        model = new QuickOpenModel(session);
        getStyleClass().add("quick-open");
        setVisible(false);
        getChildren().add(card());
        setAlignment(Pos.TOP_CENTER);
        setOnMousePressed(_ -> hide());
        model.hits().addListener((_, _, hits) -> showHits(hits));
    }

    /// Shows it, empty, and takes the focus.
    public void show() {
        if (!isVisible()) {
            focusedBefore = getScene().getFocusOwner();
        }
        field.clear();
        model.search();
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

    /// An object was opened, here or elsewhere: the next time, it is among the first.
    public void opened(QualifiedName name) {
        model.opened(name);
    }

    private Node card() {
        field.setId("quick-open-field");
        field.setPromptText("Find a table, view, type, function or column");
        field.setAccessibleText("Find an object or a column");
        field.textProperty().bindBidirectional(model.query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("quick-open-list");
        list.setAccessibleText("Found");
        list.setFocusTraversable(false);
        list.setFixedCellSize(LINE_HEIGHT);
        list.setCellFactory(_ -> new QuickOpenCell());
        Label nothing = new Label("Nothing has a name like this");
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        list.setOnMouseClicked(event -> open(event.isShortcutDown() || event.isAltDown()));
        Label hint = new Label("Enter opens  ·  Alt+Enter its structure  ·  Esc closes");
        hint.getStyleClass().add("quick-open-hint");
        VBox card = new VBox(field, list, hint);
        VBox.setVgrow(list, Priority.ALWAYS);
        card.getStyleClass().add("quick-open-card");
        card.setMaxSize(640, USE_PREF_SIZE);
        card.setOnMousePressed(MouseEvent::consume);
        return card;
    }

    private void showHits(List<Hit> hits) {
        list.getItems().setAll(hits);
        list.setPrefHeight(Math.clamp(hits.size(), 2, LINES_SHOWN) * LINE_HEIGHT + 2);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        switch (key) {
            case ESCAPE -> hide();
            case ENTER -> model.whenSettled(() -> open(event.isAltDown() || event.isShortcutDown()));
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

    private void open(boolean structure) {
        Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit == null) {
            return;
        }
        hide();
        opened(hit.object().name());
        if (structure || hit.column() != null) {
            session.navigator().open(hit.object().name(), Side.STRUCTURE);
        } else {
            session.navigator().open(hit.object());
        }
    }
}
