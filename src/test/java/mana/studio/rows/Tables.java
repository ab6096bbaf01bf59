package mana.studio.rows;

import java.sql.SQLException;
import javax.sql.DataSource;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;

/// Finds a relation in the catalog of a database.
public final class Tables {
    private Tables() {}

    public static Relation of(DataSource source, String schema, String name) throws SQLException {
        return new CatalogReader(source)
                .read(new Cancellation())
                .database()
                .relation(new QualifiedName(schema, name))
                .orElseThrow();
    }
}
