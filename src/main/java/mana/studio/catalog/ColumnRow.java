package mana.studio.catalog;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of `columns.sql`: a column or attribute as `pg_attribute` holds it.
record ColumnRow(
        long relation,
        int number,
        String name,
        long type,
        int modifier,
        boolean notNull,
        char identity,
        char generated,
        long collation,
        char storage,
        @Nullable String compression,
        @Nullable Integer statistics,
        boolean local,
        List<String> options,
        List<String> foreignOptions,
        @Nullable String acl) {
    static ColumnRow read(Rows row) throws SQLException {
        return new ColumnRow(
                row.oid(),
                row.integer(),
                row.text(),
                row.oid(),
                row.integer(),
                row.flag(),
                row.letter(),
                row.letter(),
                row.oid(),
                row.letter(),
                row.textOrNull(),
                row.integerOrNull(),
                row.flagOr(true),
                row.texts(),
                row.texts(),
                row.textOrNull());
    }
}
