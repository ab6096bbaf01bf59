package mana.studio.plan;

import static mana.studio.plan.Place.Kind.CONSTRAINT;
import static mana.studio.plan.Place.Kind.OTHER;
import static mana.studio.plan.Place.Kind.OWNED;
import static mana.studio.plan.Place.Kind.OWNER;
import static mana.studio.plan.Place.Kind.PARENTS;
import static mana.studio.plan.Place.Kind.PRIVILEGES;
import static mana.studio.plan.Place.Kind.RETIRED;
import static mana.studio.plan.Place.Kind.ROUTINE;
import static mana.studio.plan.Place.Kind.SEQUENCE_OWNER;
import static mana.studio.plan.Place.Kind.SIGNATURES;
import static mana.studio.plan.Place.Kind.TYPE;

import java.util.List;
import mana.studio.plan.ExtensionChange.CreateExtension;
import mana.studio.plan.ExtensionChange.DropExtension;
import mana.studio.plan.ExtensionChange.MoveExtension;
import mana.studio.plan.ExtensionChange.UpdateExtension;
import mana.studio.plan.PropertyChange.ChangePrivileges;
import mana.studio.plan.PropertyChange.SetComment;
import mana.studio.plan.PropertyChange.SetOwner;
import mana.studio.schema.Extension;
import mana.studio.schema.ObjectName;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Part;
import mana.studio.schema.Part.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;

/// The footprint of each kind of change.
final class Footprints {
    private final Lookup from;
    private final Lookup to;
    private final TableFootprints tables;
    private final ColumnFootprints columns;
    private final RelationFootprints relations;

    Footprints(Lookup from, Lookup to, List<Change> changes) {
        this.from = from;
        this.to = to;
        this.tables = new TableFootprints(from, to, changes);
        this.columns = new ColumnFootprints(from, to);
        this.relations = new RelationFootprints(from, to);
    }

    Footprint of(Change change) {
        return switch (change) {
            case SchemaChange.CreateSchema create ->
                new Footprint().creates(Part.schema(create.schema().name()));
            case SchemaChange.DropSchema drop ->
                new Footprint().drops(Part.schema(drop.schema().name()));
            case ExtensionChange extension -> extension(extension);
            case TableChange table -> tables.of(table);
            case PartitionChange partition -> tables.of(partition);
            case ColumnChange column -> columns.of(column);
            case ConstraintChange constraint -> relations.of(constraint);
            case IndexChange index -> relations.of(index);
            case ViewChange view -> relations.of(view);
            case RoutineChange routine -> routine(routine);
            case TypeChange type -> type(type);
            case SequenceChange sequence -> sequence(sequence);
            case TriggerChange trigger -> relations.of(trigger);
            case PolicyChange policy -> relations.of(policy);
            case OtherChange.CreateOther create ->
                new Footprint()
                        .creates(Part.whole(ObjectName.of(create.object())))
                        .takes(place(create.object()));
            case OtherChange.DropOther drop ->
                signed(new Footprint(), Part.whole(ObjectName.of(drop.object())))
                        .frees(place(drop.object()));
            case PropertyChange property -> property(property);
            case RenameChange.RenameConstraint rename -> new Footprint().takes(PARENTS, rename.table());
            case RenameChange _ -> new Footprint();
        };
    }

