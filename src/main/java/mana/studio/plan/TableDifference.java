package mana.studio.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mana.studio.plan.ConstraintChange.AddConstraint;
import mana.studio.plan.ConstraintChange.DropConstraint;
import mana.studio.plan.ConstraintChange.SetDeferrability;
import mana.studio.plan.ConstraintChange.ValidateConstraint;
import mana.studio.plan.PartitionChange.AttachPartition;
import mana.studio.plan.PartitionChange.DetachPartition;
import mana.studio.plan.PolicyChange.AlterPolicy;
import mana.studio.plan.PolicyChange.DropPolicy;
import mana.studio.plan.TableChange.ForceRowSecurity;
import mana.studio.plan.TableChange.Inherit;
import mana.studio.plan.TableChange.NoInherit;
import mana.studio.plan.TableChange.SetAccessMethod;
import mana.studio.plan.TableChange.SetForeignOptions;
import mana.studio.plan.TableChange.SetOfType;
import mana.studio.plan.TableChange.SetPersistence;
import mana.studio.plan.TableChange.SetReplicaIdentity;
import mana.studio.plan.TableChange.SetRowSecurity;
import mana.studio.plan.TableChange.SetTableOptions;
import mana.studio.plan.TableChange.SetTablespace;
import mana.studio.plan.TableChange.WithoutCluster;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Index;
import mana.studio.schema.Part;
import mana.studio.schema.Policy;
import mana.studio.schema.Table;
import mana.studio.schema.Table.ReplicaIdentity;

/// A table that is on both sides.
final class TableDifference {
    private final Lookup from;
    private final Lookup to;
    private final Recreation recreation;
    private final List<Change> changes;
    private final Properties properties;
    private final Creation creation;
    private final ColumnDifference columns;
    private final RelationParts parts;
    private final TableReplacement replacement;

    TableDifference(
            Lookup from,
            Lookup to,
            Recreation recreation,
            List<Change> changes,
            Properties properties,
            Creation creation) {
        this.from = from;
        this.to = to;
        this.recreation = recreation;
        this.changes = changes;
        this.properties = properties;
        this.creation = creation;
        this.replacement = new TableReplacement(from, to, recreation, changes, creation);
        this.columns = new ColumnDifference(from, to, recreation, changes, properties, creation);
        this.parts = new RelationParts(recreation, changes, properties, creation);
    }

    void between(Table before, Table after, boolean recreated) {
        if (recreated) {
            replacement.of(before, after);
            return;
        }
        columns.between(before, after);
        constraints(before, after);
        parts.indexes(before, after, index -> goesByItself(before, after, index));
        parts.triggers(before, after);
        policies(before, after);
        inheritance(before, after);
        settings(before, after);
        properties.of(before, after);
    }

    private void constraints(Table before, Table after) {
        for (Constraint constraint : before.constraints()) {
            Constraint other = find(after, constraint.name()).orElse(null);
            boolean again = isRecreated(before, constraint);
            if ((other == null || again) && !goesByItself(before, after, constraint, other != null)) {
                changes.add(new DropConstraint(before, constraint));
            }
        }
        for (Constraint constraint : after.constraints()) {
            Constraint old = find(before, constraint.name()).orElse(null);
            if (old == null || isRecreated(after, constraint)) {
                if (!comesByItself(before, after, constraint)) {
                    changes.add(new AddConstraint(after, constraint));
                    creation.constraintUse(after, constraint);
                }
                properties.constraint(null, after.name(), constraint);
            } else {
                alter(after, old, constraint);
            }
        }
    }

    private boolean isRecreated(Table table, Constraint constraint) {
        return recreation.contains(Part.of(table.name(), Part.Kind.CONSTRAINT, constraint.name()));
    }

    private static Optional<Constraint> find(Table table, String name) {
        return table.constraints().stream()
                .filter(constraint -> constraint.name().equals(name))
                .findFirst();
    }

