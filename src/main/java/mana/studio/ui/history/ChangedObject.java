package mana.studio.ui.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mana.studio.ddl.Ddl;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;

/// An object that is not the same in two states of a schema, as the statements that create it.
///
/// @param title for people: `table auth.users`, `table auth.users (new)`
record ChangedObject(
        String title, @Nullable String before, @Nullable String after) {
    private static final Pattern OWNER = Pattern.compile("(?m)^ALTER [^;]* OWNER TO [^;]*;\\R?");

    /// By name, for the states know nothing of each other.
    static List<ChangedObject> between(Database from, Database to) {
        Map<Key, SchemaObject> old = objects(from);
        Map<Key, SchemaObject> now = objects(to);
        List<ChangedObject> changed = new ArrayList<>();
        now.forEach((key, object) -> {
            SchemaObject before = old.get(key);
            String is = ddl(object, to);
            if (before == null) {
                changed.add(new ChangedObject(key + " (new)", null, is));
                return;
            }
            String was = ddl(before, from);
            if (!was.equals(is)) {
                changed.add(new ChangedObject(key.toString(), was, is));
            }
        });
        old.forEach((key, object) -> {
            if (!now.containsKey(key)) {
                changed.add(new ChangedObject(key + " (dropped)", ddl(object, from), null));
            }
        });
        return changed;
    }

    /// Who owns it is a matter of who ran the migrations, not of what they say.
    private static String ddl(SchemaObject object, Database database) {
        return OWNER.matcher(Ddl.of(object, database)).replaceAll("").strip();
    }

    private record Key(String kind, QualifiedName name) {
        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    private static Map<Key, SchemaObject> objects(Database database) {
        Map<Key, SchemaObject> objects = new LinkedHashMap<>();
        database.objects().forEach(object -> objects.put(new Key(Icons.word(object), object.name()), object));
        return objects;
    }

    /// Everything in some schemas, as the statements that create it.
    static String all(Database database, List<String> schemas) {
        StringBuilder text = new StringBuilder();
        database.schemas().stream()
                .filter(schema -> schemas.contains(schema.name()))
                .forEach(schema -> schema.objects()
                        .forEach(object -> text.append(ddl(object, database)).append("\n\n")));
        return text.toString().strip();
    }
}
