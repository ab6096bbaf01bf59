package mana.studio.plan;

import java.util.Optional;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.QualifiedName;

/// The types on the two sides of a foreign key. The columns change one after the other; in between, the server must
/// still find an operator that compares them.
record KeyTypes(Lookup from, Lookup to) {
    boolean isStrained(QualifiedName table, ForeignKey key) {
        for (int at = 0; at < key.columns().size(); at++) {
            if (changesKind(table, key.columns().get(at))
                    || changesKind(
                            key.referencedTable(), key.referencedColumns().get(at))) {
                return true;
            }
        }
        return false;
    }

    private boolean changesKind(QualifiedName table, String name) {
        Optional<DataType> before =
                from.table(table).flatMap(found -> found.column(name)).map(Column::type);
        Optional<DataType> after =
                to.table(table).flatMap(found -> found.column(name)).map(Column::type);
        return before.isPresent()
                && after.isPresent()
                && (before.get().family() != after.get().family() || isNamed(before.get()) || isNamed(after.get()));
    }

    private static boolean isNamed(DataType type) {
        return type.named() != null || type.family() == Family.OTHER;
    }
}
