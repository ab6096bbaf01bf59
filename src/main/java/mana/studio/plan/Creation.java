package mana.studio.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mana.studio.ddl.Pieces;
import mana.studio.plan.ColumnChange.AddColumn;
import mana.studio.plan.ColumnChange.SetDefault;
import mana.studio.plan.ConstraintChange.AddConstraint;
import mana.studio.plan.IndexChange.CreateIndex;
import mana.studio.plan.OtherChange.CreateOther;
import mana.studio.plan.PartitionChange.AttachPartition;
import mana.studio.plan.PolicyChange.CreatePolicy;
import mana.studio.plan.RoutineChange.CreateRoutine;
import mana.studio.plan.SchemaChange.CreateSchema;
import mana.studio.plan.SequenceChange.CreateSequence;
import mana.studio.plan.SequenceChange.SetOwnedBy;
import mana.studio.plan.TableChange.CreateTable;
import mana.studio.plan.TableChange.ForceRowSecurity;
import mana.studio.plan.TableChange.SetReplicaIdentity;
import mana.studio.plan.TableChange.SetRowSecurity;
import mana.studio.plan.TableChange.UseIndex;
import mana.studio.plan.TriggerChange.CreateTrigger;
import mana.studio.plan.TriggerChange.SetFiring;
import mana.studio.plan.TypeChange.CreateType;
import mana.studio.plan.ViewChange.CreateView;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Part;
import mana.studio.schema.Policy;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.Table.ReplicaIdentity;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;
import org.jspecify.annotations.Nullable;

/// Whole objects that come: each as the changes that make it and everything on it.
final class Creation {
    private final Lookup from;
    private final Lookup to;
    private final List<Change> changes;
    private final Properties properties;

    Creation(Lookup from, Lookup to, List<Change> changes, Properties properties) {
        this.from = from;
        this.to = to;
        this.changes = changes;
        this.properties = properties;
    }

    void schema(Schema schema) {
        changes.add(new CreateSchema(schema));
        properties.of(null, schema);
    }

    void object(SchemaObject object) {
        switch (object) {
            case Table table -> table(table);
            case View view -> view(view);
            case Routine routine -> changes.add(new CreateRoutine(routine));
            case Sequence sequence -> sequence(sequence, false);
            case EnumType type -> changes.add(new CreateType(type));
            case DomainType type -> {
                changes.add(new CreateType(type));
                type.checks().forEach(check -> properties.check(null, type, check));
            }
            case CompositeType type -> {
                changes.add(new CreateType(type));
                type.attributes().forEach(attribute -> properties.attribute(null, type, attribute));
            }
        }
        properties.of(null, object);
    }

    void other(OtherObject object) {
        changes.add(new CreateOther(object));
        properties.of(null, object);
    }

    /// @param continues whether the column that owns it has rows
    void sequence(Sequence sequence, boolean continues) {
        changes.add(new CreateSequence(sequence));
        own(sequence, null, continues);
    }

    /// Gives a sequence to its column. It must have the table's owner by then; with the table it changes that later.
    ///
    /// @param owner whose it is; null for one that is new
    void own(Sequence sequence, @Nullable String owner, boolean continues) {
        if (sequence.ownedBy() != null) {
            from.table(sequence.ownedBy().table()).ifPresent(table -> properties.hand(sequence, owner, table.owner()));
            changes.add(new SetOwnedBy(sequence, continues));
        }
    }

    private void table(Table table) {
        List<Column> columns = new ArrayList<>();
        List<Column> later = new ArrayList<>();
        for (Column column : table.columns()) {
            Part part = Part.column(table.name(), column.name());
            Part value = Part.of(table.name(), Part.Kind.DEFAULT, column.name());
            if (column.generated() != null && leadsBack(part, table)) {
                later.add(column);
            } else if (column.defaultExpression() != null && leadsBack(value, table)) {
                columns.add(named(table, column).withDefault(null));
                changes.add(new SetDefault(table, column));
            } else {
                columns.add(named(table, column));
            }
        }
        changes.add(new CreateTable(table.with(columns, inside(table))));
        later.forEach(column -> changes.add(new AddColumn(table, column, false)));
        for (Constraint constraint : table.constraints()) {
            if (isWritten(table, constraint)) {
                if (!inside(table).contains(constraint)) {
                    changes.add(new AddConstraint(table, constraint));
                }
                constraintUse(table, constraint);
                properties.constraint(null, table.name(), constraint);
            }
        }
        table.indexes().forEach(index -> index(table, index));
        table.triggers().forEach(trigger -> trigger(table, trigger));
        table.policies().forEach(policy -> policy(table, policy));
        settings(table);
        table.columns().forEach(column -> properties.column(table, column));
        if (table.partitionOf() != null) {
            changes.add(new AttachPartition(table, table.partitionOf()));
        }
    }

