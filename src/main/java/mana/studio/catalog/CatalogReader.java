package mana.studio.catalog;

import java.sql.SQLException;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;

/// Reads a whole catalog: one query per kind of object, in one repeatable-read snapshot.
public final class CatalogReader {
    private final DataSource source;

    public CatalogReader(DataSource source) {
        this.source = source;
    }

    public Snapshot read(Cancellation cancellation) throws SQLException {
        throw new UnsupportedOperationException();
    }
}
