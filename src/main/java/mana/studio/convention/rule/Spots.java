package mana.studio.convention.rule;

import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Index;
import mana.studio.schema.Part;
import mana.studio.schema.Table;

/// Where things are, for people and for the form.
final class Spots {
    private Spots() {}

    static Spot of(Table table, Field field) {
        return new Spot(table.id(), null, field);
    }

    static Spot of(Table table, Column column, Field field) {
        return new Spot(table.id(), column.id(), field);
    }

    static Spot of(Table table, ForeignKey key, Field field) {
        return new Spot(table.id(), key.id(), field);
    }

    static Spot of(Table table, Index index, Field field) {
        return new Spot(table.id(), index.id(), field);
    }

    static Part part(Table table) {
        return Part.relation(table.name());
    }

    static Part part(Table table, Column column) {
        return Part.column(table.name(), column.name());
    }

    static Part part(Table table, Index index) {
        return Part.of(table.name(), Part.Kind.INDEX, index.name());
    }

    /// Its column, where it has but one.
    static Part part(Table table, ForeignKey key) {
        return key.columns().size() == 1
                ? Part.column(table.name(), key.columns().getFirst())
                : Part.of(table.name(), Part.Kind.CONSTRAINT, key.name());
    }
}
