package mana.studio.ui.explorer;

import java.util.ArrayList;
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
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.ui.explorer.Entry.Group;

/// The lines of the explorer for a catalog: the schemas, then what belongs to none.
final class ExplorerTree {
    private final Snapshot snapshot;
    private final Map<QualifiedName, List<Table>> partitions = new TreeMap<>();

    private ExplorerTree(Snapshot snapshot) {
        this.snapshot = snapshot;
        Set<QualifiedName> partitioned = new HashSet<>();
        snapshot.database().tables().filter(Table::isPartitioned).forEach(table -> partitioned.add(table.name()));
        snapshot.database().tables().forEach(table -> {
            Table.PartitionOf partitionOf = table.partitionOf();
            if (partitionOf != null && partitioned.contains(partitionOf.parent())) {
                partitions
                        .computeIfAbsent(partitionOf.parent(), _ -> new ArrayList<>())
                        .add(table);
            }
        });
    }

    static List<ExplorerNode> of(Snapshot snapshot, ServiceRegistry services) {
        ExplorerTree tree = new ExplorerTree(snapshot);
        List<ExplorerNode> roots = new ArrayList<>();
        for (Schema schema : snapshot.database().schemas()) {
            roots.add(tree.schema(
                    schema,
                    new Entry.OfSchema(schema, services.ownerOf(schema.name()).orElse(null))));
        }
        addGroup(
                roots,
                "",
                Group.EXTENSIONS,
                snapshot.database().extensions(),
                extension -> ExplorerNode.leaf("extension:" + extension.name(), new Entry.OfExtension(extension)));
        addGroup(
                roots,
                "",
                Group.OTHERS,
                snapshot.database().others(),
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
        String key = "schema:" + schema.name();
        return schema.objects().findAny().isEmpty()
                ? ExplorerNode.leaf(key, entry)
                : ExplorerNode.closed(key, entry, () -> groups(schema, key));
    }

    private List<ExplorerNode> groups(Schema schema, String key) {
        List<ExplorerNode> groups = new ArrayList<>();
        List<Table> tables = schema.tables().stream().filter(this::standsAlone).toList();
        List<SchemaObject> types = Stream.<SchemaObject>concat(schema.domains().stream(), schema.composites().stream())
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
        addGroup(groups, key, Group.TABLES, tables, this::object);
        addGroup(groups, key, Group.VIEWS, schema.views(), this::object);
        addGroup(groups, key, Group.ENUMS, schema.enums(), this::object);
        addGroup(groups, key, Group.SEQUENCES, schema.sequences(), this::object);
        addGroup(groups, key, Group.TYPES, types, this::object);
        addGroup(groups, key, Group.FUNCTIONS, schema.routines(), this::object);
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
        String key = keyOf(object);
        return object instanceof Relation relation
                ? ExplorerNode.closed(key, entry, () -> parts(relation, key))
                : ExplorerNode.leaf(key, entry);
    }

    private List<ExplorerNode> parts(Relation relation, String key) {
        List<ExplorerNode> parts = new ArrayList<>();
        relation.columns()
                .forEach(column -> parts.add(
                        ExplorerNode.leaf(key + "/column:" + column.name(), new Entry.OfColumn(relation, column))));
        if (relation instanceof Table table) {
            addGroup(
                    parts,
                    key,
                    Group.KEYS,
                    table.constraints().stream().filter(ExplorerTree::isKey).toList(),
                    constraint -> ExplorerNode.leaf(
                            key + "/key:" + constraint.name(), new Entry.OfConstraint(table, constraint)));
        }
        addGroup(
                parts,
                key,
                Group.INDEXES,
                relation.indexes(),
                index -> ExplorerNode.leaf(key + "/index:" + index.name(), new Entry.OfIndex(relation, index)));
        addGroup(parts, key, Group.PARTITIONS, partitions.getOrDefault(relation.name(), List.of()), this::object);
        return parts;
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
