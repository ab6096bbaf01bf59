package mana.studio.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;

/// Follows foreign keys from a row, both ways. A row's cells are those of its relation; the ones a key needs must be
/// whole.
public final class References {
    private References() {}

    /// A table whose rows point to others.
    public record Child(Table table, ForeignKey key) {}

    /// The row a row points to; empty where a column of the key is NULL, or the table is not in the database.
    public static Optional<RowQuery> parent(Database database, Relation child, ForeignKey key, Row row) {
        return database.table(key.referencedTable())
                .flatMap(parent -> rows(parent, key.referencedColumns(), child, key.columns(), key, row));
    }

    /// The foreign keys that point to a table, by table and key. A partition's copy of its parent's key is left out:
    /// the parent's rows hold its own.
    public static List<Child> children(Database database, QualifiedName parent) {
        return database.tables()
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> key.local() && key.referencedTable().equals(parent))
                        .map(key -> new Child(table, key)))
                .toList();
    }

    /// The rows that point to a row; empty where it has NULL in a column of the key: then none can.
    public static Optional<RowQuery> rows(Child child, Relation parent, Row row) {
        ForeignKey key = child.key();
        return rows(child.table(), key.columns(), parent, key.referencedColumns(), key, row);
    }

    private static Optional<RowQuery> rows(
            Table wanted, List<String> columns, Relation known, List<String> knownColumns, ForeignKey key, Row row) {
        List<Filter> filters = new ArrayList<>();
        // The last columns of a PERIOD key overlap; the others are equal.
        int count = key.period() ? columns.size() - 1 : columns.size();
        for (int i = 0; i < count; i++) {
            Cell cell = row.cells().get(Columns.indexOf(known, knownColumns.get(i)));
            if (cell.cut()) {
                throw new IllegalArgumentException("The value of " + knownColumns.get(i) + " is cut");
            }
            if (cell.isNull()) {
                return Optional.empty();
            }
            filters.add(new Filter(
                    columns.get(i), Operator.EQUALS, List.of(Objects.requireNonNull(cell.text()))));
        }
        return Optional.of(new RowQuery(wanted, filters, null, List.of(), SoftDeleted.SHOW));
    }
}