    private static Place place(OtherObject object) {
        return new Place(OTHER, ObjectName.of(object), "");
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

    private Footprint routine(RoutineChange change) {
        Part whole = Part.whole(ObjectName.of(change.routine()));
        // By name alone: which arguments the server takes for the same is its affair.
        Place place = Place.of(ROUTINE, change.routine().name());
        return switch (change) {
            case RoutineChange.CreateRoutine _ -> new Footprint().creates(whole).takes(place);
            case RoutineChange.ReplaceRoutine _ -> new Footprint().alters(whole);
            case RoutineChange.DropRoutine _ -> signed(new Footprint(), whole).frees(place);
        };
    }

    /// What is dropped by the types of its arguments goes before these change their names.
    private Footprint signed(Footprint footprint, Part whole) {
        from.needs(whole).stream()
                .filter(need -> need.object().kind() == ObjectName.Kind.TYPE)
                .forEach(need -> footprint.frees(SIGNATURES, need.object().name()));
        return footprint.drops(whole);
    }

    private Footprint type(TypeChange change) {
        SchemaObject type = change.type();
        Part whole = Part.type(type.name());
        Place place = Place.of(TYPE, type.name());
        return switch (change) {
            case TypeChange.CreateType _ -> {
                Footprint footprint = new Footprint().takes(place).takes(Place.relation(type.name()));
                footprint.creates().addAll(PartsOf.object(type));
                yield footprint;
            }
            case TypeChange.DropType _ -> {
                Footprint footprint = new Footprint().frees(place).frees(Place.relation(type.name()));
                footprint.drops().addAll(PartsOf.object(type));
                retired(footprint, type);
                yield footprint;
            }
            case TypeChange.RetireType _ ->
                new Footprint().frees(place).frees(Place.relation(type.name())).takes(SIGNATURES, type.name());
            case TypeChange.DropRetiredType _ -> {
                Footprint footprint = new Footprint().frees(RETIRED, type.name());
                from.dependents(whole).forEach(footprint::after);
                retired(footprint, type);
                yield footprint;
            }
            case TypeChange.AddEnumValue _, TypeChange.SetDomainDefault _, TypeChange.SetDomainNotNull _ ->
                new Footprint().alters(whole);
            // Tables made OF the type change with it.
            case TypeChange.AddAttribute add -> {
                Footprint footprint = left(type).alters(whole);
                typed(type)
                        .forEach(table -> footprint.creates(
                                Part.column(table, add.attribute().name())));
                yield footprint;
            }
            case TypeChange.DropAttribute drop -> {
                Footprint footprint = left(type).alters(whole);
                typed(type)
                        .forEach(table -> footprint.drops(
                                Part.column(table, drop.attribute().name())));
                yield footprint;
            }
            case TypeChange.SetAttributeType set -> {
                Footprint footprint = left(type).alters(whole);
                typed(type)
                        .forEach(table -> footprint.alters(
                                Part.column(table, set.attribute().name())));
                yield footprint;
            }
            case TypeChange.AddDomainCheck add ->
                new Footprint()
                        .creates(new Part(
                                ObjectName.of(type),
                                Kind.CONSTRAINT,
                                add.check().name()))
                        .takes(CONSTRAINT, type.name(), add.check().name());
            case TypeChange.DropDomainCheck drop ->
                new Footprint()
                        .drops(new Part(
                                ObjectName.of(type),
                                Kind.CONSTRAINT,
                                drop.check().name()))
                        .frees(CONSTRAINT, type.name(), drop.check().name());
            case TypeChange.ValidateDomainCheck validate ->
                new Footprint()
                        .needs(new Part(
                                ObjectName.of(type),
                                Kind.CONSTRAINT,
                                validate.check().name()));
        };
    }

    /// Columns that become another type take the values of this one as they are.
    private Footprint left(SchemaObject type) {
        Footprint footprint = new Footprint();
        from.usersOf(type.name()).stream()
                .filter(user ->
                        user.kind() == Kind.COLUMN && !to.usersOf(type.name()).contains(user))
                .forEach(footprint::after);
        return footprint;
    }

    /// Types made of it that are on their way out are gone.
    private void retired(Footprint footprint, SchemaObject type) {
        from.usersOf(type.name()).stream()
                .filter(user -> user.object().kind() == ObjectName.Kind.TYPE)
                .forEach(user -> footprint.takes(RETIRED, user.object().name()));
    }

    private List<QualifiedName> typed(SchemaObject type) {
        return from.usersOf(type.name()).stream()
                .filter(user -> user.kind() == Kind.WHOLE && user.object().kind() == ObjectName.Kind.RELATION)
                .map(user -> user.object().name())
                .toList();
    }

    private static Footprint sequence(SequenceChange change) {
        Sequence sequence = change.sequence();
        Part whole = Part.relation(sequence.name());
        return switch (change) {
            case SequenceChange.CreateSequence _ ->
                new Footprint().creates(whole).takes(Place.relation(sequence.name()));
            case SequenceChange.DropSequence _ -> new Footprint().drops(whole).frees(Place.relation(sequence.name()));
            case SequenceChange.AlterSequence _ -> new Footprint().needs(whole);
            case SequenceChange.SetSequencePersistence _ -> new Footprint().needs(whole);
            case SequenceChange.SetOwnedBy _ -> {
                Footprint footprint = new Footprint()
                        .needs(whole)
                        .frees(SEQUENCE_OWNER, sequence.name())
                        .takes(OWNER, whole.object());
                if (sequence.ownedBy() != null) {
                    footprint
                            .needs(Part.column(
                                    sequence.ownedBy().table(),
                                    sequence.ownedBy().column()))
                            .frees(
                                    OWNED,
                                    ObjectName.ofRelation(sequence.ownedBy().table()));
                }
                yield footprint;
            }
        };
    }

    private static Footprint property(PropertyChange change) {
        return switch (change) {
            case SetComment comment -> new Footprint().needs(comment.part());
            case SetOwner owner ->
                new Footprint()
                        .needs(owner.part())
                        .frees(OWNER, owner.part().object())
                        .takes(OWNED, owner.part().object());
            case ChangePrivileges privileges -> privileges(privileges);
        };
    }

    /// What REVOKE takes from a table it takes from its columns too: theirs come after.
    private static Footprint privileges(ChangePrivileges change) {
        ObjectName object = change.part().object();
        Footprint footprint = new Footprint().needs(change.part()).takes(OWNER, object);
        return change.column() == null ? footprint.frees(PRIVILEGES, object) : footprint.takes(PRIVILEGES, object);
    }
}
