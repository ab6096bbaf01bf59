package mana.studio.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Part;
import mana.studio.schema.Part.Kind;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;

/// What has to be dropped and created again: what cannot be altered into what it is to be, and, link by link, what
/// leans on it. A view of a column whose type changes is in the way of the change although the view stays the same.
final class Recreation {
    private final Lookup from;
    private final Lookup to;
    private final Set<Part> parts = new LinkedHashSet<>();
    private final Set<Part> retyped = new LinkedHashSet<>();
    private final Set<Part> gone = new LinkedHashSet<>();
    private final Deque<Part> open = new ArrayDeque<>();

    private Recreation(Lookup from, Lookup to) {
        this.from = from;
        this.to = to;
    }

    /// @param pairs the objects that are on both sides and differ
    static Recreation of(
            Lookup from, Lookup to, Iterable<Pair<SchemaObject>> pairs, Iterable<Pair<OtherObject>> others) {
        Recreation recreation = new Recreation(from, to);
        pairs.forEach(pair -> recreation.begin(pair.from(), pair.to()));
        others.forEach(pair -> recreation.begin(pair.from(), pair.to()));
        recreation.beginReplacedRoutines();
        recreation.follow();
        return recreation;
    }

    /// Whether the part is dropped and comes back.
    boolean contains(Part part) {
        return parts.contains(part);
    }

    boolean contains(SchemaObject object) {
        return parts.contains(Part.whole(ObjectName.of(object)));
    }

    /// The objects that have parts to be recreated.
    Set<ObjectName> objects() {
        Set<ObjectName> objects = new LinkedHashSet<>();
        parts.forEach(part -> objects.add(part.object()));
        retyped.forEach(part -> objects.add(part.object()));
        return objects;
    }

    /// Whether the column's type changes, or stays by name and is another by then.
    boolean isRetyped(Part column) {
        return retyped.contains(column);
    }

    private void begin(SchemaObject before, SchemaObject after) {
        Part whole = Part.whole(ObjectName.of(before));
        switch (before) {
            case Table table when after instanceof Table other -> begin(table, other);
            case View view
            when after instanceof View other -> {
                if (InPlace.view(view, other)) {
                    beginParts(view, other);
                } else {
                    add(whole);
                }
            }
            case Routine routine
            when after instanceof Routine other -> addUnless(InPlace.routine(routine, other), whole);
            case EnumType type when after instanceof EnumType other -> addUnless(InPlace.enumType(type, other), whole);
            case DomainType type
            when after instanceof DomainType other -> addUnless(InPlace.domain(type, other), whole);
            case CompositeType type
            when after instanceof CompositeType other ->
                addUnless(
                        InPlace.composite(
                                type, other, !from.usersOf(type.name()).isEmpty()),
                        whole);
            case SchemaObject same when same.getClass() == after.getClass() -> {}
            case SchemaObject _ -> add(whole);
        }
    }

    private void begin(OtherObject before, OtherObject after) {
        if (before.definition() != null
                && after.definition() != null
                && before.address() != null
                && !before.definition().equals(after.definition())) {
            add(Part.whole(ObjectName.of(before)));
        }
    }

    /// A function whose arguments change is another function by name and arguments; PostgreSQL may take the two for
    /// one where only the arguments' names changed, so the old one goes first, and what calls it with it.
    private void beginReplacedRoutines() {
        Set<QualifiedName> fresh = new LinkedHashSet<>();
        to.database()
                .schemas()
                .forEach(schema -> schema.routines().forEach(routine -> {
                    if (from.object(ObjectName.of(routine)).isEmpty()) {
                        fresh.add(routine.name());
                    }
                }));
        if (!fresh.isEmpty()) {
            from.database()
                    .schemas()
                    .forEach(schema -> schema.routines().forEach(routine -> {
                        if (fresh.contains(routine.name())
                                && to.object(ObjectName.of(routine)).isEmpty()) {
                            open.add(Part.whole(ObjectName.of(routine)));
                        }
                    }));
        }
    }

    private void begin(Table before, Table after) {
        if (!InPlace.table(before, after) || retypesPartitionKey(before, before, after)) {
            replace(before);
            return;
        }
        for (Column column : before.columns()) {
            Optional<Column> other = after.column(column.name());
            Part part = Part.column(before.name(), column.name());
            if (other.isEmpty()) {
                continue;
            }
            if (!InPlace.column(column, other.get(), from.version())) {
                add(part);
            } else if (ColumnDifference.isRetyped(column, other.get())) {
                retype(part);
            }
        }
        for (Constraint constraint : before.constraints()) {
            after.constraints().stream()
                    .filter(other -> other.name().equals(constraint.name()))
                    .filter(other -> !InPlace.constraint(constraint, other, from.version()))
                    .forEach(_ -> add(Part.of(before.name(), Kind.CONSTRAINT, constraint.name())));
        }
        goneKeys(before, after);
        for (Policy policy : before.policies()) {
            after.policies().stream()
                    .filter(other -> other.name().equals(policy.name()) && !InPlace.policy(policy, other))
                    .forEach(_ -> add(Part.of(before.name(), Kind.POLICY, policy.name())));
        }
        beginParts(before, after);
    }

    /// A foreign key leans on one key of its target, and on another when that goes.
    private void goneKeys(Table before, Table after) {
        for (Constraint constraint : before.constraints()) {
            boolean isKey = constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
            if (isKey
                    && after.constraints().stream()
                            .noneMatch(other -> other.name().equals(constraint.name()))) {
                open.add(Part.of(before.name(), Kind.CONSTRAINT, constraint.name()));
            }
        }
        for (Index index : before.indexes()) {
            if (index.unique()
                    && after.indexes().stream().noneMatch(other -> other.name().equals(index.name()))) {
                open.add(Part.of(before.name(), Kind.INDEX, index.name()));
            }
        }
    }

