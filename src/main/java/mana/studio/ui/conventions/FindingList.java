package mana.studio.ui.conventions;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mana.studio.ui.conventions.Entry.Finding;
import mana.studio.ui.conventions.Entry.Group;

/// The findings under their rules or objects. What is open and chosen stays so when they are found anew.
final class FindingList extends TreeView<Entry> {
    private final Actions actions;
    private final Set<String> closed = new HashSet<>();
    private boolean changing;

    /// What can be done with a line.
    interface Actions {
        /// Leads to the field.
        void show(Finding finding);

        /// Mends the finding, or all under the line.
        void fix(Entry entry);

        /// Asks for a reason, and grants the finding.
        void silence(Finding finding);

        /// Goes where the list is narrowed.
        void find();
    }

    /// @param chosen hears which line is chosen
    FindingList(Actions actions, Consumer<Optional<Entry>> chosen) {
        super(new TreeItem<>());
        this.actions = actions;
        setId("findings");
        setAccessibleText("Findings");
        setShowRoot(false);
        setFixedCellSize(28);
        setCellFactory(_ -> new EntryCell());
        getStyleClass().add("finding-list");
        getSelectionModel().selectedItemProperty().subscribe(_ -> {
            if (!changing) {
                chosen.accept(chosen());
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && chosen().orElse(null) instanceof Finding finding) {
                actions.show(finding);
            }
        });
    }

    Optional<Entry> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    /// Shows other lines. Where the chosen one is gone, the one in its place is chosen.
    void show(List<Group> groups) {
        Optional<String> key = chosen().map(Entry::key);
        int row = getSelectionModel().getSelectedIndex();
        changing = true;
        getSelectionModel().clearSelection();
        getRoot().getChildren().setAll(groups.stream().map(this::item).toList());
        changing = false;
        if (getExpandedItemCount() > 0) {
            int again = key.stream()
                    .flatMapToInt(wanted -> IntStream.range(0, getExpandedItemCount())
                            .filter(at -> getTreeItem(at).getValue().key().equals(wanted)))
                    .findFirst()
                    .orElse(Math.clamp(row, 0, getExpandedItemCount() - 1));
            getSelectionModel().select(again);
            reveal(again);
        }
    }

    /// Scrolls only where the line is out of sight.
    private void reveal(int row) {
        int visible = (int) Math.max(1, getHeight() / getFixedCellSize());
        if (row >= visible) {
            scrollTo(Math.max(0, row - visible / 2));
        }
    }

    private TreeItem<Entry> item(Group group) {
        TreeItem<Entry> item = new TreeItem<>(group);
        group.entries().forEach(entry -> item.getChildren().add(new TreeItem<>(entry)));
        item.setExpanded(!closed.contains(group.key()));
        item.expandedProperty().subscribe((_, expanded) -> {
            if (expanded) {
                closed.remove(group.key());
            } else {
                closed.add(group.key());
            }
        });
        return item;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Entry entry = chosen().orElse(null);
        TreeItem<Entry> item = getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && entry instanceof Finding finding) {
            actions.show(finding);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && item != null) {
            item.setExpanded(!item.isExpanded());
            event.consume();
        } else if (entry instanceof Finding finding && event.getCode() == KeyCode.S) {
            actions.silence(finding);
            event.consume();
        } else if (entry != null && event.getCode() == KeyCode.F) {
            actions.fix(entry);
            event.consume();
        } else if (event.getCode() == KeyCode.SLASH) {
            actions.find();
            event.consume();
        }
    }
}
