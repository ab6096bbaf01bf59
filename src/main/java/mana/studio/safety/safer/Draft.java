package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Extension;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;

/// A database model being changed.
final class Draft {
    private final Database base;
    private final Map<String, Schema> schemas = new TreeMap<>();
    private final Map<ObjectName, SchemaObject> objects = new LinkedHashMap<>();
    private final Map<ObjectName, OtherObject> others = new LinkedHashMap<>();
    private final Map<String, Extension> extensions = new TreeMap<>();
    private final Set<Dependency> dependencies;

    Draft(Database base) {
        this.base = base;
        for (Schema schema : base.schemas()) {
            schemas.put(schema.name(), schema);
            schema.objects().forEach(this::put);
        }
        base.others().forEach(other -> others.put(ObjectName.of(other), other));
        base.extensions().forEach(extension -> extensions.put(extension.name(), extension));
        dependencies = new LinkedHashSet<>(base.dependencies());
    }

    void put(Schema schema) {
        schemas.putIfAbsent(schema.name(), schema);
    }

    void put(SchemaObject object) {
        objects.put(ObjectName.of(object), object);
    }

    void put(OtherObject other) {
        others.put(ObjectName.of(other), other);
    }

    void put(Extension extension) {
        extensions.putIfAbsent(extension.name(), extension);
    }

    void put(Dependency dependency) {
        dependencies.add(dependency);
    }

    void remove(ObjectName name) {
        objects.remove(name);
        dependencies.removeIf(dependency -> dependency.dependent().object().equals(name));
    }

    boolean has(ObjectName name) {
        return objects.containsKey(name) || others.containsKey(name);
    }

    boolean hasSchema(String name) {
        return schemas.containsKey(name);
    }

    Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(objects.get(new ObjectName(ObjectName.Kind.RELATION, name, "")))
                .filter(Table.class::isInstance)
                .map(Table.class::cast);
    }

    List<Table> tables() {
        return of(Table.class, objects.values().stream());
    }

    void change(QualifiedName table, UnaryOperator<Table> change) {
        table(table).map(change).ifPresent(this::put);
    }

    void removeDependencies(Predicate<Dependency> which) {
        dependencies.removeIf(which);
    }

    Database database() {
        List<Schema> filled = new ArrayList<>();
        schemas.values().forEach(schema -> filled.add(filled(schema)));
        List<Dependency> sorted = new ArrayList<>(dependencies);
        sorted.sort(null);
        List<OtherObject> all = new ArrayList<>(others.values());
        all.sort(Comparator.comparing(OtherObject::kind).thenComparing(OtherObject::name));
        return new Database(
                base.name(),
                base.version(),
                base.owner(),
                base.comment(),
                filled,
                List.copyOf(extensions.values()),
                all,
                sorted);
    }

    private Schema filled(Schema schema) {
        List<SchemaObject> own = objects.values().stream()
                .filter(object -> object.name().schema().equals(schema.name()))
                .sorted(Comparator.comparing(SchemaObject::name))
                .toList();
        return new Schema(
                schema.id(),
                schema.name(),
                schema.owner(),
                schema.comment(),
                schema.privileges(),
                of(Table.class, own.stream()),
                of(View.class, own.stream()),
                of(Sequence.class, own.stream()),
                of(EnumType.class, own.stream()),
                of(DomainType.class, own.stream()),
                of(CompositeType.class, own.stream()),
                of(Routine.class, own.stream()));
    }

    private static <T extends SchemaObject> List<T> of(Class<T> kind, Stream<SchemaObject> objects) {
        return objects.filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The same table with other parts; each list in the order of its names.
    static Table with(
            Table table,
            List<Constraint> constraints,
            List<Index> indexes,
            List<Trigger> triggers,
            List<Policy> policies) {
        return table.withConstraints(sorted(constraints, Constraint::name))
                .withIndexes(sorted(indexes, Index::name))
                .withTriggers(sorted(triggers, Trigger::name))
                .withPolicies(sorted(policies, Policy::name));
    }

    private static <T> List<T> sorted(List<T> parts, Function<T, String> name) {
        return parts.stream().sorted(Comparator.comparing(name)).toList();
    }
}
