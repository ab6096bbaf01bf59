package mana.studio.ui.explorer;

import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// A line in the tree control; the items below it are made when it is first opened.
final class ExplorerItem extends TreeItem<ExplorerNode> {
    private final ExplorerModel model;
    private boolean filled;

    ExplorerItem(ExplorerNode line, ExplorerModel model) {
        super(line);
        this.model = model;
        setExpanded(model.isExpanded(line));
        expandedProperty().addListener((_, _, open) -> model.expanded(line, open));
    }

    @Override
    public boolean isLeaf() {
        return getValue().isLeaf();
    }

    @Override
    public ObservableList<TreeItem<ExplorerNode>> getChildren() {
        ObservableList<TreeItem<ExplorerNode>> children = super.getChildren();
        if (!filled) {
            filled = true;
            children.setAll(getValue().children().stream()
                    .map(line -> new ExplorerItem(line, model))
                    .toList());
        }
        return children;
    }
}
