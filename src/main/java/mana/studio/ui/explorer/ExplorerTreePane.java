package mana.studio.ui.explorer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Identity;
import mana.studio.ui.kit.DesignCommands;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Navigator.Side;
import org.jspecify.annotations.Nullable;

/// The tree control: shows the model's lines, keeps the selection over their changes, opens what is chosen.
final class ExplorerTreePane extends StackPane {
    private static final double LINE_HEIGHT = 26;

    private final ExplorerModel model;
    private final Navigator navigator;
    private final TreeView<ExplorerNode> tree = new TreeView<>(new TreeItem<>());
    private final DesignCommands commands;
    private @Nullable String selectedKey;
    private @Nullable Identity selectedThing;
    private boolean replacing;

    /// @param typed gets what is typed while the tree has the focus
    ExplorerTreePane(ExplorerModel model, Navigator navigator, DesignCommands commands, Consumer<String> typed) {
        this.model = model;
        this.navigator = navigator;
        this.commands = commands;
        tree.setId("explorer-tree");
        tree.setAccessibleText("Objects of the database");
        tree.setShowRoot(false);
        tree.setFixedCellSize(LINE_HEIGHT);
        tree.setCellFactory(_ -> new ExplorerCell());
        tree.setContextMenu(new ExplorerMenu(navigator, commands, this::selected, this::schemaOfSelected));
        tree.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (!replacing && item != null) {
                selectedKey = item.getValue().key();
                selectedThing = thing(item.getValue());
            }
        });
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        tree.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (isText(event)) {
                typed.accept(event.getCharacter());
            }
        });
        tree.setOnMouseClicked(this::clicked);
        tree.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuRequested);
        getChildren().add(tree);
        model.lines().addListener((InvalidationListener) _ -> replaceLines());
        replaceLines();
    }

    /// Gives the focus to the tree, on the selected line or else the first that can be opened.
    void takeFocus() {
        if (tree.getSelectionModel().isEmpty()) {
            firstObject(tree.getRoot())
                    .ifPresentOrElse(
                            this::select, () -> tree.getSelectionModel().selectFirst());
        }
        tree.requestFocus();
    }

    /// Opens the selected line, or else the first object.
    void openBest() {
        TreeItem<ExplorerNode> item = tree.getSelectionModel().getSelectedItem();
        Optional.ofNullable(item).or(() -> firstObject(tree.getRoot())).ifPresent(best -> {
            select(best);
            open(best.getValue().entry(), null);
        });
    }

    /// Selects a line, opens what leads to it, and scrolls to it.
    void select(String key) {
        selectedKey = key;
        selectedThing = null;
        itemOf(key).ifPresent(this::select);
    }

    private void select(TreeItem<ExplorerNode> item) {
        tree.getSelectionModel().select(item);
        int row = tree.getRow(item);
        int visible = (int) (tree.getHeight() / LINE_HEIGHT);
        tree.scrollTo(Math.max(0, row - visible / 3));
    }

    private void replaceLines() {
        replacing = true;
        tree.getSelectionModel().clearSelection();
        List<TreeItem<ExplorerNode>> items = model.lines().get().stream()
                .<TreeItem<ExplorerNode>>map(line -> new ExplorerItem(line, model))
                .toList();
        tree.getRoot().getChildren().setAll(items);
        tree.getRoot().setExpanded(true);
        reselect();
        replacing = false;
    }

    /// What was selected stays so, under another name too.
    private void reselect() {
        if (selectedKey != null && itemOf(selectedKey).isEmpty() && selectedThing != null) {
            selectedKey = model.keyOf(selectedThing).orElse(selectedKey);
        }
        if (selectedKey != null) {
            itemOf(selectedKey).ifPresent(this::select);
        }
    }

    private static @Nullable Identity thing(ExplorerNode line) {
        return switch (line.entry()) {
            case Entry.OfSchema(var schema, _) -> schema.id();
            case Entry.OfObject(var object, _) -> object.id();
            case Entry.OfGroup _,
                    Entry.OfColumn _,
                    Entry.OfConstraint _,
                    Entry.OfIndex _,
                    Entry.OfExtension _,
                    Entry.OfOther _ -> null;
        };
    }

    private Optional<TreeItem<ExplorerNode>> itemOf(String key) {
        TreeItem<ExplorerNode> at = tree.getRoot();
        for (ExplorerNode line : ExplorerNode.pathTo(key, model.lines().get())) {
            at.setExpanded(true);
            at = at.getChildren().stream()
                    .filter(child -> child.getValue() == line)
                    .findFirst()
                    .orElseThrow();
        }
        return at == tree.getRoot() ? Optional.empty() : Optional.of(at);
    }

    /// Looks only where lines are open.
    private static Optional<TreeItem<ExplorerNode>> firstObject(TreeItem<ExplorerNode> item) {
        if (item.getValue() != null && item.getValue().entry() instanceof Entry.OfObject) {
            return Optional.of(item);
        }
        return item.isExpanded() && !item.isLeaf()
                ? item.getChildren().stream()
                        .flatMap(child -> firstObject(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    private @Nullable ExplorerNode selected() {
        TreeItem<ExplorerNode> item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    /// The schema that the selected line is in.
    @Nullable String schemaOfSelected() {
        TreeItem<ExplorerNode> item = tree.getSelectionModel().getSelectedItem();
        while (item != null && item.getValue() != null) {
            if (item.getValue().entry() instanceof Entry.OfSchema(var schema, _)) {
                return schema.name();
            }
            item = item.getParent();
        }
        return null;
    }

    private void pressed(KeyEvent event) {
        ExplorerNode line = selected();
        Identity thing = line == null || line.mark() == Mark.REMOVED ? null : thing(line);
        if (thing != null && event.getCode() == KeyCode.F2) {
            commands.rename(thing);
            event.consume();
        } else if (thing != null && event.getCode() == KeyCode.DELETE) {
            commands.drop(List.of(thing));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && line != null) {
            boolean structure = event.isAltDown() || event.isShortcutDown();
            if (!open(line.entry(), structure ? Side.STRUCTURE : null)) {
                TreeItem<ExplorerNode> item = tree.getSelectionModel().getSelectedItem();
                item.setExpanded(!item.isExpanded());
            }
            event.consume();
        }
    }

    /// The menu is about the line under the mouse; below the last line, about none.
    private void menuRequested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            return;
        }
        Node at = event.getPickResult().getIntersectedNode();
        while (at != null && !(at instanceof ExplorerCell)) {
            at = at.getParent();
        }
        if (at instanceof ExplorerCell cell && !cell.isEmpty()) {
            tree.getSelectionModel().clearAndSelect(cell.getIndex());
        } else {
            tree.getSelectionModel().clearSelection();
        }
    }

    private void clicked(MouseEvent event) {
        ExplorerNode line = selected();
        if (line != null && line.mark() == Mark.REMOVED) {
            return;
        }
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && line != null) {
            open(line.entry(), null);
        }
    }

    /// @param side the side to show; null for the first
    /// @return false where the line can't be opened in a tab
    private boolean open(Entry entry, @Nullable Side side) {
        switch (entry) {
            case Entry.OfObject(var object, _) when side != null -> navigator.open(object.name(), side);
            case Entry.OfObject(var object, _) -> navigator.open(object);
            case Entry.OfColumn(var relation, _) -> navigator.open(relation.name(), Side.STRUCTURE);
            case Entry.OfConstraint(var table, _) -> navigator.open(table.name(), Side.STRUCTURE);
            case Entry.OfIndex(var relation, _) -> navigator.open(relation.name(), Side.STRUCTURE);
            case Entry.OfSchema(var schema, _) when side == Side.STRUCTURE ->
                navigator.show(new Spot(schema.id(), null, Field.NAME));
            case Entry.OfSchema _, Entry.OfGroup _, Entry.OfExtension _, Entry.OfOther _ -> {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(KeyEvent event) {
        String text = event.getCharacter();
        return !event.isShortcutDown()
                && !event.isAltDown()
                && !text.isBlank()
                && text.chars().noneMatch(Character::isISOControl);
    }
}
