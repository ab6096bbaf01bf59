package mana.studio.ui.objects.form;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import mana.studio.design.Edits;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;

/// How a kind of thing is found in a database by its identity, put back when it was changed, and called.
///
/// @param word what it is, in small letters
/// @param name what it is called, with its schema
record Thing<T>(
        String word,
        BiFunction<Database, Identity, Optional<T>> find,
        BiFunction<Database, T, Database> put,
        Function<T, String> name) {
    static <T extends SchemaObject> Thing<T> object(String word, Class<T> kind) {
        return new Thing<>(
                word,
                (database, id) -> Edits.object(database, id, kind),
                Edits::replace,
                object -> object.name().toString());
    }

    static Thing<Schema> schema() {
        return new Thing<>("schema", Edits::schema, Thing::put, Schema::name);
    }

    private static Database put(Database database, Schema changed) {
        return database.withSchemas(database.schemas().stream()
                .map(schema -> schema.id().same(changed.id()) ? changed : schema)
                .toList());
    }
}
