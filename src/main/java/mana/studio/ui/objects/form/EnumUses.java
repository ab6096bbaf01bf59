package mana.studio.ui.objects.form;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;

/// Where a type is used.
///
/// @param relation the table or view
/// @param column   its column
record EnumUses(Relation relation, Column column) {
    /// The columns of the type, or of arrays of it, tables first.
    static List<EnumUses> of(Database database, QualifiedName type) {
        return database.schemas().stream()
                .flatMap(Schema::relations)
                .flatMap(relation -> uses(relation, type))
                .sorted((one, other) -> Boolean.compare(other.isTable(), one.isTable()))
                .toList();
    }

    private static Stream<EnumUses> uses(Relation relation, QualifiedName type) {
        return relation.columns().stream()
                .filter(column -> type.equals(column.type().named()))
                .map(column -> new EnumUses(relation, column));
    }

    boolean isTable() {
        return relation instanceof Table;
    }

    String words() {
        return relation.name() + "." + column.name();
    }
}
