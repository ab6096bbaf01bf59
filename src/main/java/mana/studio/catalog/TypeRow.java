package mana.studio.catalog;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A row of `types.sql`: an enum, a domain or a composite type.
record TypeRow(
        long oid,
        long schema,
        String name,
        char kind,
        long owner,
        @Nullable String acl,
        long relation,
        long baseType,
        int modifier,
        boolean notNull,
        @Nullable String defaultExpression,
        long collation) {
    static TypeRow read(Rows row) throws SQLException {
        return new TypeRow(
                row.oid(),
                row.oid(),
                row.text(),
                row.letter(),
                row.oid(),
                row.textOrNull(),
                row.oid(),
                row.oid(),
                row.integer(),
                row.flag(),
                row.textOrNull(),
                row.oid());
    }
}
