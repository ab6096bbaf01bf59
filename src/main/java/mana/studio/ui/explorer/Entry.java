package mana.studio.ui.explorer;

import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Extension;
import mana.studio.schema.Index;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// What a line of the explorer stands for.
sealed interface Entry {
    /// @param service the service that owns the schema; null for none known
    record OfSchema(Schema schema, @Nullable String service) implements Entry {}

    /// @param shown how many members are below it
    /// @param total how many there are without the filter
    record OfGroup(Group group, int shown, int total) implements Entry {}

    /// @param rows the estimate; -1 for unknown
    record OfObject(SchemaObject object, long rows) implements Entry {}

    record OfColumn(Relation relation, Column column) implements Entry {}

    record OfConstraint(Table table, Constraint constraint) implements Entry {}

    record OfIndex(Relation relation, Index index) implements Entry {}

    record OfExtension(Extension extension) implements Entry {}

    record OfOther(OtherObject object) implements Entry {}

    /// Lines that belong together.
    enum Group {
        TABLES("Tables"),
        VIEWS("Views"),
        ENUMS("Enums"),
        SEQUENCES("Sequences"),
        TYPES("Types"),
        FUNCTIONS("Functions"),
        KEYS("Keys"),
        INDEXES("Indexes"),
        PARTITIONS("Partitions"),
        EXTENSIONS("Extensions"),
        OTHERS("Other objects");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
