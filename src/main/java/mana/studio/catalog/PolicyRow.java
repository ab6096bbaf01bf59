package mana.studio.catalog;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A row of `policies.sql`.
///
/// @param roles oids; 0 for PUBLIC
record PolicyRow(
        long oid,
        long table,
        String name,
        char command,
        boolean permissive,
        long[] roles,
        @Nullable String using,
        @Nullable String check) {
    static PolicyRow read(Rows row) throws SQLException {
        return new PolicyRow(
                row.oid(),
                row.oid(),
                row.text(),
                row.letter(),
                row.flag(),
                row.numbers(),
                row.textOrNull(),
                row.textOrNull());
    }
}
