package mana.studio.ui.data;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import mana.studio.rows.Row;
import org.jspecify.annotations.Nullable;

/// A row of the grid: dimmed where it is marked as deleted.
final class GridRow extends TableRow<Row> {
    private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");

    private final GridModel model;

    GridRow(GridModel model) {
        this.model = model;
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(DELETED, !empty && row != null && model.isDeleted(row));
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    protected boolean isItemChanged(@Nullable Row before, @Nullable Row after) {
        return before != after;
    }
}
