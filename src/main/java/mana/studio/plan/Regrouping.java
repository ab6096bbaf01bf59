package mana.studio.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// Puts objects into the schemas that their names say, each list by name again.
final class Regrouping {
    private Regrouping() {}

    static Database of(Database database) {
        Map<String, List<SchemaObject>> objects = database.schemas().stream()
                .flatMap(Schema::objects)
                .sorted(Comparator.comparing(SchemaObject::name))
                .collect(Collectors.groupingBy(object -> object.name().schema()));
        List<Schema> schemas = database.schemas().stream()
                .map(schema -> filled(schema, objects.getOrDefault(schema.name(), List.of())))
                .toList();
        List<Schema> all = new java.util.ArrayList<>(schemas);
        objects.forEach((name, found) -> {
            if (database.schema(name).isEmpty()) {
                all.add(filled(empty(name, database.owner()), found));
            }
        });
        all.sort(Comparator.comparing(Schema::name));
        return new Database(
                database.name(),
                database.version(),
                database.owner(),
                database.comment(),
                all,
                database.extensions(),
                database.others(),
                database.dependencies());
    }

    /// A schema that something moves into before it is there.
    static Schema empty(String name, String owner) {
        return new Schema(
                Identity.fresh(),
                name,
                owner,
                null,
                Privileges.DEFAULT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Schema filled(Schema schema, List<SchemaObject> objects) {
        return new Schema(
                schema.id(),
                schema.name(),
                schema.owner(),
                schema.comment(),
                schema.privileges(),
                of(Table.class, objects),
                of(View.class, objects),
                of(Sequence.class, objects),
                of(EnumType.class, objects),
                of(DomainType.class, objects),
                of(CompositeType.class, objects),
                of(Routine.class, objects));
    }

    private static <T extends SchemaObject> List<T> of(Class<T> kind, List<SchemaObject> objects) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
