package mana.studio.safety.safer;

import java.util.LinkedHashSet;
import java.util.Set;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/// Views and functions that lean on columns which are, for now, what they were: so they stay what they were as well, or
/// do not come yet.
final class Dependents {
    private Dependents() {}

    /// @param draft   of the model after; changed here
    /// @param columns that keep their old type or name for now, as the model after calls them
    static void restore(Draft draft, Database before, Database after, Set<Part> columns) {
        Set<ObjectName> open = new LinkedHashSet<>();
        boolean found = !columns.isEmpty();
        while (found) {
            found = false;
            for (Dependency one : after.dependencies()) {
                ObjectName dependent = one.dependent().object();
                boolean leans = columns.contains(one.on()) || open.contains(one.on().object());
                boolean isTable = dependent.kind() == ObjectName.Kind.RELATION
                        && after.table(dependent.name()).isPresent();
                if (leans && !isTable && open.add(dependent)) {
                    found = true;
                }
            }
        }
        open.forEach(name -> restore(draft, before, after, name));
    }

    private static void restore(Draft draft, Database before, Database after, ObjectName name) {
        SchemaObject old = object(before, name);
        if (old == null) {
            draft.remove(name);
        } else if (!old.equals(object(after, name))) {
            draft.remove(name);
            draft.put(old);
            before.dependencies().stream()
                    .filter(one -> one.dependent().object().equals(name))
                    .forEach(draft::put);
        }
    }

    private static @Nullable SchemaObject object(Database database, ObjectName name) {
        return database.schemas().stream()
                .flatMap(schema -> schema.objects())
                .filter(object -> ObjectName.of(object).equals(name))
                .findFirst()
                .orElse(null);
    }
}
