package mana.studio.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mana.studio.plan.ExtensionChange.CreateExtension;
import mana.studio.plan.ExtensionChange.DropExtension;
import mana.studio.plan.ExtensionChange.MoveExtension;
import mana.studio.plan.ExtensionChange.UpdateExtension;
import mana.studio.plan.PropertyChange.ChangePrivileges;
import mana.studio.plan.PropertyChange.SetComment;
import mana.studio.plan.PropertyChange.SetOwner;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Extension;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Part.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;

/// The footprint of each kind of change.
final class Footprints {
    private final Lookup from;
    private final Lookup to;
    private final Set<QualifiedName> copied = new HashSet<>();

    Footprints(Lookup from, Lookup to, List<Change> changes) {
        this.from = from;
        this.to = to;
        for (Change change : changes) {
            if (change instanceof TableChange.CopyRows copy) {
                copied.add(copy.table().name());
            }
        }
    }

    Footprint of(Change change) {
        return switch (change) {
            case SchemaChange.CreateSchema create ->
                new Footprint().creates(Part.schema(create.schema().name()));
            case SchemaChange.DropSchema drop ->
                new Footprint().drops(Part.schema(drop.schema().name()));
            case ExtensionChange extension -> extension(extension);
            case TableChange table -> table(table);
            case PartitionChange partition -> partition(partition);
            case ColumnChange column -> column(column);
            case ConstraintChange constraint -> constraint(constraint);
            case IndexChange index -> index(index);
            case ViewChange view -> view(view);
            case RoutineChange routine -> routine(routine);
            case TypeChange type -> type(type);
            case SequenceChange sequence -> sequence(sequence);
            case TriggerChange trigger -> trigger(trigger);
            case PolicyChange policy -> policy(policy);
            case OtherChange.CreateOther create ->
                new Footprint().creates(Part.whole(ObjectName.of(create.object()))).takes(place(create.object()));
            case OtherChange.DropOther drop ->
                new Footprint().drops(Part.whole(ObjectName.of(drop.object()))).frees(place(drop.object()));
            case PropertyChange property -> property(property);
            case RenameChange.RenameConstraint rename -> new Footprint().takes("parents " + rename.table());
            case RenameChange _ -> new Footprint();
        };
    }

    private static String place(mana.studio.schema.OtherObject object) {
        return object.kind() + " " + object.schema() + "." + object.name();
    }

    private Footprint extension(ExtensionChange change) {
        return switch (change) {
            case CreateExtension create -> {
                Extension extension = create.extension();
                Footprint footprint = new Footprint().creates(Part.whole(ObjectName.of(extension)));
                yield create.ownSchema() ? footprint : footprint.needs(Part.schema(extension.schema()));
            }
            case DropExtension drop -> new Footprint().drops(Part.whole(ObjectName.of(drop.extension())));
            case UpdateExtension update -> new Footprint().alters(Part.whole(ObjectName.of(update.extension())));
            case MoveExtension move ->
                new Footprint()
                        .alters(Part.whole(ObjectName.of(move.extension())))
                        .needs(Part.schema(move.extension().schema()));
        };
    }

