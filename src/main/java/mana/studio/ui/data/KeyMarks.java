package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;

/// What keys a column takes part in.
record KeyMarks(boolean primary, List<Constraint.ForeignKey> foreign) {
    KeyMarks {
        foreign = List.copyOf(foreign);
    }

    static KeyMarks of(Relation relation, Column column) {
        if (!(relation instanceof Table table)) {
            return new KeyMarks(false, List.of());
        }
        boolean primary = table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
        List<Constraint.ForeignKey> foreign = new ArrayList<>(table.foreignKeys());
        foreign.removeIf(key -> !key.columns().contains(column.name()));
        return new KeyMarks(primary, foreign);
    }

    boolean isForeign() {
        return !foreign.isEmpty();
    }
}
