package mana.studio.ddl;

import mana.studio.schema.Database;
import mana.studio.schema.SchemaObject;

/// Writes objects as the statements that create them.
public final class Ddl {
    private Ddl() {}

    /// Everything that creates this one object: a table with its constraints, indexes, comments, policies, triggers …
    public static String of(SchemaObject object) {
        throw new UnsupportedOperationException();
    }

    /// A script that creates the whole database's content in an empty one, in an order that loads.
    public static String of(Database database) {
        throw new UnsupportedOperationException();
    }
}