    /// The server gives a NOT NULL another name where a table of the schema has a constraint of the usual one
    /// (`ChooseConstraintName` in pg_constraint.c); said, the name is the usual one all the same. PostgreSQL 18.
    Column named(Table table, Column column) {
        Column.NotNull notNull = column.notNull();
        if (from.version() < 18 || notNull == null || notNull.constraintName() != null) {
            return column;
        }
        String usual = Pieces.notNullName(column, table.name());
        String schema = table.name().schema();
        return from.namesNotNull(schema, usual) || to.namesNotNull(schema, usual)
                ? column.withNotNull(new Column.NotNull(
                        usual, notNull.validated(), notNull.noInherit(), notNull.local(), notNull.comment()))
                : column;
    }

    private void settings(Table table) {
        if (table.rowSecurity().enabled()) {
            changes.add(new SetRowSecurity(table, true));
        }
        if (table.rowSecurity().forced()) {
            changes.add(new ForceRowSecurity(table, true));
        }
        if (table.replicaIdentity() == ReplicaIdentity.FULL || table.replicaIdentity() == ReplicaIdentity.NOTHING) {
            changes.add(new SetReplicaIdentity(table));
        }
    }

    /// The constraints that stand in CREATE TABLE.
    private List<Constraint> inside(Table table) {
        return table.constraints().stream()
                .filter(constraint -> isWritten(table, constraint)
                        && !(constraint instanceof Constraint.ForeignKey)
                        && !leadsBack(Part.of(table.name(), Part.Kind.CONSTRAINT, constraint.name()), table)
                        && !Pieces.isAddedLater(constraint, table.constraints()))
                .toList();
    }

    /// A child has its parent's constraints anyway; a partition has them before it is attached.
    static boolean isWritten(Table table, Constraint constraint) {
        return constraint.local() || table.partitionOf() != null;
    }

    void constraintUse(Table table, Constraint constraint) {
        Backing backing = switch (constraint) {
            case Constraint.PrimaryKey key -> key.backing();
            case Constraint.Unique key -> key.backing();
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> Backing.PLAIN;
        };
        use(table, constraint.name(), backing.clustered(), backing.replicaIdentity());
    }

    private void use(Relation relation, String index, boolean clustered, boolean replicaIdentity) {
        if (relation instanceof Table table && clustered) {
            changes.add(new UseIndex(table, index, true));
        }
        if (relation instanceof Table table && replicaIdentity) {
            changes.add(new UseIndex(table, index, false));
        }
    }

    void index(Relation relation, Index index) {
        changes.add(new CreateIndex(relation, index));
        use(relation, index.name(), index.clustered(), index.replicaIdentity());
        properties.index(null, relation.name(), index);
    }

    void trigger(Relation relation, Trigger trigger) {
        if (!trigger.inherited()) {
            changes.add(new CreateTrigger(relation, trigger));
        }
        if (trigger.firing() != Trigger.Firing.ORIGIN) {
            changes.add(new SetFiring(relation, trigger));
        }
        properties.trigger(null, relation.name(), trigger);
    }

    void policy(Table table, Policy policy) {
        changes.add(new CreatePolicy(table, policy));
        properties.policy(null, table.name(), policy);
    }

    void view(View view) {
        changes.add(new CreateView(view));
        for (Column column : view.columns()) {
            if (column.defaultExpression() != null) {
                changes.add(new SetDefault(view, column));
            }
            properties.column(view, column);
        }
        view.indexes().forEach(index -> index(view, index));
        view.triggers().forEach(trigger -> trigger(view, trigger));
    }

    /// Whether what a part needs leads back to its own table: a default that calls a function that takes the table's
    /// rows.
    private boolean leadsBack(Part part, Table table) {
        ObjectName home = ObjectName.of(table);
        Set<Part> seen = new HashSet<>();
        Deque<Part> open = new ArrayDeque<>();
        to.needs(part).stream().filter(need -> !need.object().equals(home)).forEach(open::add);
        while (!open.isEmpty()) {
            Part next = open.pop();
            if (seen.add(next)) {
                for (Part need : to.needs(next)) {
                    if (need.object().equals(home)) {
                        return true;
                    }
                    open.push(need);
                }
            }
        }
        return false;
    }
}