    /// A partitioned table takes its partitions along: their rows may belong into others by then.
    private void replace(Table table) {
        add(Part.relation(table.name()));
        for (Table child : from.childrenOf(table.name())) {
            boolean stays = child.partitionOf() != null
                    && to.table(child.name())
                            .map(Table::partitionOf)
                            .filter(partition -> partition.parent().equals(table.name()))
                            .isPresent();
            if (stays) {
                replace(child);
            }
        }
    }

    /// Whether the type of a column changes by which the table, or a partition of it, is partitioned.
    private boolean retypesPartitionKey(Table partitioned, Table before, Table after) {
        String key = partitioned.partitionKey();
        boolean own = key != null
                && before.columns().stream()
                        .filter(column -> after.column(column.name())
                                .map(other -> ColumnDifference.isRetyped(column, other))
                                .orElse(false))
                        .anyMatch(column -> Mentions.names(key).contains(column.name()));
        return own
                || from.childrenOf(partitioned.name()).stream()
                        .filter(child -> child.partitionOf() != null)
                        .anyMatch(child -> retypesPartitionKey(child, before, after));
    }

    private void beginParts(Relation before, Relation after) {
        for (Index index : before.indexes()) {
            after.indexes().stream()
                    .filter(other -> other.name().equals(index.name()))
                    .filter(other -> !InPlace.index(index, other, before instanceof Table t && t.isPartitioned()))
                    .forEach(_ -> add(Part.of(before.name(), Kind.INDEX, index.name())));
        }
        for (Trigger trigger : before.triggers()) {
            after.triggers().stream()
                    .filter(other -> other.name().equals(trigger.name()))
                    .filter(other -> !InPlace.trigger(trigger, other, from.version()))
                    .forEach(_ -> add(Part.of(before.name(), Kind.TRIGGER, trigger.name())));
        }
    }

    private void addUnless(boolean inPlace, Part part) {
        if (!inPlace) {
            add(part);
        }
    }

    private void add(Part part) {
        if (parts.add(part)) {
            open.add(part);
        }
    }

    private void retype(Part column) {
        if (retyped.add(column)) {
            open.add(column);
        }
    }

    private void follow() {
        while (!open.isEmpty()) {
            Part part = open.pop();
            Set<Part> gone = part.kind() == Kind.WHOLE
                    ? from.object(part.object()).map(PartsOf::object).orElse(Set.of(part))
                    : Set.of(part);
            boolean onlyType = retyped.contains(part) && !parts.contains(part);
            for (Part one : gone) {
                from.dependents(one).stream()
                        .filter(dependent -> !dependent.object().equals(part.object()) || part.kind() != Kind.WHOLE)
                        .forEach(dependent -> affect(one, dependent, onlyType));
            }
        }
    }

    /// @param onlyType whether the part stays and only its type changes
    private void affect(Part part, Part dependent, boolean onlyType) {
        Part unit = unit(dependent);
        SchemaObject object = from.object(unit.object()).orElse(null);
        if (!to.has(unit)) {
            // It goes for good, but it goes early: what leans on it cannot wait to be replaced.
            if (object instanceof View && unit.kind() == Kind.WHOLE && gone.add(unit)) {
                open.add(unit);
            }
            return;
        }
        boolean ofTable = object instanceof Table;
        switch (unit.kind()) {
            case WHOLE -> whole(part, unit, object, onlyType);
            case COLUMN -> column(part, unit, onlyType);
            case DEFAULT, INDEX -> {
                if (!onlyType) {
                    add(unit);
                }
            }
            case CONSTRAINT -> {
                if (!onlyType || (ofTable && isStrained(unit))) {
                    add(unit);
                }
            }
            case TRIGGER, POLICY -> add(unit);
        }
    }

    private void whole(Part part, Part unit, @org.jspecify.annotations.Nullable SchemaObject object, boolean onlyType) {
        switch (object) {
            // Its other parts come and go by themselves; parents and rows stay.
            case Table _ -> {}
            case View _, Routine _, DomainType _, CompositeType _ -> add(unit);
            case EnumType _, mana.studio.schema.Sequence _ -> {}
            case null -> {
                boolean statistics = unit.object().arguments().equals("statistics");
                if (!(onlyType && statistics)) {
                    add(unit);
                }
            }
        }
    }

    private void column(Part part, Part unit, boolean onlyType) {
        boolean ofType = part.object().kind() == ObjectName.Kind.TYPE
                || (part.kind() == Kind.WHOLE && !part.object().equals(unit.object()));
        Optional<Column> column = from.table(unit.object().name()).flatMap(table -> table.column(unit.name()));
        boolean generated = column.map(found -> found.generated() != null).orElse(false);
        boolean inherited = !part.object().equals(unit.object()) && part.kind() == Kind.COLUMN;
        if (generated && !inherited) {
            add(unit);
        } else if (ofType || (inherited && onlyType)) {
            retype(unit);
        }
    }

    /// Whether a foreign key does not outlive the change of a column's type on one of its sides.
    private boolean isStrained(Part unit) {
        return from.table(unit.object().name()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.name().equals(unit.name()))
                .anyMatch(key -> new KeyTypes(from, to).isStrained(unit.object().name(), key));
    }

    /// A view goes as a whole, whatever part of it is affected; but its indexes and triggers can go alone.
    private Part unit(Part dependent) {
        boolean ofView =
                from.object(dependent.object()).filter(View.class::isInstance).isPresent();
        return ofView && (dependent.kind() == Kind.COLUMN || dependent.kind() == Kind.DEFAULT)
                ? Part.whole(dependent.object())
                : dependent;
    }
}
