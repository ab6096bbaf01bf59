package mana.studio.catalog;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `routines.sql`.
record RoutineRow(
        long oid,
        long schema,
        String name,
        char kind,
        long owner,
        @Nullable String acl,
        String language,
        String arguments,
        @Nullable String result,
        String definition) {
    static RoutineRow read(Rows row) throws SQLException {
        return new RoutineRow(
                row.oid(),
                row.oid(),
                row.text(),
                row.letter(),
                row.oid(),
                row.textOrNull(),
                row.text(),
                row.text(),
                row.textOrNull(),
                Objects.requireNonNull(row.longTextOrNull()));
    }
}
