package mana.studio.ui.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mana.studio.catalog.Snapshot;
import mana.studio.convention.ServiceRegistry;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.ui.explorer.Entry.Group;

/// The lines of the explorer for a design: the schemas, then what belongs to none. What is dropped is still there, and
/// marked.
final class ExplorerTree {
    private final Snapshot snapshot;
    private final Pending pending;
    private final Map<QualifiedName, List<Table>> partitions = new TreeMap<>();

    private ExplorerTree(Snapshot snapshot, Database design, Pending pending) {
        this.snapshot = snapshot;
        this.pending = pending;
        Set<QualifiedName> partitioned = new HashSet<>();
        design.tables().filter(Table::isPartitioned).forEach(table -> partitioned.add(table.name()));
        design.tables().forEach(table -> {
            Table.PartitionOf partitionOf = table.partitionOf();
            if (partitionOf != null && partitioned.contains(partitionOf.parent())) {
                partitions
                        .computeIfAbsent(partitionOf.parent(), _ -> new ArrayList<>())
                        .add(table);
            }
        });
    }

    /// @param snapshot what is known of the sizes
    /// @param design   what is shown
    static List<ExplorerNode> of(Snapshot snapshot, Database design, Pending pending, ServiceRegistry services) {
        ExplorerTree tree = new ExplorerTree(snapshot, design, pending);
        List<ExplorerNode> roots = new ArrayList<>();
        for (Schema schema : byName(design.schemas(), pending.removedSchemas(), Schema::name)) {
            roots.add(tree.schema(
                    schema,
                    new Entry.OfSchema(schema, services.ownerOf(schema.name()).orElse(null))));
        }
        addGroup(
                roots,
                "",
                Group.EXTENSIONS,
                design.extensions(),
                extension -> ExplorerNode.leaf("extension:" + extension.name(), new Entry.OfExtension(extension)));
        addGroup(
                roots,
                "",
                Group.OTHERS,
                design.others(),
                other -> ExplorerNode.leaf("other:" + other, new Entry.OfOther(other)));
        return List.copyOf(roots);
    }

    /// Names the line of an object.
    static String keyOf(SchemaObject object) {
        return switch (object) {
            case Relation _, Sequence _ -> "relation:" + object.name();
            case EnumType _, DomainType _, CompositeType _ -> "type:" + object.name();
            case Routine routine -> "routine:" + routine.name() + "(" + routine.arguments() + ")";
        };
    }

    private ExplorerNode schema(Schema schema, Entry entry) {
        Mark mark = pending.of(schema.id());
        String key = prefix(mark) + "schema:" + schema.name();
        boolean empty = mark == Mark.REMOVED
                || (schema.objects().findAny().isEmpty()
                        && pending.removedFrom(schema, SchemaObject.class).isEmpty());
        ExplorerNode line =
                empty ? ExplorerNode.leaf(key, entry) : ExplorerNode.closed(key, entry, () -> groups(schema, key));
        return line.marked(mark);
    }

    /// What is gone may have a successor of the same name.
    private static String prefix(Mark mark) {
        return mark == Mark.REMOVED ? "removed:" : "";
    }

    /// Both by name, as the first is already.
    private static <T, K extends Comparable<K>> List<T> byName(List<T> there, List<T> gone, Function<T, K> name) {
        return gone.isEmpty()
                ? there
                : Stream.concat(there.stream(), gone.stream())
                        .sorted(Comparator.comparing(name))
                        .toList();
    }

    private <T extends SchemaObject> List<T> withRemoved(List<T> there, Schema schema, Class<T> kind) {
        return byName(there, pending.removedFrom(schema, kind), SchemaObject::name);
    }

