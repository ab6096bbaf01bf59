package mana.studio.ddl;

import java.util.Optional;
import java.util.Set;
import mana.studio.schema.Database;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;

/// Writes objects as the statements that create them.
public final class Ddl {
    private Ddl() {}

    /// Everything that creates this one object: a table with its constraints, indexes, comments, policies, triggers,
    /// owner and grants. What it refers to must exist: types, functions, the tables its keys name, and the sequences
    /// of its serial columns, which {@link #of(SchemaObject, Database)} adds.
    public static String of(SchemaObject object) {
        Script script = new Script();
        new ObjectDdl(script, true, _ -> Optional.empty(), Set.of()).write(object);
        return script.text();
    }

    /// The same, with the sequences that belong to a table's serial columns, and knowing what it inherits.
    ///
    /// @param database the database in which the object is
    public static String of(SchemaObject object, Database database) {
        Script script = new Script();
        ObjectDdl objects = new ObjectDdl(script, true, database::table, Set.of());
        if (object instanceof Table table) {
            database.schemas().stream()
                    .flatMap(schema -> schema.sequences().stream())
                    .filter(sequence -> belongsTo(sequence, table))
                    .forEach(objects::write);
        }
        objects.write(object);
        return script.text();
    }

    private static boolean belongsTo(Sequence sequence, Table table) {
        return sequence.ownedBy() != null && sequence.ownedBy().table().equals(table.name());
    }

    /// A script that creates the whole database's content in an empty one, in an order that loads. Roles, tablespaces
    /// and the files of extensions must exist; what has no definition in the model is named in a comment at the top.
    public static String of(Database database) {
        return DatabaseDdl.of(database);
    }
}
