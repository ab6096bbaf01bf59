package mana.studio.catalog;

import java.sql.SQLException;

/// A row of `triggers.sql`.
record TriggerRow(long oid, long relation, String name, char firing, boolean inherited, String definition) {
    static TriggerRow read(Rows row) throws SQLException {
        return new TriggerRow(row.oid(), row.oid(), row.text(), row.letter(), row.flag(), row.text());
    }
}
