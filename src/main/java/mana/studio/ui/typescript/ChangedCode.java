package mana.studio.ui.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.typescript.Options;
import mana.studio.drizzle.typescript.TypeScript;
import mana.studio.drizzle.typescript.TypeScriptFile;
import mana.studio.schema.Database;
import mana.studio.schema.SchemaObject;

/// An object's code before and after.
///
/// @param key what it is, whatever it is called
record ChangedCode(String key, String title, String before, String after) {
    private static final Options OPTIONS = Options.DEFAULT.withTypes(false);

    /// Whatever says something else in TypeScript; what only the database knows does not.
    static List<ChangedCode> between(Database base, Database design) {
        DrizzleSchema was = TypeScript.declared(base).schema();
        DrizzleSchema is = TypeScript.declared(design).schema();
        List<ChangedCode> changed = new ArrayList<>();
        design.objects().forEach(object -> {
            Optional<SchemaObject> old = base.again(object);
            if (!old.equals(Optional.of(object))) {
                add(changed, object, old.map(each -> text(was, each)).orElse(""), text(is, object));
            }
        });
        Stream<SchemaObject> gone =
                base.objects().filter(object -> design.again(object).isEmpty());
        gone.forEach(object -> add(changed, object, text(was, object), ""));
        return changed;
    }

    private static void add(List<ChangedCode> changed, SchemaObject object, String before, String after) {
        if (!before.equals(after)) {
            changed.add(new ChangedCode(object.id().key(), object.name().toString(), before, after));
        }
    }

    private static String text(DrizzleSchema schema, SchemaObject object) {
        return TypeScript.object(schema, object.name(), OPTIONS)
                .map(TypeScriptFile::text)
                .orElse("");
    }
}
