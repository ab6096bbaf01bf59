package mana.studio.catalog;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of `indexes.sql`.
///
/// @param columns     attribute numbers of keys, then of INCLUDE; 0 for an expression
/// @param expressions every key as the server writes it; empty unless one is an expression
record IndexRow(
        long oid,
        long table,
        String name,
        long accessMethod,
        List<String> options,
        long tablespace,
        boolean unique,
        boolean valid,
        boolean clustered,
        boolean replicaIdentity,
        boolean nullsNotDistinct,
        int keys,
        long[] columns,
        long[] operatorClasses,
        long[] collations,
        long[] order,
        @Nullable String predicate,
        List<String> expressions) {
    static IndexRow read(Rows row) throws SQLException {
        return new IndexRow(
                row.oid(),
                row.oid(),
                row.text(),
                row.oid(),
                row.texts(),
                row.oid(),
                row.flag(),
                row.flagOr(true),
                row.flag(),
                row.flag(),
                row.flag(),
                row.integer(),
                row.numbers(),
                row.numbers(),
                row.numbers(),
                row.numbers(),
                row.textOrNull(),
                row.texts());
    }
}
