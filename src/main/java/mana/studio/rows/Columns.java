package mana.studio.rows;

import mana.studio.schema.Column;
import mana.studio.schema.Relation;
import mana.studio.sql.Identifier;

/// The names of a relation and its columns.
final class Columns {
    private Columns() {}

    /// @throws IllegalArgumentException where the relation has no such column
    static Column of(Relation relation, String name) {
        return relation.columns().get(indexOf(relation, name));
    }

    /// The relation, as SQL names it.
    static String table(Relation relation) {
        return Identifier.quote(relation.name().schema(), relation.name().name());
    }

    /// The place of a column's cell in a row of the relation.
    static int indexOf(Relation relation, String name) {
        for (int i = 0; i < relation.columns().size(); i++) {
            if (relation.columns().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(relation.name() + " has no column " + name);
    }
}
