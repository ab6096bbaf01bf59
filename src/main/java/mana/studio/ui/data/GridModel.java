package mana.studio.ui.data;

import java.util.Optional;
import mana.studio.rows.Row;
import mana.studio.rows.SoftDelete;
import mana.studio.schema.Relation;

/// What a grid shows: the rows in memory and the selected rectangle.
final class GridModel {
    private final Relation relation;
    private final RowWindow window;
    private final CellSelection selection;
    private final Optional<SoftDelete> marks;

    GridModel(Relation relation, RowWindow window, CellSelection selection) {
        this.relation = relation;
        this.window = window;
        this.selection = selection;
        this.marks = SoftDelete.of(relation);
    }

    Relation relation() {
        return relation;
    }

    RowWindow window() {
        return window;
    }

    CellSelection selection() {
        return selection;
    }

    /// Whether a row is marked as deleted.
    @SuppressWarnings("ReferenceEquality") // the placeholder is one object
    boolean isDeleted(Row row) {
        return row != Stretch.LOADING
                && marks.filter(mark -> mark.isDeleted(relation, row)).isPresent();
    }
}
