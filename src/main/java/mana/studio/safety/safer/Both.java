package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Part;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;

/// Where the phase *migrate* leads: all of the goal, and beside it what the goal no longer has, so that code of both
/// schemas runs. What cannot stand beside the goal is left out, and so goes early.
final class Both {
    private final Database before;
    private final Database goal;
    private final Draft draft;
    private final Set<ObjectName> objects = new HashSet<>();
    private final Set<Part> parts = new HashSet<>();

    private Both(Database before, Database goal) {
        this.before = before;
        this.goal = goal;
        this.draft = new Draft(goal);
    }

    static Database of(Database before, Database goal) {
        Both both = new Both(before, goal);
        both.keepObjects();
        both.keepUsers();
        both.goal.tables().forEach(table -> both.before.table(table.name())
                .filter(old -> Objects.equals(old.partitionKey(), table.partitionKey()))
                .ifPresent(old -> both.keepParts(old, table)));
        both.keepUsers();
        both.keepOthers();
        both.before.dependencies().stream()
                .filter(one -> both.objects.contains(one.dependent().object())
                        || both.parts.contains(one.dependent()))
                .forEach(both.draft::put);
        return both.draft.database();
    }

    private void keepObjects() {
        before.extensions().forEach(draft::put);
        for (Schema schema : before.schemas()) {
            draft.put(schema);
            schema.objects().forEach(this::keep);
        }
    }

    private void keepOthers() {
        for (OtherObject other : before.others()) {
            if (!draft.has(ObjectName.of(other)) && other.definition() != null && stands(ObjectName.of(other))) {
                draft.put(other);
                objects.add(ObjectName.of(other));
            }
        }
    }

    private void keep(SchemaObject object) {
        ObjectName name = ObjectName.of(object);
        boolean named = object instanceof Relation || object instanceof Sequence;
        boolean taken = draft.has(name) || (named && isTaken(object.name()));
        if (taken || object instanceof View) {
            return;
        }
        if (object instanceof Routine) {
            return;
        }
        draft.put(object instanceof Table table ? withSoundKeys(table) : object);
        objects.add(name);
    }

    /// Whether it may be the same function by other names of its arguments.
    private boolean hasNamesake(Routine routine) {
        return goal.schema(routine.name().schema()).stream()
                .flatMap(schema -> schema.routines().stream())
                .anyMatch(other -> other.name().equals(routine.name()));
    }

    /// Tables, views, sequences and indexes share their names.
    private boolean isTaken(QualifiedName name) {
        return goal.schema(name.schema()).stream()
                        .flatMap(Schema::relations)
                        .anyMatch(relation -> takes(relation, name.name()))
                || goal.tables()
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(column -> column.identity() != null
                                && column.identity().sequence().equals(name));
    }

    private static boolean takes(Relation relation, String name) {
        return relation.name().name().equals(name)
                || relation.indexes().stream().anyMatch(index -> index.name().equals(name))
                || (relation instanceof Table table
                        && table.constraints().stream().anyMatch(one -> one.name().equals(name)));
    }

    /// Foreign keys stay where what they refer to is still a key.
    private Table withSoundKeys(Table table) {
        return table.with(
                table.columns(),
                table.constraints().stream()
                        .filter(constraint -> !(constraint instanceof ForeignKey key) || isSound(key))
                        .toList());
    }

    private boolean isSound(ForeignKey key) {
        Table now = goal.table(key.referencedTable()).orElse(null);
        Table old = before.table(key.referencedTable()).orElse(null);
        if (now == null || old == null) {
            return now == null;
        }
        boolean isKey = now.constraints().stream()
                .anyMatch(one -> (one instanceof Constraint.PrimaryKey || one instanceof Constraint.Unique)
                        && Set.copyOf(one.columns()).equals(Set.copyOf(key.referencedColumns())));
        return isKey && key.referencedColumns().stream().allMatch(name -> sameType(old, now, name));
    }

    private static boolean sameType(Table old, Table now, String column) {
        return old.column(column).map(Column::type).equals(now.column(column).map(Column::type));
    }

    private void keepParts(Table old, Table now) {
        List<Column> columns = new ArrayList<>(now.columns());
        Set<String> kept = new HashSet<>();
        for (Column column : old.columns()) {
            if (now.column(column.name()).isEmpty() && old.ofType() == null && now.ofType() == null) {
                columns.add(relaxed(column));
                kept.add(column.name());
                parts.add(Part.column(old.name(), column.name()));
                parts.add(Part.of(old.name(), Part.Kind.DEFAULT, column.name()));
            }
        }
        List<Constraint> constraints = new ArrayList<>(now.constraints());
        for (Constraint constraint : old.constraints()) {
            if (constraints.stream().noneMatch(one -> one.name().equals(constraint.name()))
                    && constraint.columns().stream().anyMatch(kept::contains)
                    && isKept(constraint)) {
                constraints.add(constraint);
                parts.add(Part.of(old.name(), Part.Kind.CONSTRAINT, constraint.name()));
            }
        }
        Table changed = now.with(columns, constraints);
        draft.put(Draft.with(
                changed,
                constraints,
                indexes(old, changed, kept),
                triggers(old, changed),
                policies(old, changed)));
    }

