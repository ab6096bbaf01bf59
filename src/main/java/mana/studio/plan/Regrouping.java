package mana.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// Puts objects that have another name into their schemas, each list by name again. Others stay where they are, also in
/// a schema that has no good name for the moment.
final class Regrouping {
    private Regrouping() {}

    /// @param names the new names
    static Database of(Database database, Set<QualifiedName> names) {
        List<Schema> schemas = new ArrayList<>();
        List<SchemaObject> travellers = new ArrayList<>();
        for (Schema schema : database.schemas()) {
            List<SchemaObject> renamed = schema.objects()
                    .filter(object -> names.contains(object.name()))
                    .toList();
            boolean leave = renamed.stream()
                    .anyMatch(object -> !object.name().schema().equals(schema.name()) && isElsewhere(schema, names));
            List<SchemaObject> stay = schema.objects()
                    .filter(object -> !(leave && names.contains(object.name())))
                    .toList();
            travellers.addAll(leave ? renamed : List.of());
            schemas.add(renamed.isEmpty() ? schema : filled(schema, stay));
        }
        Map<String, List<SchemaObject>> targets = travellers.stream()
                .collect(Collectors.groupingBy(object -> object.name().schema()));
        targets.forEach((name, arriving) -> arrive(schemas, name, arriving, database.owner()));
        schemas.sort(Comparator.comparing(Schema::name));
        return database.withSchemas(schemas);
    }

    /// Whether they go out of the schema: one that is called otherwise than its objects say keeps those.
    private static boolean isElsewhere(Schema schema, Set<QualifiedName> names) {
        return schema.objects()
                .filter(object -> !names.contains(object.name()))
                .map(object -> object.name().schema())
                .noneMatch(home -> names.stream().anyMatch(name -> name.schema().equals(home)));
    }

    private static void arrive(List<Schema> schemas, String name, List<SchemaObject> arriving, String owner) {
        for (int at = 0; at < schemas.size(); at++) {
            Schema schema = schemas.get(at);
            if (schema.name().equals(name)) {
                schemas.set(
                        at,
                        filled(
                                schema,
                                Stream.concat(schema.objects(), arriving.stream())
                                        .toList()));
                return;
            }
        }
        schemas.add(filled(empty(name, owner), arriving));
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
        return objects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(SchemaObject::name))
                .toList();
    }
}
