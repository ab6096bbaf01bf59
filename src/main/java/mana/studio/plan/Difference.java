package mana.studio.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mana.studio.plan.ExtensionChange.CreateExtension;
import mana.studio.plan.ExtensionChange.DropExtension;
import mana.studio.plan.ExtensionChange.MoveExtension;
import mana.studio.plan.ExtensionChange.UpdateExtension;
import mana.studio.plan.OtherChange.DropOther;
import mana.studio.plan.PropertyChange.SetComment;
import mana.studio.plan.RoutineChange.DropRoutine;
import mana.studio.plan.RoutineChange.ReplaceRoutine;
import mana.studio.plan.SchemaChange.DropSchema;
import mana.studio.plan.SequenceChange.DropSequence;
import mana.studio.plan.TypeChange.DropType;
import mana.studio.plan.ViewChange.DropView;
import mana.studio.schema.CompositeType;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Extension;
import mana.studio.schema.ObjectName;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Sequence.OwningColumn;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// All that differs between two databases, in no order yet. What is equal costs one comparison.
final class Difference {
    /// The kind of comments on what is part of something else, such as the index behind a key.
    private static final String REMARK = "comment";

    private final Lookup from;
    private final Lookup to;
    private final List<Change> changes = new ArrayList<>();
    private final Properties properties;
    private final Creation creation;
    private final Map<ObjectName, Pair<SchemaObject>> pairs = new LinkedHashMap<>();
    private final Map<ObjectName, Pair<OtherObject>> others = new LinkedHashMap<>();

    private Difference(Lookup from, Lookup to, String runner) {
        this.from = from;
        this.to = to;
        this.properties = new Properties(changes, runner, from.database().version());
        this.creation = new Creation(from, to, changes, properties);
    }

    /// @param runner the role that will make the changes, and own what they create
    static List<Change> between(Lookup from, Lookup to, String runner) {
        Difference difference = new Difference(from, to, runner);
        difference.schemas();
        difference.extensions();
        difference.pair();
        Recreation recreation = Recreation.of(from, to, difference.pairs.values(), difference.others.values());
        difference.addRecreated(recreation);
        difference.dropObjects(recreation);
        difference.createObjects();
        difference.alterObjects(recreation);
        difference.otherObjects(recreation);
        return difference.changes;
    }

    private void schemas() {
        for (Schema schema : to.database().schemas()) {
            Schema old = from.schema(schema.name()).orElse(null);
            if (old == null) {
                creation.schema(schema);
            } else {
                properties.of(old, schema);
            }
        }
        for (Schema schema : from.database().schemas()) {
            if (to.schema(schema.name()).isEmpty()) {
                changes.add(new DropSchema(schema));
            }
        }
    }

    private void extensions() {
        Map<String, Extension> before = byName(from);
        Map<String, Extension> after = byName(to);
        after.forEach((name, extension) -> {
            Extension old = before.get(name);
            Part part = Part.whole(ObjectName.of(extension));
            String address = "EXTENSION " + mana.studio.sql.Identifier.quote(name);
            if (old == null) {
                changes.add(new CreateExtension(
                        extension, to.schema(extension.schema()).isEmpty()));
                return;
            }
            if (!old.version().equals(extension.version())) {
                changes.add(new UpdateExtension(extension));
            }
            if (!old.schema().equals(extension.schema())) {
                changes.add(new MoveExtension(extension));
            }
            properties.comment(part, address, old.comment(), extension.comment());
        });
        before.forEach((name, extension) -> {
            if (!after.containsKey(name)) {
                changes.add(new DropExtension(extension));
            }
        });
    }

    private static Map<String, Extension> byName(Lookup side) {
        Map<String, Extension> found = new LinkedHashMap<>();
        side.database().extensions().forEach(extension -> found.put(extension.name(), extension));
        return found;
    }

    private void pair() {
        for (Schema schema : from.database().schemas()) {
            Schema other = to.schema(schema.name()).orElse(null);
            if (other != null && !schema.equals(other)) {
                schema.objects().forEach(this::pair);
            }
        }
        for (OtherObject other : from.database().others()) {
            ObjectName name = ObjectName.of(other);
            to.other(name).filter(now -> !now.equals(other)).ifPresent(now -> others.put(name, new Pair<>(other, now)));
        }
    }

    private void pair(SchemaObject object) {
        ObjectName name = ObjectName.of(object);
        to.object(name)
                .filter(other -> !other.equals(object))
                .ifPresent(other -> pairs.put(name, new Pair<>(object, other)));
    }

    /// Equal objects take part where something on them must be recreated.
    private void addRecreated(Recreation recreation) {
        for (ObjectName name : recreation.objects()) {
            from.object(name)
                    .ifPresent(old -> to.object(name).ifPresent(now -> pairs.putIfAbsent(name, new Pair<>(old, now))));
            from.other(name)
                    .ifPresent(old -> to.other(name).ifPresent(now -> others.putIfAbsent(name, new Pair<>(old, now))));
        }
    }

    private void dropObjects(Recreation recreation) {
        Set<QualifiedName> droppedTables = new LinkedHashSet<>();
        List<SchemaObject> gone = new ArrayList<>();
        for (Schema schema : from.database().schemas()) {
            Schema other = to.schema(schema.name()).orElse(null);
            if (!schema.equals(other)) {
                schema.objects()
                        .filter(object -> to.object(ObjectName.of(object)).isEmpty())
                        .filter(object -> !(object instanceof Table table && goesAside(table, recreation)))
                        .forEach(gone::add);
            }
        }
        for (SchemaObject object : gone) {
            if (object instanceof Table table) {
                droppedTables.add(table.name());
            }
        }
        gone.forEach(object -> drop(object, false));
        new KeyCircles(from, droppedTables).cut().forEach(changes::add);
    }

