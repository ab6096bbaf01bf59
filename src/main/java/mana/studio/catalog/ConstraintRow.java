package mana.studio.catalog;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A row of `constraints.sql`, of a table or a domain.
///
/// @param definition a check's expression, or all of an exclusion; null for others
record ConstraintRow(
        long oid,
        long table,
        long domain,
        String name,
        char kind,
        boolean deferrable,
        boolean deferred,
        boolean validated,
        boolean noInherit,
        boolean local,
        boolean enforced,
        boolean period,
        long[] columns,
        long index,
        long referencedTable,
        long[] referencedColumns,
        char onUpdate,
        char onDelete,
        char match,
        long[] setColumns,
        @Nullable String definition) {
    static ConstraintRow read(Rows row) throws SQLException {
        return new ConstraintRow(
                row.oid(),
                row.oid(),
                row.oid(),
                row.text(),
                row.letter(),
                row.flag(),
                row.flag(),
                row.flagOr(true),
                row.flag(),
                row.flagOr(true),
                row.flagOr(true),
                row.flag(),
                row.numbers(),
                row.oid(),
                row.oid(),
                row.numbers(),
                row.letter(),
                row.letter(),
                row.letter(),
                row.numbers(),
                row.textOrNull());
    }
}