    private Footprint table(TableChange change) {
        QualifiedName name = change.table().name();
        Part whole = Part.relation(name);
        return switch (change) {
            case TableChange.CreateTable create -> {
                Footprint footprint = new Footprint().takes(relation(name));
                footprint.creates().addAll(PartsOf.object(bare(create.table())));
                if (create.table().partitionOf() != null) {
                    // Names that the server chooses for the parent would step aside for those of the child.
                    footprint.needs(Part.relation(create.table().partitionOf().parent()));
                }
                create.table().constraints().forEach(constraint -> keyPlaces(footprint, name, constraint, true));
                create.table().columns().forEach(column -> identityPlace(footprint, column, true));
                yield footprint;
            }
            case TableChange.DropTable drop -> gone(drop.table());
            case TableChange.SetAside aside -> {
                Footprint footprint = gone(aside.table()).takes("keys of " + name);
                from.ownedBy(name).forEach(sequence -> footprint.takes("owner of " + sequence.name()));
                if (!aside.first() && aside.table().partitionOf() != null) {
                    // After its parent, whose move makes the schema.
                    QualifiedName parent = aside.table().partitionOf().parent();
                    footprint.frees().remove("children " + parent);
                    footprint.takes().remove("parents " + name);
                    footprint.takes(relation(parent));
                }
                yield footprint;
            }
            case TableChange.CopyRows copy -> {
                Footprint footprint = new Footprint().needs(whole).frees("rows " + name);
                to.childrenOf(name).forEach(child -> footprint.after(Part.relation(child.name())));
                copy.table().columns().forEach(column -> footprint.needs(Part.column(name, column.name())));
                attached(footprint, name);
                yield footprint;
            }
            case TableChange.Inherit inherit -> {
                Footprint footprint = new Footprint().needs(whole).needs(Part.relation(inherit.parent()));
                footprint.takes("parents " + name);
                matches(footprint, inherit.table(), inherit.parent());
                yield footprint;
            }
            case TableChange.NoInherit none -> {
                Footprint footprint = new Footprint().frees("parents " + name).frees("children " + none.parent());
                none.table().columns().forEach(column -> footprint.frees(inherited(name, column.name())));
                yield footprint;
            }
            case TableChange.UseIndex use ->
                new Footprint()
                        .needs(Part.of(name, Kind.INDEX, use.index()))
                        .needs(Part.of(name, Kind.CONSTRAINT, use.index()))
                        .takes("replica identity " + name);
            case TableChange.SetReplicaIdentity _ -> new Footprint().needs(whole).frees("replica identity " + name);
            case TableChange.WithoutCluster _ -> new Footprint().needs(whole).frees("cluster " + name);
            case TableChange.SetOfType of -> {
                Footprint footprint = new Footprint().needs(whole).takes("columns " + name);
                if (of.type() != null) {
                    footprint.needs(Part.type(of.type()));
                    of.table().columns().forEach(column -> footprint.needs(Part.column(name, column.name())));
                }
                from.table(name).ifPresent(old -> old.columns().forEach(column -> {
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
                    row.table().policies().forEach(policy -> footprint.after(Part.of(name, Kind.POLICY, policy.name())));
                }
                yield footprint;
            }
            case TableChange.SetPersistence set -> {
                // A permanent table refers only to permanent ones.
                Footprint footprint = new Footprint().needs(whole);
                set.table().foreignKeys().forEach(key -> {
                    if (set.table().persistence() == Table.Persistence.PERMANENT) {
                        footprint.takes("logged " + key.referencedTable());
                    } else {
                        footprint.frees("unlogged " + key.referencedTable());
                    }
                });
                yield set.table().persistence() == Table.Persistence.PERMANENT
                        ? footprint.frees("logged " + name)
                        : footprint.takes("unlogged " + name);
            }
            case TableChange.SetTableOptions _,
                    TableChange.SetTablespace _,
                    TableChange.SetAccessMethod _,
                    TableChange.ForceRowSecurity _,
                    TableChange.SetForeignOptions _ -> new Footprint().needs(whole);
        };
    }

    /// Rows find their partitions only when those are attached, down to the last.
    private void attached(Footprint footprint, QualifiedName table) {
        footprint.takes("attached " + table);
        to.childrenOf(table).stream()
                .filter(child -> child.partitionOf() != null)
                .forEach(child -> attached(footprint, child.name()));
    }

    /// Without what is created by changes of its own.
    private static Table bare(Table table) {
        return new Table(
                table.id(), table.name(), table.owner(), null, table.privileges(), table.persistence(),
                table.columns(), table.constraints(), java.util.List.of(), java.util.List.of(), java.util.List.of(),
                table.inherits(), table.partitionKey(), table.partitionOf(), table.ofType(), table.foreign(),
                table.rowSecurity(), table.accessMethod(), table.options(), table.tablespace(),
                table.replicaIdentity());
    }

    private Footprint gone(Table table) {
        QualifiedName name = table.name();
        Footprint footprint =
                new Footprint().frees(relation(name)).frees("columns " + name).takes("children " + name);
        footprint.drops().addAll(PartsOf.object(table));
        table.indexes().forEach(index -> footprint.frees(relation(new QualifiedName(name.schema(), index.name()))));
        table.constraints().forEach(constraint -> keyPlaces(footprint, name, constraint, false));
        table.columns().forEach(column -> identityPlace(footprint, column, false));
        for (Sequence sequence : from.ownedBy(name)) {
            if (to.object(ObjectName.of(sequence)).isEmpty()) {
                footprint.drops(Part.relation(sequence.name())).frees(relation(sequence.name()));
            } else {
                footprint.takes("owner of " + sequence.name());
            }
        }
        if (table.partitionOf() != null) {
            footprint
                    .frees("bounds " + table.partitionOf().parent())
                    .frees("children " + table.partitionOf().parent())
                    .takes("parents " + name)
                    .takes("keys to " + table.partitionOf().parent());
        }
        return footprint;
    }

    /// A child has all that its parent asks of it.
    private void matches(Footprint footprint, Table child, QualifiedName parent) {
        child.columns().forEach(column -> footprint.needs(Part.column(child.name(), column.name())));
        child.constraints()
                .forEach(constraint -> footprint.needs(Part.of(child.name(), Kind.CONSTRAINT, constraint.name())));
        child.columns().forEach(column -> footprint.takes("attached shape " + child.name() + "." + column.name()));
        child.indexes().forEach(index -> footprint.needs(Part.of(child.name(), Kind.INDEX, index.name())));
        // A table that waits for its rows gets its keys and indexes after them; the server finds those of the children.
        if (copied.contains(parent)) {
            return;
        }
        to.table(parent).ifPresent(table -> {
            table.columns().forEach(column -> footprint.needs(Part.column(parent, column.name())));
            table.columns().forEach(column -> footprint.takes("attached shape " + parent + "." + column.name()));
            table.constraints()
                    .forEach(constraint -> footprint.needs(Part.of(parent, Kind.CONSTRAINT, constraint.name())));
            table.indexes().forEach(index -> footprint.needs(Part.of(parent, Kind.INDEX, index.name())));
            table.triggers().forEach(trigger -> footprint.needs(Part.of(parent, Kind.TRIGGER, trigger.name())));
        });
    }

    private Footprint partition(PartitionChange change) {
        return switch (change) {
            case PartitionChange.AttachPartition attach -> {
                QualifiedName parent = attach.partition().parent();
                Footprint footprint = new Footprint()
                        .needs(Part.relation(attach.table().name()))
                        .needs(Part.relation(parent))
                        .takes("bounds " + parent)
                        .takes("parents " + attach.table().name())
                        .frees("attached " + parent);
                matches(footprint, attach.table(), parent);
                yield footprint;
            }
            // A partition leaves before its parent changes, and takes along what it is to keep.
            case PartitionChange.DetachPartition detach ->
                new Footprint()
                        .frees("bounds " + detach.partition().parent())
                        .frees("parents " + detach.table().name())
                        .frees("children " + detach.partition().parent())
                        .takes("keys to " + detach.partition().parent());
        };
    }

    private Footprint column(ColumnChange change) {
        Relation relation = change.relation();
        QualifiedName name = relation.name();
        String column = change.column().name();
        Part part = Part.column(name, column);
        Part value = Part.of(name, Kind.DEFAULT, column);
        String place = name + "." + column;
        return switch (change) {
            case ColumnChange.AddColumn add -> {
                Footprint footprint = new Footprint().creates(part).takes("column " + place).frees("columns " + name);
                if (add.column().defaultExpression() != null) {
                    footprint.creates(value);
                }
                identityPlace(footprint, add.column(), true);
                yield footprint;
            }
            case ColumnChange.DropColumn drop -> dropColumn(drop, part, value, place);
            case ColumnChange.SetType set -> {
                Footprint footprint = new Footprint()
                        .alters(part)
                        .frees("type " + place)
                        .frees("attached shape " + place)
                        .takes("children " + name);
                if (set.dropDefault()) {
                    footprint.alters(value);
                }
                yield footprint;
            }
            case ColumnChange.SetDefault set ->
                set.column().defaultExpression() == null
                        ? new Footprint().drops(value).frees("value " + place)
                        : new Footprint().alters(value).takes("value " + place).takes("type " + place);
            case ColumnChange.SetNotNull _ ->
                new Footprint()
                        .needs(part)
                        .frees("not null " + place)
                        .frees("attached shape " + place)
                        .takes("nullable " + place);
            case ColumnChange.ValidateNotNull _ -> new Footprint().needs(part);
            case ColumnChange.DropNotNull _ ->
                new Footprint()
                        .needs(part)
                        .frees("nullable " + place)
                        .takes("keyed " + place)
                        .takes("identity " + place)
                        .takes("children " + name)
                        .takes(inherited(name, column));
            case ColumnChange.AddIdentity add -> {
                Footprint footprint =
                        new Footprint().needs(part).takes("value " + place).takes("not null " + place).takes("type " + place);
                identityPlace(footprint, add.column(), true);
                yield footprint;
            }
            case ColumnChange.AlterIdentity _ -> new Footprint().needs(part).takes("type " + place);
            case ColumnChange.DropIdentity drop -> {
                Footprint footprint = new Footprint().needs(part).frees("value " + place).frees("identity " + place);
                identityPlace(footprint, drop.column(), false);
                yield footprint;
            }
            case ColumnChange.SetExpression _ -> new Footprint().alters(part);
            case ColumnChange.DropExpression _ -> new Footprint().alters(part).frees("value " + place);
            case ColumnChange.SetStorage _,
                    ColumnChange.SetCompression _,
                    ColumnChange.SetStatistics _,
                    ColumnChange.SetColumnOptions _,
                    ColumnChange.SetForeignColumnOptions _ -> new Footprint().needs(part).takes("type " + place);
        };
    }

    private static String inherited(QualifiedName table, String column) {
        return "inherited " + table + "." + column;
    }

    private Footprint dropColumn(ColumnChange.DropColumn drop, Part part, Part value, String place) {
        Table table = drop.relation();
        QualifiedName name = table.name();
        String column = drop.column().name();
        Footprint footprint = new Footprint().drops(part).drops(value).frees("column " + place).frees("columns " + name);
        footprint.takes("parents " + name).takes("children " + name);
        identityPlace(footprint, drop.column(), false);
        for (Constraint constraint : table.constraints()) {
            Part own = Part.of(name, Kind.CONSTRAINT, constraint.name());
            if (from.needs(own).contains(part)) {
                footprint.drops(own);
                keyPlaces(footprint, name, constraint, false);
            }
        }
        for (Index index : table.indexes()) {
            Part own = Part.of(name, Kind.INDEX, index.name());
            if (from.needs(own).contains(part)) {
                footprint.drops(own).frees(relation(new QualifiedName(name.schema(), index.name())));
            }
        }
        for (Sequence sequence : from.ownedBy(name)) {
            boolean own = sequence.ownedBy() != null && sequence.ownedBy().column().equals(column);
            if (own && to.object(ObjectName.of(sequence)).isEmpty()) {
                footprint.drops(Part.relation(sequence.name())).frees(relation(sequence.name()));
            } else if (own) {
                footprint.takes("owner of " + sequence.name());
            }
        }
        return footprint;
    }

    private Footprint constraint(ConstraintChange change) {
        QualifiedName name = change.table().name();
        Part part = Part.of(name, Kind.CONSTRAINT, change.constraint().name());
        return switch (change) {
            case ConstraintChange.AddConstraint add -> {
                Footprint footprint = new Footprint().creates(part);
                keyPlaces(footprint, name, add.constraint(), true);
                add.constraint().columns().forEach(column -> footprint.takes("type " + name + "." + column));
                add.constraint().columns().forEach(column -> footprint.takes("not null " + name + "." + column));
                footprint.takes("rows " + name);
                if (add.constraint() instanceof Constraint.ForeignKey key) {
                    footprint.takes("rows " + key.referencedTable());
                    key.referencedColumns()
                            .forEach(column -> footprint.takes("type " + key.referencedTable() + "." + column));
                    footprint.after(Part.relation(key.referencedTable()));
                }
                yield footprint;
            }
            case ConstraintChange.DropConstraint drop -> {
                Footprint footprint = new Footprint().drops(part);
                keyPlaces(footprint, name, drop.constraint(), false);
                if (drop.constraint() instanceof Constraint.ForeignKey key) {
                    inherited(footprint, name, key.name());
                    yield footprint.frees("keys to " + key.referencedTable()).frees("keys of " + name);
                }
                footprint.takes("children " + name);
                yield drop.constraint().local() ? footprint : footprint.takes("parents " + name);
            }
            case ConstraintChange.ValidateConstraint _, ConstraintChange.SetDeferrability _ ->
                new Footprint().needs(part);
        };
    }

    /// The keys of partitions go with that of their parent.
    private void inherited(Footprint footprint, QualifiedName table, String key) {
        for (Table child : from.childrenOf(table)) {
            boolean has = child.foreignKeys().stream().anyMatch(own -> own.name().equals(key) && !own.local());
            if (has) {
                footprint.drops(Part.of(child.name(), Kind.CONSTRAINT, key));
                inherited(footprint, child.name(), key);
            }
        }
    }

    /// Names and places that a constraint has: its own, its index', the one of a primary key.
    private static void keyPlaces(Footprint footprint, QualifiedName table, Constraint constraint, boolean takes) {
        Set<String> places = takes ? footprint.takes() : footprint.frees();
        places.add("constraint " + table + "." + constraint.name());
        switch (constraint) {
            case Constraint.PrimaryKey key -> {
                places.add("primary key " + table);
                places.add(relation(new QualifiedName(table.schema(), key.name())));
                if (!takes) {
                    key.columns().forEach(column -> places.add("keyed " + table + "." + column));
                }
            }
            case Constraint.Unique key -> places.add(relation(new QualifiedName(table.schema(), key.name())));
            case Constraint.Exclusion key -> places.add(relation(new QualifiedName(table.schema(), key.name())));
            case Constraint.ForeignKey _, Constraint.Check _ -> {}
        }
    }

    private static void identityPlace(Footprint footprint, Column column, boolean takes) {
        if (column.identity() != null) {
            (takes ? footprint.takes() : footprint.frees()).add(relation(column.identity().sequence()));
        }
    }

    private Footprint index(IndexChange change) {
        QualifiedName relation = change.relation().name();
        Part part = Part.of(relation, Kind.INDEX, change.name());
        String name = relation(new QualifiedName(relation.schema(), change.name()));
        return switch (change) {
            case IndexChange.CreateIndex create -> {
                Footprint footprint = new Footprint().creates(part).takes(name).takes("rows " + relation);
                create.index().keys().forEach(key -> footprint.takes("type " + relation + "." + key.column()));
                if (create.index().partitionOf() != null) {
                    footprint.needs(Part.relation(relation));
                }
                yield footprint;
            }
            case IndexChange.DropIndex _ ->
                new Footprint().drops(part).frees(name).takes("children " + relation);
            case IndexChange.SetIndexOptions _, IndexChange.SetIndexTablespace _ ->
                new Footprint().needs(part).needs(Part.of(relation, Kind.CONSTRAINT, change.name()));
            case IndexChange.AttachIndex attach ->
                new Footprint()
                        .needs(part)
                        .after(Part.relation(attach.parent()))
                        .takes("parents " + relation);
        };
    }

    private Footprint view(ViewChange change) {
        Part whole = Part.relation(change.view().name());
        return switch (change) {
            case ViewChange.CreateView create -> {
                Footprint footprint = new Footprint().creates(whole).takes(relation(create.view().name()));
                create.view().columns().forEach(column ->
                        footprint.creates(Part.column(create.view().name(), column.name())));
                yield footprint;
            }
            case ViewChange.ReplaceView replace -> {
                Footprint footprint = new Footprint().alters(whole);
                replace.view().columns().forEach(column ->
                        footprint.alters(Part.column(replace.view().name(), column.name())));
                yield footprint;
            }
            case ViewChange.DropView drop -> {
                Footprint footprint = new Footprint().frees(relation(drop.view().name()));
                footprint.drops().addAll(PartsOf.object(drop.view()));
                drop.view().indexes().forEach(index -> footprint.frees(
                        relation(new QualifiedName(drop.view().name().schema(), index.name()))));
                yield footprint;
            }
            case ViewChange.SetViewOptions _,
                    ViewChange.SetViewTablespace _,
                    ViewChange.SetViewAccessMethod _,
                    ViewChange.Refresh _ -> new Footprint().needs(whole);
        };
    }

    private static Footprint routine(RoutineChange change) {
        Part whole = Part.whole(ObjectName.of(change.routine()));
        // By name alone: which arguments the server takes for the same is its affair.
        String place = "routine " + change.routine().name();
        return switch (change) {
            case RoutineChange.CreateRoutine _ -> new Footprint().creates(whole).takes(place);
            case RoutineChange.ReplaceRoutine _ -> new Footprint().alters(whole);
            case RoutineChange.DropRoutine _ -> new Footprint().drops(whole).frees(place);
        };
    }

    private Footprint type(TypeChange change) {
        SchemaObject type = change.type();
        Part whole = Part.type(type.name());
        String place = "type " + type.name();
        return switch (change) {
            case TypeChange.CreateType _ -> {
                Footprint footprint = new Footprint().takes(place).takes(relation(type.name()));
                footprint.creates().addAll(PartsOf.object(type));
                yield footprint;
            }
            case TypeChange.DropType _ -> {
                Footprint footprint = new Footprint().frees(place).frees(relation(type.name()));
                footprint.drops().addAll(PartsOf.object(type));
                yield footprint;
            }
            case TypeChange.RetireType _ -> new Footprint().frees(place).frees(relation(type.name()));
            case TypeChange.DropRetiredType _ -> {
                Footprint footprint = new Footprint().drops(whole);
                from.usersOf(type.name()).forEach(footprint::after);
                yield footprint;
            }
            case TypeChange.AddEnumValue _, TypeChange.SetDomainDefault _, TypeChange.SetDomainNotNull _ ->
                new Footprint().alters(whole);
            // Tables made OF the type change with it.
            case TypeChange.AddAttribute add -> {
                Footprint footprint = new Footprint().alters(whole);
                typed(type).forEach(table -> footprint.creates(Part.column(table, add.attribute().name())));
                yield footprint;
            }
            case TypeChange.DropAttribute drop -> {
                Footprint footprint = new Footprint().alters(whole);
                typed(type).forEach(table -> footprint.drops(Part.column(table, drop.attribute().name())));
                yield footprint;
            }
            case TypeChange.SetAttributeType set -> {
                Footprint footprint = new Footprint().alters(whole);
                typed(type).forEach(table -> footprint.alters(Part.column(table, set.attribute().name())));
                yield footprint;
            }
            case TypeChange.AddDomainCheck add ->
                new Footprint()
                        .creates(new Part(ObjectName.of(type), Kind.CONSTRAINT, add.check().name()))
                        .takes("constraint " + type.name() + "." + add.check().name());
            case TypeChange.DropDomainCheck drop ->
                new Footprint()
                        .drops(new Part(ObjectName.of(type), Kind.CONSTRAINT, drop.check().name()))
                        .frees("constraint " + type.name() + "." + drop.check().name());
            case TypeChange.ValidateDomainCheck validate ->
                new Footprint().needs(new Part(ObjectName.of(type), Kind.CONSTRAINT, validate.check().name()));
        };
    }

    private java.util.List<QualifiedName> typed(SchemaObject type) {
        return from.usersOf(type.name()).stream()
                .filter(user -> user.kind() == Kind.WHOLE && user.object().kind() == ObjectName.Kind.RELATION)
                .map(user -> user.object().name())
                .toList();
    }

    private static Footprint sequence(SequenceChange change) {
        Sequence sequence = change.sequence();
        Part whole = Part.relation(sequence.name());
        return switch (change) {
            case SequenceChange.CreateSequence _ -> new Footprint().creates(whole).takes(relation(sequence.name()));
            case SequenceChange.DropSequence _ -> new Footprint().drops(whole).frees(relation(sequence.name()));
            case SequenceChange.AlterSequence _ -> new Footprint().needs(whole);
            case SequenceChange.SetSequencePersistence _ -> new Footprint().needs(whole);
            case SequenceChange.SetOwnedBy _ -> {
                Footprint footprint = new Footprint().needs(whole).frees("owner of " + sequence.name());
                if (sequence.ownedBy() != null) {
                    footprint.needs(Part.column(sequence.ownedBy().table(), sequence.ownedBy().column()));
                }
                yield footprint;
            }
        };
    }

    private static Footprint trigger(TriggerChange change) {
        QualifiedName relation = change.relation().name();
        Part part = Part.of(relation, Kind.TRIGGER, change.trigger().name());
        String place = "trigger " + relation + "." + change.trigger().name();
        return switch (change) {
            case TriggerChange.CreateTrigger _ ->
                new Footprint().creates(part).takes(place).takes("rows " + relation);
            case TriggerChange.ReplaceTrigger _ -> new Footprint().alters(part).frees("firing " + place);
            case TriggerChange.DropTrigger _ -> new Footprint().drops(part).frees(place);
            case TriggerChange.SetFiring _ ->
                new Footprint().needs(part).takes("firing " + place).takes("parents " + relation);
        };
    }

    private static Footprint policy(PolicyChange change) {
        QualifiedName table = change.table().name();
        Part part = Part.of(table, Kind.POLICY, change.policy().name());
        String place = "policy " + table + "." + change.policy().name();
        return switch (change) {
            case PolicyChange.CreatePolicy _ -> new Footprint().creates(part).takes(place);
            case PolicyChange.AlterPolicy _ -> new Footprint().alters(part);
            case PolicyChange.DropPolicy _ -> new Footprint().drops(part).frees(place);
        };
    }

    private static Footprint property(PropertyChange change) {
        return switch (change) {
            case SetComment comment -> new Footprint().needs(comment.part());
            case SetOwner owner -> new Footprint().needs(owner.part()).frees("owner " + owner.part().object());
            case ChangePrivileges privileges ->
                privileges(privileges);
        };
    }

    /// What REVOKE takes from a table it takes from its columns too: theirs come after.
    private static Footprint privileges(ChangePrivileges change) {
        ObjectName object = change.part().object();
        Footprint footprint = new Footprint().needs(change.part()).takes("owner " + object);
        return change.column() == null
                ? footprint.frees("privileges " + object)
                : footprint.takes("privileges " + object);
    }

    /// Tables, views, sequences, indexes and row types share one space of names.
    private static String relation(QualifiedName name) {
        return "relation " + name;
    }
}