    /// Whether it goes with a column, or with the parent's.
    private boolean goesByItself(Table before, Table after, Constraint constraint, boolean comesBack) {
        if (!constraint.local() && (staysChild(before, after) || goesWithParents(before, constraint))) {
            return true;
        }
        // An index expression that names a dropped column goes too, a check of several columns as well; but a foreign
        // key
        // is in the way of the column that it refers to, in its own table too.
        return !comesBack
                && !(constraint instanceof ForeignKey key && losesTarget(after, key))
                && goesWithColumns(before, after, Part.of(before.name(), Part.Kind.CONSTRAINT, constraint.name()));
    }

    private static boolean losesTarget(Table after, ForeignKey key) {
        return key.referencedTable().equals(after.name())
                && key.referencedColumns().stream()
                        .anyMatch(column -> after.column(column).isEmpty());
    }

    /// Whether the parent's key of that name is dropped, and takes those of the partitions along before they leave.
    private boolean goesWithParents(Table before, Constraint constraint) {
        return constraint instanceof ForeignKey
                && Lookup.parents(before)
                        .anyMatch(parent -> recreation.contains(Part.relation(parent))
                                || recreation.contains(Part.of(parent, Part.Kind.CONSTRAINT, constraint.name()))
                                || to.table(parent)
                                        .filter(table ->
                                                find(table, constraint.name()).isPresent())
                                        .isEmpty());
    }

    private static boolean comesByItself(Table before, Table after, Constraint constraint) {
        return !constraint.local() && (staysChild(before, after) || after.partitionOf() == null);
    }

    private static boolean staysChild(Table before, Table after) {
        return !Heritage.kept(before, after).isEmpty();
    }

    private boolean goesByItself(Table before, Table after, Index index) {
        if (index.partitionOf() != null && staysChild(before, after)) {
            return true;
        }
        boolean comesBack =
                after.indexes().stream().anyMatch(other -> other.name().equals(index.name()));
        return !comesBack
                && before.indexes().contains(index)
                && goesWithColumns(before, after, Part.of(before.name(), Part.Kind.INDEX, index.name()));
    }

    /// Whether one of the columns goes. Where another changes its type first, waiting for that would be too late.
    private boolean goesWithColumns(Table before, Table after, Part part) {
        List<String> named = from.needs(part).stream()
                .filter(need ->
                        need.kind() == Part.Kind.COLUMN && need.object().name().equals(before.name()))
                .map(Part::name)
                .toList();
        return named.stream().anyMatch(column -> after.column(column).isEmpty())
                && named.stream()
                        .noneMatch(column -> recreation.isRetyped(Part.column(before.name(), column))
                                || recreation.contains(Part.column(before.name(), column)));
    }

    private void alter(Table table, Constraint old, Constraint constraint) {
        switch (constraint) {
            case ForeignKey key
            when old instanceof ForeignKey before -> {
                if (before.deferrability() != key.deferrability()) {
                    changes.add(new SetDeferrability(table, key));
                }
                validate(table, constraint, before.validated() || !key.enforced(), key.validated());
            }
            case Check check
            when old instanceof Check before ->
                validate(table, constraint, before.validated() || !check.enforced(), check.validated());
            case Constraint.PrimaryKey key
            when old instanceof Constraint.PrimaryKey before ->
                backing(table, key.name(), before.backing(), key.backing());
            case Constraint.Unique key
            when old instanceof Constraint.Unique before -> backing(table, key.name(), before.backing(), key.backing());
            case Constraint _ -> {}
        }
        properties.constraint(old, table.name(), constraint);
    }

    private void validate(Table table, Constraint constraint, boolean was, boolean is) {
        if (!was && is && constraint.local()) {
            changes.add(new ValidateConstraint(table, constraint));
        }
    }

    private void backing(Table table, String name, Backing before, Backing after) {
        parts.storage(table, name, before.options(), after.options());
        parts.tablespace(table, name, before.tablespace(), after.tablespace());
        parts.use(
                table,
                name,
                !before.clustered() && after.clustered(),
                !before.replicaIdentity() && after.replicaIdentity());
    }

