package mana.studio.plan;

import static mana.studio.plan.Place.Kind.ATTACHED;
import static mana.studio.plan.Place.Kind.BOUNDS;
import static mana.studio.plan.Place.Kind.CHILDREN;
import static mana.studio.plan.Place.Kind.COLUMNS;
import static mana.studio.plan.Place.Kind.INHERITED;
import static mana.studio.plan.Place.Kind.KEYS_OF;
import static mana.studio.plan.Place.Kind.KEYS_TO;
import static mana.studio.plan.Place.Kind.LOGGED;
import static mana.studio.plan.Place.Kind.PARENTS;
import static mana.studio.plan.Place.Kind.REPLICA_IDENTITY;
import static mana.studio.plan.Place.Kind.ROWS;
import static mana.studio.plan.Place.Kind.SEQUENCE_OWNER;
import static mana.studio.plan.Place.Kind.SHAPE;
import static mana.studio.plan.Place.Kind.UNLOGGED;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Part.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;

/// Tables and partitions: what their changes do, as far as order matters.
final class TableFootprints {
    private final Lookup from;
    private final Lookup to;
    private final Set<QualifiedName> copied = new HashSet<>();

    /// @param changes all there are: a table that waits for its rows is treated otherwise
    TableFootprints(Lookup from, Lookup to, List<Change> changes) {
        this.from = from;
        this.to = to;
        for (Change change : changes) {
            if (change instanceof TableChange.CopyRows copy) {
                copied.add(copy.table().name());
            }
        }
    }

    Footprint of(TableChange change) {
        QualifiedName name = change.table().name();
        Part whole = Part.relation(name);
        return switch (change) {
            case TableChange.CreateTable create -> {
                Footprint footprint = new Footprint().takes(Place.relation(name));
                footprint.creates().addAll(PartsOf.object(bare(create.table())));
                if (create.table().partitionOf() != null) {
                    // Names that the server chooses for the parent would step aside for those of the child.
                    footprint.needs(Part.relation(create.table().partitionOf().parent()));
                }
                create.table().inherits().forEach(parent -> inheritsDefaults(footprint, parent));
                create.table()
                        .constraints()
                        .forEach(constraint -> SharedPlaces.keys(footprint, name, constraint, true));
                create.table().columns().forEach(column -> SharedPlaces.identity(footprint, column, true));
                yield footprint;
            }
            case TableChange.DropTable drop -> gone(drop.table());
            case TableChange.SetAside aside -> {
                Footprint footprint = gone(aside.table()).takes(KEYS_OF, name);
                from.ownedBy(name).forEach(sequence -> footprint.takes(SEQUENCE_OWNER, sequence.name()));
                if (!aside.first() && aside.table().partitionOf() != null) {
                    // After its parent, whose move makes the schema.
                    QualifiedName parent = aside.table().partitionOf().parent();
                    footprint.frees().remove(Place.of(CHILDREN, parent));
                    footprint.takes().remove(Place.of(PARENTS, name));
                    footprint.takes(Place.relation(parent));
                }
                yield footprint;
            }
            case TableChange.CopyRows copy -> {
                Footprint footprint = new Footprint().needs(whole).frees(ROWS, name);
                to.childrenOf(name).forEach(child -> footprint.after(Part.relation(child.name())));
                copy.table().columns().forEach(column -> footprint.needs(Part.column(name, column.name())));
                attached(footprint, name);
                yield footprint;
            }
            case TableChange.Inherit inherit -> {
                Footprint footprint = new Footprint().needs(whole).needs(Part.relation(inherit.parent()));
                footprint.takes(PARENTS, name);
                matches(footprint, inherit.table(), inherit.parent());
                yield footprint;
            }
            case TableChange.NoInherit none -> {
                Footprint footprint = new Footprint().frees(PARENTS, name).frees(CHILDREN, none.parent());
                none.table().columns().forEach(column -> footprint.frees(INHERITED, name, column.name()));
                yield footprint;
            }
            case TableChange.UseIndex use ->
                new Footprint()
                        .needs(Part.of(name, Kind.INDEX, use.index()))
                        .needs(Part.of(name, Kind.CONSTRAINT, use.index()))
                        .takes(REPLICA_IDENTITY, name);
            case TableChange.SetReplicaIdentity _ ->
                new Footprint().needs(whole).frees(REPLICA_IDENTITY, name);
            case TableChange.WithoutCluster _ -> new Footprint().needs(whole);
            case TableChange.SetOfType of -> {
                Footprint footprint = new Footprint().needs(whole).takes(COLUMNS, name);
                if (of.type() != null) {
                    footprint.needs(Part.type(of.type()));
                    of.table().columns().forEach(column -> footprint.needs(Part.column(name, column.name())));
                }
                from.table(name)
                        .ifPresent(old -> old.columns().forEach(column -> {
                            if (of.table().column(column.name()).isEmpty()) {
                                footprint.after(Part.column(name, column.name()));
                            }
                        }));
                yield footprint;
            }
            case TableChange.SetRowSecurity row -> {
                // With no policy, nobody but the owner sees a row: policies come first.
                Footprint footprint = new Footprint().needs(whole);
                if (row.enabled()) {
                    row.table()
                            .policies()
                            .forEach(policy -> footprint.after(Part.of(name, Kind.POLICY, policy.name())));
                }
                yield footprint;
            }
            case TableChange.SetPersistence set -> {
                // A permanent table refers only to permanent ones.
                Footprint footprint = new Footprint().needs(whole);
                set.table().foreignKeys().forEach(key -> {
                    if (set.table().persistence() == Table.Persistence.PERMANENT) {
                        footprint.takes(LOGGED, key.referencedTable());
                    } else {
                        footprint.frees(UNLOGGED, key.referencedTable());
                    }
                });
                yield set.table().persistence() == Table.Persistence.PERMANENT
                        ? footprint.frees(LOGGED, name)
                        : footprint.takes(UNLOGGED, name);
            }
            case TableChange.SetTableOptions _,
                    TableChange.SetTablespace _,
                    TableChange.SetAccessMethod _,
                    TableChange.ForceRowSecurity _,
                    TableChange.SetForeignOptions _ -> new Footprint().needs(whole);
        };
    }

