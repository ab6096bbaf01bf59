package mana.studio.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.ObjectName;
import mana.studio.schema.ObjectName.Kind;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Finds objects of a database by name, and what leans on what. Everything is found when it is first asked for: most
/// differences touch little of a database of thousands of tables.
final class Lookup {
    private final Database database;
    private final Map<ObjectName, SchemaObject> objects = new HashMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Map<ObjectName, OtherObject> others = new HashMap<>();
    private @Nullable Map<Part, List<Part>> needs;
    private @Nullable Map<ObjectName, List<Dependency>> wanted;
    private @Nullable Map<QualifiedName, List<Table>> referencing;
    private @Nullable Map<QualifiedName, List<Table>> children;
    private @Nullable Map<QualifiedName, List<Part>> typeUsers;
    private @Nullable Map<QualifiedName, List<Sequence>> owned;
    private @Nullable Set<QualifiedName> notNullNames;

    Lookup(Database database) {
        this.database = database;
        for (Schema schema : database.schemas()) {
            schemas.put(schema.name(), schema);
            schema.objects().forEach(object -> objects.put(ObjectName.of(object), object));
        }
        database.others().forEach(other -> others.put(ObjectName.of(other), other));
    }

    Database database() {
        return database;
    }

    /// The server's major version.
    int version() {
        return database.version() / 10_000;
    }

    Optional<SchemaObject> object(ObjectName name) {
        return Optional.ofNullable(objects.get(name));
    }

    Optional<OtherObject> other(ObjectName name) {
        return Optional.ofNullable(others.get(name));
    }

    Optional<Schema> schema(String name) {
        return Optional.ofNullable(schemas.get(name));
    }

    Optional<Relation> relation(QualifiedName name) {
        return object(new ObjectName(Kind.RELATION, name, ""))
                .filter(Relation.class::isInstance)
                .map(Relation.class::cast);
    }

    Optional<Table> table(QualifiedName name) {
        return relation(name).filter(Table.class::isInstance).map(Table.class::cast);
    }

    Optional<SchemaObject> type(QualifiedName name) {
        return object(new ObjectName(Kind.TYPE, name, ""));
    }

    /// Whether the part is there.
    boolean has(Part part) {
        ObjectName name = part.object();
        if (name.kind() == Kind.OTHER && name.arguments().equals("schema")) {
            return schemas.containsKey(name.name().name());
        }
        if (part.kind() == Part.Kind.WHOLE) {
            return switch (name.kind()) {
                case OTHER -> others.containsKey(name);
                case EXTENSION ->
                    database.extensions().stream()
                            .anyMatch(extension ->
                                    extension.name().equals(name.name().name()));
                case RELATION, TYPE, ROUTINE -> objects.containsKey(name);
            };
        }
        SchemaObject object = objects.get(name);
        return object != null && PartsOf.object(object).contains(part);
    }

    /// What a part needs: what stands in the records, and what the server found inside expressions.
    Set<Part> needs(Part part) {
        Set<Part> found = new LinkedHashSet<>(Needs.of(part, this));
        found.addAll(hidden().getOrDefault(part, List.of()));
        found.remove(part);
        return found;
    }

    /// What needs the part, and so is in the way when it goes.
    Set<Part> dependents(Part part) {
        Set<Part> found = new LinkedHashSet<>();
        SchemaObject object = objects.get(part.object());
        if (object != null) {
            PartsOf.object(object).stream()
                    .filter(own -> !own.equals(part) && needs(own).contains(part))
                    .forEach(found::add);
        }
        outside(part).filter(other -> needs(other).contains(part)).forEach(found::add);
        found.remove(part);
        return found;
    }

    /// Parts of other objects that may need a part.
    private Stream<Part> outside(Part part) {
        ObjectName name = part.object();
        Stream<Part> hidden = wanted().getOrDefault(name, List.of()).stream().map(Dependency::dependent);
        Stream<Part> visible = switch (name.kind()) {
            case RELATION ->
                Stream.of(
                                referencing().getOrDefault(name.name(), List.of()).stream()
                                        .flatMap(Lookup::keys),
                                children().getOrDefault(name.name(), List.of()).stream()
                                        .flatMap(child -> PartsOf.object(child).stream()),
                                owned().getOrDefault(name.name(), List.of()).stream()
                                        .map(sequence -> Part.relation(sequence.name())),
                                typeUsers().getOrDefault(name.name(), List.of()).stream())
                        .flatMap(parts -> parts);
            case TYPE -> typeUsers().getOrDefault(name.name(), List.of()).stream();
            case OTHER ->
                name.arguments().equals("schema")
                        ? Stream.empty()
                        : typeUsers().getOrDefault(name.name(), List.of()).stream();
            case ROUTINE, EXTENSION -> Stream.empty();
        };
        return Stream.concat(hidden, visible);
    }