    /// Code that no longer knows the column must be able to insert.
    private static Column relaxed(Column column) {
        boolean fillsItself =
                column.defaultExpression() != null || column.identity() != null || column.generated() != null;
        return fillsItself ? column : column.withNotNull(null);
    }

    private boolean isKept(Constraint constraint) {
        return switch (constraint) {
            case ForeignKey key -> isSound(key);
            case Constraint.Unique _ -> true;
            case Constraint.PrimaryKey _, Constraint.Check _, Constraint.Exclusion _ -> false;
        };
    }

    /// Plain indexes serve old code until it is gone; a unique one may be in the way of the new, unless it is about a
    /// column that goes as well.
    private List<Index> indexes(Table old, Table now, Set<String> kept) {
        List<Index> indexes = new ArrayList<>(now.indexes());
        for (Index index : old.indexes()) {
            List<String> columns = index.keys().stream()
                    .map(Index.Key::column)
                    .filter(Objects::nonNull)
                    .toList();
            boolean taken = isTaken(new QualifiedName(old.name().schema(), index.name()));
            boolean whole = columns.size() == index.keys().size() && index.predicate() == null;
            boolean stands = columns.stream().allMatch(name -> sameType(old, now, name));
            boolean harmless = !index.unique() || columns.stream().anyMatch(kept::contains);
            if (!taken && whole && stands && harmless && index.valid() && index.partitionOf() == null
                    && now.partitionKey() == null) {
                indexes.add(Reshaped.plain(index));
                parts.add(Part.of(old.name(), Part.Kind.INDEX, index.name()));
            }
        }
        return indexes;
    }

    private List<Trigger> triggers(Table old, Table now) {
        List<Trigger> triggers = new ArrayList<>(now.triggers());
        for (Trigger trigger : old.triggers()) {
            Part part = Part.of(old.name(), Part.Kind.TRIGGER, trigger.name());
            if (now.triggers().stream().noneMatch(one -> one.name().equals(trigger.name())) && stands(part)) {
                triggers.add(trigger);
                parts.add(part);
            }
        }
        return triggers;
    }

    private List<Policy> policies(Table old, Table now) {
        List<Policy> policies = new ArrayList<>(now.policies());
        for (Policy policy : old.policies()) {
            Part part = Part.of(old.name(), Part.Kind.POLICY, policy.name());
            if (now.policies().stream().noneMatch(one -> one.name().equals(policy.name())) && stands(part)) {
                policies.add(policy);
                parts.add(part);
            }
        }
        return policies;
    }

    /// A view or function stays where all that it uses stays as it is; one may use another.
    private void keepUsers() {
        boolean found = true;
        while (found) {
            found = false;
            for (Schema schema : before.schemas()) {
                for (SchemaObject user : Stream.concat(schema.views().stream(), schema.routines().stream()).toList()) {
                    ObjectName name = ObjectName.of(user);
                    boolean free = user instanceof Routine routine ? !hasNamesake(routine) : !isTaken(user.name());
                    if (!draft.has(name) && free && stands(name)) {
                        draft.put(user);
                        objects.add(name);
                        found = true;
                    }
                }
            }
        }
    }

    private boolean stands(ObjectName object) {
        return before.dependencies().stream()
                .filter(one -> one.dependent().object().equals(object))
                .map(Dependency::on)
                .allMatch(this::isUnchanged);
    }

    private boolean stands(Part dependent) {
        return before.dependencies().stream()
                .filter(one -> one.dependent().equals(dependent))
                .map(Dependency::on)
                .allMatch(this::isUnchanged);
    }

    private boolean isUnchanged(Part part) {
        if (part.object().kind() == ObjectName.Kind.ROUTINE) {
            return draft.has(part.object()) || before.schema(part.object().name().schema()).isEmpty();
        }
        Relation old = before.relation(part.object().name()).orElse(null);
        if (old == null || part.object().kind() != ObjectName.Kind.RELATION) {
            return true;
        }
        if (!draft.has(part.object())) {
            return false;
        }
        return part.kind() != Part.Kind.COLUMN
                || now(part.object().name())
                        .map(relation -> column(relation, part.name()).equals(column(old, part.name())))
                        .orElse(false);
    }

    private Optional<Relation> now(QualifiedName name) {
        return draft.table(name)
                .map(Relation.class::cast)
                .or(() -> goal.relation(name))
                .or(() -> before.relation(name));
    }

    private static Optional<DataType> column(Relation relation, String name) {
        return relation.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(Column::type)
                .findFirst();
    }
}