    /// The rows of a partition whose parent is replaced are copied first; then it goes with the old parent.
    private boolean goesAside(Table table, Recreation recreation) {
        return table.partitionOf() != null
                && from.table(table.partitionOf().parent())
                        .filter(parent -> recreation.contains(parent) || goesAside(parent, recreation))
                        .isPresent();
    }

    private void drop(SchemaObject object, boolean recreated) {
        switch (object) {
            case Table table -> changes.add(new TableChange.DropTable(table));
            case View view -> changes.add(new DropView(view, recreated));
            case Routine routine -> changes.add(new DropRoutine(routine, recreated));
            case Sequence sequence -> {
                if (!goesWithOwner(sequence)) {
                    changes.add(new DropSequence(sequence));
                }
            }
            case EnumType _, DomainType _, CompositeType _ -> changes.add(new DropType(object));
        }
    }

    /// A sequence goes with the column that owns it.
    private boolean goesWithOwner(Sequence sequence) {
        OwningColumn owner = sequence.ownedBy();
        return owner != null
                && to.table(owner.table())
                        .flatMap(table -> table.column(owner.column()))
                        .isEmpty();
    }

    private void createObjects() {
        for (Schema schema : to.database().schemas()) {
            Schema other = from.schema(schema.name()).orElse(null);
            if (!schema.equals(other)) {
                schema.objects()
                        .filter(object -> from.object(ObjectName.of(object)).isEmpty())
                        .forEach(this::create);
            }
        }
    }

    private void create(SchemaObject object) {
        if (object instanceof Sequence sequence && sequence.ownedBy() != null) {
            OwningColumn owner = sequence.ownedBy();
            boolean continues = from.table(owner.table())
                    .flatMap(table -> table.column(owner.column()))
                    .isPresent();
            creation.sequence(sequence, continues);
            properties.of(null, sequence);
        } else {
            creation.object(object);
        }
    }

    private void alterObjects(Recreation recreation) {
        TableDifference tables = new TableDifference(from, to, recreation, changes, properties, creation);
        ViewDifference views = new ViewDifference(recreation, changes, properties, creation);
        TypeDifference types = new TypeDifference(from, recreation, changes, properties, creation);
        for (Pair<SchemaObject> pair : pairs.values()) {
            SchemaObject before = pair.from();
            SchemaObject after = pair.to();
            boolean recreated = recreation.contains(before);
            switch (before) {
                case Table table when after instanceof Table other -> tables.between(table, other, recreated);
                case View view when after instanceof View other && !recreated -> views.between(view, other);
                case Routine routine when after instanceof Routine other && !recreated -> between(routine, other);
                case Sequence sequence when after instanceof Sequence other -> between(sequence, other);
                case EnumType type when after instanceof EnumType other -> types.between(type, other, recreated);
                case DomainType type when after instanceof DomainType other -> types.between(type, other, recreated);
                case CompositeType type
                when after instanceof CompositeType other -> types.between(type, other, recreated);
                case SchemaObject _ -> {
                    drop(before, after.getClass() == before.getClass());
                    creation.object(after);
                }
            }
        }
    }

    private void between(Routine before, Routine after) {
        if (!before.definition().equals(after.definition())) {
            changes.add(new ReplaceRoutine(after));
        }
        properties.of(before, after);
    }

    private void between(Sequence before, Sequence after) {
        if (!before.options().equals(after.options())) {
            changes.add(new SequenceChange.AlterSequence(before, after));
        }
        if (before.unlogged() != after.unlogged()) {
            changes.add(new SequenceChange.SetSequencePersistence(after));
        }
        if (!Objects.equals(before.ownedBy(), after.ownedBy())) {
            if (after.ownedBy() == null || before.ownedBy() != null) {
                changes.add(new SequenceChange.SetOwnedBy(after.ownedByNone(), false));
            }
            creation.own(after, before.owner(), false);
        }
        properties.of(before, after);
    }

    private void otherObjects(Recreation recreation) {
        for (OtherObject other : from.database().others()) {
            ObjectName name = ObjectName.of(other);
            boolean recreated = recreation.contains(Part.whole(name));
            boolean gone = to.other(name).isEmpty();
            if (gone && other.kind().equals(REMARK)) {
                changes.add(new SetComment(Part.whole(name), other.name().substring("on ".length()), null));
            }
            if ((gone || recreated)
                    && other.address() != null
                    && isKnown(to.other(name).orElse(other))) {
                changes.add(new DropOther(other));
            }
        }
        for (OtherObject other : to.database().others()) {
            ObjectName name = ObjectName.of(other);
            boolean recreated = recreation.contains(Part.whole(name));
            boolean fresh = from.other(name).isEmpty();
            boolean said = other.kind().equals(REMARK)
                    && !other.equals(from.other(name).orElse(null));
            if ((fresh && other.definition() != null) || said || (recreated && isKnown(other))) {
                creation.other(other);
            } else if (others.containsKey(name)) {
                properties.of(others.get(name).from(), other);
            }
        }
    }

    /// What has no definition is outside the model: it is never touched.
    private static boolean isKnown(OtherObject other) {
        return other.definition() != null && other.address() != null;
    }
}