    private static Stream<Part> keys(Table table) {
        return table.foreignKeys().stream().map(key -> Part.of(table.name(), Part.Kind.CONSTRAINT, key.name()));
    }

    /// The columns, domains and attributes of a type.
    List<Part> usersOf(QualifiedName type) {
        return typeUsers().getOrDefault(type, List.of());
    }

    /// Whether a NOT NULL constraint of the schema has the name, where that is not the usual one of its column.
    boolean namesNotNull(String schema, String name) {
        if (notNullNames == null) {
            notNullNames = new HashSet<>();
            Set<QualifiedName> found = notNullNames;
            database.tables()
                    .forEach(table -> table.columns().stream()
                            .map(Column::notNull)
                            .filter(notNull -> notNull != null && notNull.constraintName() != null)
                            .forEach(notNull -> found.add(new QualifiedName(
                                    table.name().schema(), Objects.requireNonNull(notNull.constraintName())))));
        }
        return notNullNames.contains(new QualifiedName(schema, name));
    }

    /// The partitions and the tables that inherit.
    List<Table> childrenOf(QualifiedName table) {
        return children().getOrDefault(table, List.of());
    }

    /// The sequences that go with a table or with columns of it.
    List<Sequence> ownedBy(QualifiedName table) {
        return owned().getOrDefault(table, List.of());
    }

    private Map<Part, List<Part>> hidden() {
        if (needs == null) {
            needs = new HashMap<>();
            for (Dependency dependency : database.dependencies()) {
                needs.computeIfAbsent(dependency.dependent(), _ -> new ArrayList<>(2))
                        .add(dependency.on());
            }
        }
        return needs;
    }

    private Map<ObjectName, List<Dependency>> wanted() {
        if (wanted == null) {
            wanted = new HashMap<>();
            for (Dependency dependency : database.dependencies()) {
                wanted.computeIfAbsent(dependency.on().object(), _ -> new ArrayList<>(2))
                        .add(dependency);
            }
        }
        return wanted;
    }

    private Map<QualifiedName, List<Table>> referencing() {
        if (referencing == null) {
            referencing = new HashMap<>();
            Map<QualifiedName, List<Table>> found = referencing;
            database.tables()
                    .forEach(table -> table.foreignKeys().stream()
                            .map(ForeignKey::referencedTable)
                            .distinct()
                            .forEach(target -> found.computeIfAbsent(target, _ -> new ArrayList<>(2))
                                    .add(table)));
        }
        return referencing;
    }

    private Map<QualifiedName, List<Table>> children() {
        if (children == null) {
            children = new HashMap<>();
            Map<QualifiedName, List<Table>> found = children;
            database.tables()
                    .forEach(table -> parents(table)
                            .forEach(parent -> found.computeIfAbsent(parent, _ -> new ArrayList<>(2))
                                    .add(table)));
        }
        return children;
    }

    /// Those it inherits from, or is a partition of.
    static Stream<QualifiedName> parents(Table table) {
        return Stream.concat(
                table.inherits().stream(),
                Stream.ofNullable(table.partitionOf()).map(Table.PartitionOf::parent));
    }

    private Map<QualifiedName, List<Sequence>> owned() {
        if (owned == null) {
            owned = new HashMap<>();
            for (Schema schema : database.schemas()) {
                for (Sequence sequence : schema.sequences()) {
                    if (sequence.ownedBy() != null) {
                        owned.computeIfAbsent(sequence.ownedBy().table(), _ -> new ArrayList<>(1))
                                .add(sequence);
                    }
                }
            }
        }
        return owned;
    }

    private Map<QualifiedName, List<Part>> typeUsers() {
        if (typeUsers == null) {
            typeUsers = new HashMap<>();
            for (Schema schema : database.schemas()) {
                schema.relations().forEach(relation -> {
                    for (Column column : relation.columns()) {
                        use(column.type(), Part.column(relation.name(), column.name()));
                    }
                    if (relation instanceof Table table && table.ofType() != null) {
                        use(table.ofType(), Part.relation(table.name()));
                    }
                });
                schema.domains().forEach(domain -> use(domain.baseType(), Part.type(domain.name())));
                schema.composites()
                        .forEach(composite -> composite
                                .attributes()
                                .forEach(attribute -> use(attribute.type(), Part.type(composite.name()))));
            }
        }
        return typeUsers;
    }

    private void use(DataType type, Part user) {
        if (type.named() != null) {
            use(type.named(), user);
        }
    }

    private void use(QualifiedName type, Part user) {
        List<Part> users =
                typeUsers == null ? new ArrayList<>() : typeUsers.computeIfAbsent(type, _ -> new ArrayList<>(2));
        users.add(user);
    }
}
