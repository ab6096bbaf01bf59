package mana.studio.ui.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mana.studio.ddl.Ddl;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.SideBySide;
import org.jspecify.annotations.Nullable;

/// An object that a design changes, as it is and as it is to be.
///
/// @param id    its identity
/// @param title for people: `auth.users`, `auth.users → auth.people`, `auth.users (new)`
record ChangedObject(
        Identity id,
        String title,
        @Nullable SchemaObject before,
        @Nullable SchemaObject after) {
    /// In order of the schemas; what is new comes last.
    static List<ChangedObject> between(Database base, Database design) {
        Map<String, SchemaObject> after = new HashMap<>();
        objects(design).forEach(object -> after.put(object.id().key(), object));
        List<ChangedObject> changed = new ArrayList<>();
        for (SchemaObject old : objects(base)) {
            SchemaObject now = after.remove(old.id().key());
            if (old != now && !old.equals(now)) {
                changed.add(new ChangedObject(old.id(), title(old, now), old, now));
            }
        }
        objects(design).stream()
                .filter(object -> after.containsKey(object.id().key()))
                .forEach(object -> changed.add(new ChangedObject(object.id(), object.name() + " (new)", null, object)));
        return changed;
    }

    private static List<SchemaObject> objects(Database database) {
        return database.schemas().stream().flatMap(Schema::objects).toList();
    }

    private static String title(SchemaObject old, @Nullable SchemaObject now) {
        if (now == null) {
            return old.name() + " (dropped)";
        }
        return old.name().equals(now.name()) ? old.name().toString() : old.name() + " → " + now.name();
    }

    /// The statements that create it on both sides.
    SideBySide compared(Database base, Database design) {
        return SideBySide.of(before == null ? "" : Ddl.of(before, base), after == null ? "" : Ddl.of(after, design));
    }
}
