package mana.studio.catalog;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A row of `sequences.sql`.
///
/// @param ownership `a` where a column owns it, `i` where it is behind an identity column, a space where neither
record SequenceRow(
        long oid,
        long schema,
        String name,
        long owner,
        char persistence,
        @Nullable String acl,
        int type,
        long start,
        long increment,
        long minimum,
        long maximum,
        long cache,
        boolean cycle,
        char ownership,
        long table,
        int column) {
    static SequenceRow read(Rows row) throws SQLException {
        return new SequenceRow(
                row.oid(),
                row.oid(),
                row.text(),
                row.oid(),
                row.letter(),
                row.textOrNull(),
                row.integer(),
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                row.flag(),
                row.letter(),
                row.oid(),
                row.integer());
    }
}
