package mana.studio.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.ObjectName;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/// A design as far as it can be planned: what is called by no name, or by another's, is called as in the base for now,
/// or
/// `unnamed`. While a name is typed it passes through such; the field says so, and no plan should speak of it.
public final class Standing {
    private static final String UNNAMED = "unnamed";

    private final Database base;
    private final Map<String, SchemaObject> before = new HashMap<>();

    private Standing(Database base) {
        this.base = base;
        base.schemas()
                .forEach(schema ->
                        schema.objects().forEach(one -> before.put(one.id().key(), one)));
    }

    /// The same database where all names can stand.
    public static Database of(Database base, Database design) {
        if (base == design) {
            return design;
        }
        Standing standing = new Standing(base);
        return standing.objects(standing.schemas(design));
    }

    private Database schemas(Database design) {
        Set<String> taken = new HashSet<>();
        List<Schema> schemas = new ArrayList<>();
        for (Schema schema : inOrder(design.schemas(), schema -> isAsBefore(schema.id(), schema.name()))) {
            String name = standing(
                    schema.name(),
                    taken,
                    Edits.schema(base, schema.id()).map(Schema::name).orElse(null));
            schemas.add(schema.name().equals(name) ? schema : schema.withName(name));
        }
        return changedOnly(design, schemas);
    }

    /// The order of the lists matters to nobody who plans, but what did not change is to stay the same.
    private static Database changedOnly(Database design, List<Schema> schemas) {
        boolean changed =
                schemas.stream().anyMatch(schema -> design.schemas().stream().noneMatch(other -> other == schema));
        schemas.sort(java.util.Comparator.comparing(Schema::name));
        return changed ? design.withSchemas(schemas) : design;
    }

    private boolean isAsBefore(Identity schema, String name) {
        return Edits.schema(base, schema).filter(old -> old.name().equals(name)).isPresent();
    }

    private Database objects(Database design) {
        Database standing = design;
        Set<ObjectName> names = new HashSet<>();
        List<SchemaObject> all =
                design.schemas().stream().flatMap(Schema::objects).toList();
        List<SchemaObject> bad = new ArrayList<>();
        for (SchemaObject object : inOrder(all, this::isNamedAsBefore)) {
            boolean stands =
                    object instanceof Routine || (!object.name().name().isEmpty() && names.add(ObjectName.of(object)));
            if (!stands) {
                bad.add(object);
            }
        }
        for (SchemaObject object : bad) {
            standing = Edits.replace(standing, named(object, names));
        }
        for (SchemaObject object : all) {
            SchemaObject old = before.get(object.id().key());
            if (old != object) {
                standing = parts(standing, object.id(), old);
            }
        }
        return standing;
    }

    private boolean isNamedAsBefore(SchemaObject object) {
        SchemaObject old = before.get(object.id().key());
        return old != null && old.name().equals(object.name());
    }

    private SchemaObject named(SchemaObject object, Set<ObjectName> names) {
        SchemaObject old = before.get(object.id().key());
        QualifiedName name = old == null ? null : old.name();
        SchemaObject candidate = object;
        for (int number = 0; number == 0 || !names.add(ObjectName.of(candidate)); number++) {
            candidate = Contents.named(
                    object,
                    number == 0 && name != null
                            ? new QualifiedName(object.name().schema(), name.name())
                            : new QualifiedName(object.name().schema(), unnamed(number)));
        }
        return candidate;
    }

    private static String unnamed(int number) {
        return number < 2 ? UNNAMED : UNNAMED + "_" + number;
    }

    private Database parts(Database design, Identity id, @Nullable SchemaObject old) {
        SchemaObject object = Edits.object(design, id).orElseThrow();
        SchemaObject standing = object;
        for (String component : Parts.components(object)) {
            Set<String> taken = new HashSet<>();
            List<Record> parts = Parts.in(object, component);
            for (Record part : inOrder(parts, one -> Parts.name(one).equals(nameIn(old, one)))) {
                Identity own = Objects.requireNonNull(Components.identity(part));
                String before = nameIn(old, part);
                String name = standing(Parts.name(part), taken, before.isEmpty() ? null : before);
                if (!name.equals(Parts.name(part))) {
                    standing = Parts.replaced(standing, own, Components.with(part, "name", name));
                }
            }
        }
        return standing == object ? design : Edits.replace(design, standing);
    }

    private static String nameIn(@Nullable SchemaObject old, Record part) {
        return old == null ? "" : Parts.name(old, Objects.requireNonNull(Components.identity(part)));
    }

    /// Those first that are called as in the base: of two of one name, the other is the one that was renamed.
    private static <T> List<T> inOrder(List<T> all, Predicate<T> first) {
        List<T> ordered = new ArrayList<>(all.stream().filter(first).toList());
        all.stream().filter(first.negate()).forEach(ordered::add);
        return ordered;
    }

    /// @param before null where it is new
    private static String standing(String name, Set<String> taken, @Nullable String before) {
        if (!name.isEmpty() && taken.add(name)) {
            return name;
        }
        if (before != null && taken.add(before)) {
            return before;
        }
        int number = 1;
        while (!taken.add(unnamed(number))) {
            number++;
        }
        return unnamed(number);
    }
}