    /// A new child takes the defaults that its parents have by then.
    private void inheritsDefaults(Footprint footprint, QualifiedName parent) {
        Stream.of(from, to)
                .flatMap(side -> side.table(parent).stream())
                .flatMap(table -> table.columns().stream())
                .forEach(column -> footprint.after(Part.of(parent, Kind.DEFAULT, column.name())));
    }

    /// Rows find their partitions only when those are attached, down to the last.
    private void attached(Footprint footprint, QualifiedName table) {
        footprint.takes(ATTACHED, table);
        to.childrenOf(table).stream()
                .filter(child -> child.partitionOf() != null)
                .forEach(child -> attached(footprint, child.name()));
    }

    /// Without what is created by changes of its own.
    private static Table bare(Table table) {
        return table.withComment(null)
                .withIndexes(List.of())
                .withTriggers(List.of())
                .withPolicies(List.of());
    }

    private Footprint gone(Table table) {
        QualifiedName name = table.name();
        Footprint footprint =
                new Footprint().frees(Place.relation(name)).frees(COLUMNS, name).takes(CHILDREN, name);
        footprint.drops().addAll(PartsOf.object(table));
        table.indexes().forEach(index -> footprint.frees(Place.relation(name.schema(), index.name())));
        table.constraints().forEach(constraint -> SharedPlaces.keys(footprint, name, constraint, false));
        table.columns().forEach(column -> SharedPlaces.identity(footprint, column, false));
        for (Sequence sequence : from.ownedBy(name)) {
            if (to.object(ObjectName.of(sequence)).isEmpty()) {
                footprint.drops(Part.relation(sequence.name())).frees(Place.relation(sequence.name()));
            } else {
                footprint.takes(SEQUENCE_OWNER, sequence.name());
            }
        }
        table.inherits().forEach(parent -> footprint.frees(CHILDREN, parent));
        if (table.partitionOf() != null) {
            footprint
                    .frees(BOUNDS, table.partitionOf().parent())
                    .frees(CHILDREN, table.partitionOf().parent())
                    .takes(PARENTS, name)
                    .takes(KEYS_TO, table.partitionOf().parent());
        }
        return footprint;
    }

    /// A child has all that its parent asks of it.
    private void matches(Footprint footprint, Table child, QualifiedName parent) {
        footprint.takes(COLUMNS, child.name()).takes(COLUMNS, parent);
        child.columns().forEach(column -> footprint.needs(Part.column(child.name(), column.name())));
        child.constraints()
                .forEach(constraint -> footprint.needs(Part.of(child.name(), Kind.CONSTRAINT, constraint.name())));
        child.columns().forEach(column -> footprint.takes(SHAPE, child.name(), column.name()));
        child.indexes().forEach(index -> footprint.needs(Part.of(child.name(), Kind.INDEX, index.name())));
        // A table that waits for its rows gets its keys and indexes after them; the server finds those of the children.
        if (copied.contains(parent)) {
            return;
        }
        to.table(parent).ifPresent(table -> {
            table.columns().forEach(column -> footprint.needs(Part.column(parent, column.name())));
            table.columns().forEach(column -> footprint.takes(SHAPE, parent, column.name()));
            table.constraints()
                    .forEach(constraint -> footprint.needs(Part.of(parent, Kind.CONSTRAINT, constraint.name())));
            table.indexes().forEach(index -> footprint.needs(Part.of(parent, Kind.INDEX, index.name())));
            table.triggers().forEach(trigger -> footprint.needs(Part.of(parent, Kind.TRIGGER, trigger.name())));
        });
    }

    Footprint of(PartitionChange change) {
        return switch (change) {
            case PartitionChange.AttachPartition attach -> {
                QualifiedName parent = attach.partition().parent();
                Footprint footprint = new Footprint()
                        .needs(Part.relation(attach.table().name()))
                        .needs(Part.relation(parent))
                        .takes(BOUNDS, parent)
                        .takes(PARENTS, attach.table().name())
                        .frees(ATTACHED, parent);
                matches(footprint, attach.table(), parent);
                yield footprint;
            }
            // A partition leaves before its parent changes, and takes along what it is to keep.
            case PartitionChange.DetachPartition detach ->
                new Footprint()
                        .frees(BOUNDS, detach.partition().parent())
                        .frees(PARENTS, detach.table().name())
                        .frees(CHILDREN, detach.partition().parent())
                        .takes(KEYS_TO, detach.partition().parent());
        };
    }
}
