package mana.studio.catalog;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of `relations.sql`: a table or view as `pg_class` holds it.
record RelationRow(
        long oid,
        long schema,
        String name,
        char kind,
        char persistence,
        long owner,
        long accessMethod,
        double tuples,
        long pages,
        boolean rowSecurity,
        boolean forcedRowSecurity,
        char replicaIdentity,
        boolean populated,
        long tablespace,
        long ofType,
        long rowType,
        List<String> options,
        List<String> toastOptions,
        @Nullable String acl,
        @Nullable String partitionKey,
        @Nullable String partitionBound) {
    static RelationRow read(Rows row) throws SQLException {
        return new RelationRow(
                row.oid(),
                row.oid(),
                row.text(),
                row.letter(),
                row.letter(),
                row.oid(),
                row.oid(),
                row.decimal(),
                row.number(),
                row.flag(),
                row.flag(),
                row.letter(),
                row.flag(),
                row.oid(),
                row.oid(),
                row.oid(),
                row.texts(),
                row.texts(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull());
    }

    boolean isView() {
        return kind == 'v' || kind == 'm';
    }
}