    private void policies(Table before, Table after) {
        for (Policy policy : before.policies()) {
            boolean stays = find(after.policies(), policy.name()).isPresent();
            if (!stays || recreation.contains(Part.of(before.name(), Part.Kind.POLICY, policy.name()))) {
                changes.add(new DropPolicy(before, policy));
            }
        }
        for (Policy policy : after.policies()) {
            Policy old = find(before.policies(), policy.name()).orElse(null);
            if (old == null || recreation.contains(Part.of(after.name(), Part.Kind.POLICY, policy.name()))) {
                creation.policy(after, policy);
                continue;
            }
            boolean same = old.roles().equals(policy.roles())
                    && Objects.equals(old.using(), policy.using())
                    && Objects.equals(old.check(), policy.check());
            if (!same) {
                changes.add(new AlterPolicy(after, old, policy));
            }
            properties.policy(old, after.name(), policy);
        }
    }

    private static Optional<Policy> find(List<Policy> policies, String name) {
        return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    private void inheritance(Table before, Table after) {
        if (before.partitionOf() != null && !before.partitionOf().equals(after.partitionOf())) {
            changes.add(new DetachPartition(before, before.partitionOf()));
        }
        boolean parentReplaced = after.partitionOf() != null
                && recreation.contains(Part.relation(after.partitionOf().parent()));
        if (after.partitionOf() != null
                && (parentReplaced || !after.partitionOf().equals(before.partitionOf()))) {
            if (parentReplaced && after.partitionOf().equals(before.partitionOf())) {
                changes.add(new DetachPartition(before, after.partitionOf()));
            }
            changes.add(new AttachPartition(after, after.partitionOf()));
        }
        before.inherits().stream()
                .filter(parent -> !after.inherits().contains(parent))
                .forEach(parent -> changes.add(new NoInherit(before, parent)));
        after.inherits().stream()
                .filter(parent -> !before.inherits().contains(parent))
                .forEach(parent -> changes.add(new Inherit(after, parent)));
    }

    private void settings(Table before, Table after) {
        if (before.persistence() != after.persistence()) {
            changes.add(new SetPersistence(after));
        }
        if (!Objects.equals(before.ofType(), after.ofType())) {
            changes.add(new SetOfType(after, after.ofType()));
        }
        List<String> set = Options.set(before.options(), after.options());
        List<String> reset = Options.reset(before.options(), after.options());
        if (!set.isEmpty() || !reset.isEmpty()) {
            changes.add(new SetTableOptions(after, set, reset));
        }
        if (!Objects.equals(before.tablespace(), after.tablespace())) {
            changes.add(new SetTablespace(after));
        }
        if (!Objects.equals(before.accessMethod(), after.accessMethod())) {
            changes.add(new SetAccessMethod(after));
        }
        if (before.rowSecurity().enabled() != after.rowSecurity().enabled()) {
            changes.add(new SetRowSecurity(after, after.rowSecurity().enabled()));
        }
        if (before.rowSecurity().forced() != after.rowSecurity().forced()) {
            changes.add(new ForceRowSecurity(after, after.rowSecurity().forced()));
        }
        if (before.replicaIdentity() != after.replicaIdentity() && after.replicaIdentity() != ReplicaIdentity.INDEX) {
            changes.add(new SetReplicaIdentity(after));
        }
        if (isClustered(before) && !isClustered(after)) {
            changes.add(new WithoutCluster(after));
        }
        if (before.foreign() != null
                && after.foreign() != null
                && !before.foreign().options().equals(after.foreign().options())) {
            changes.add(new SetForeignOptions(
                    after, before.foreign().options(), after.foreign().options()));
        }
    }

    private static boolean isClustered(Table table) {
        return table.indexes().stream().anyMatch(Index::clustered)
                || table.constraints().stream().anyMatch(constraint -> switch (constraint) {
                    case Constraint.PrimaryKey key -> key.backing().clustered();
                    case Constraint.Unique key -> key.backing().clustered();
                    case ForeignKey _, Check _, Constraint.Exclusion _ -> false;
                });
    }
}