    private List<ExplorerNode> groups(Schema schema, String key) {
        List<ExplorerNode> groups = new ArrayList<>();
        List<Table> tables = withRemoved(schema.tables(), schema, Table.class).stream()
                .filter(this::standsAlone)
                .toList();
        List<SchemaObject> types = Stream.<SchemaObject>concat(
                        withRemoved(schema.domains(), schema, DomainType.class).stream(),
                        withRemoved(schema.composites(), schema, CompositeType.class).stream())
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
        addGroup(groups, key, Group.TABLES, tables, this::object);
        addGroup(groups, key, Group.VIEWS, withRemoved(schema.views(), schema, View.class), this::object);
        addGroup(groups, key, Group.ENUMS, withRemoved(schema.enums(), schema, EnumType.class), this::object);
        addGroup(groups, key, Group.SEQUENCES, withRemoved(schema.sequences(), schema, Sequence.class), this::object);
        addGroup(groups, key, Group.TYPES, types, this::object);
        addGroup(groups, key, Group.FUNCTIONS, withRemoved(schema.routines(), schema, Routine.class), this::object);
        return groups;
    }

    /// A partition whose parent is in the catalog is found below it.
    private boolean standsAlone(Table table) {
        Table.PartitionOf partitionOf = table.partitionOf();
        return partitionOf == null || !partitions.containsKey(partitionOf.parent());
    }

    private ExplorerNode object(SchemaObject object) {
        Snapshot.RelationSize size = snapshot.sizes().get(object.name());
        Entry entry = new Entry.OfObject(object, size == null ? -1 : size.rows());
        Mark mark = pending.of(object.id());
        String key = prefix(mark) + keyOf(object);
        ExplorerNode line = object instanceof Relation relation
                ? ExplorerNode.closed(key, entry, () -> parts(relation, key))
                : ExplorerNode.leaf(key, entry);
        return line.marked(mark);
    }

    private List<ExplorerNode> parts(Relation relation, String key) {
        List<ExplorerNode> parts = new ArrayList<>();
        withGone(relation, Relation::columns, Column::id)
                .forEach(column -> parts.add(
                        part(key + "/column:", column.name(), column.id(), new Entry.OfColumn(relation, column))));
        if (relation instanceof Table table) {
            addGroup(
                    parts,
                    key,
                    Group.KEYS,
                    withGone(relation, ExplorerTree::keys, Constraint::id),
                    constraint -> part(
                            key + "/key:",
                            constraint.name(),
                            constraint.id(),
                            new Entry.OfConstraint(table, constraint)));
        }
        addGroup(
                parts,
                key,
                Group.INDEXES,
                withGone(relation, Relation::indexes, Index::id),
                index -> part(key + "/index:", index.name(), index.id(), new Entry.OfIndex(relation, index)));
        addGroup(parts, key, Group.PARTITIONS, partitions.getOrDefault(relation.name(), List.of()), this::object);
        return parts;
    }

    private ExplorerNode part(String prefix, String name, Identity id, Entry entry) {
        Mark mark = pending.ofPart(id);
        return ExplorerNode.leaf(prefix(mark) + prefix + name, entry).marked(mark);
    }

    /// The parts of a relation, and those that it had before, at the end.
    private <T> List<T> withGone(
            Relation relation, Function<Relation, List<T>> partsOf, Function<T, Identity> identity) {
        List<T> parts = new ArrayList<>(partsOf.apply(relation));
        pending.before(relation)
                .flatMap(before -> partsOf.apply(before).stream())
                .filter(part -> pending.ofPart(identity.apply(part)) == Mark.REMOVED)
                .forEach(parts::add);
        return parts;
    }

    private static List<Constraint> keys(Relation relation) {
        return relation instanceof Table table
                ? table.constraints().stream().filter(ExplorerTree::isKey).toList()
                : List.of();
    }

    private static boolean isKey(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.ForeignKey _ -> true;
            case Constraint.Check _, Constraint.Exclusion _ -> false;
        };
    }

    private static <T> void addGroup(
            List<ExplorerNode> lines, String parentKey, Group group, List<T> members, Function<T, ExplorerNode> line) {
        if (!members.isEmpty()) {
            String key = parentKey + "/" + group;
            Entry entry = new Entry.OfGroup(group, members.size(), members.size());
            Supplier<List<ExplorerNode>> children =
                    () -> members.stream().map(line).toList();
            lines.add(
                    group == Group.TABLES
                            ? ExplorerNode.open(key, entry, children)
                            : ExplorerNode.closed(key, entry, children));
        }
    }
}
