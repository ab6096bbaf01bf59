package mana.studio.catalog;

import java.sql.SQLException;

/// A row of `not_nulls.sql`: a NOT NULL constraint of PostgreSQL 18.
record NotNullRow(
        long table, int column, long oid, String name, boolean validated, boolean noInherit, boolean local) {
    static NotNullRow read(Rows row) throws SQLException {
        return new NotNullRow(
                row.oid(), row.integer(), row.oid(), row.text(), row.flagOr(true), row.flag(), row.flagOr(true));
    }
}
