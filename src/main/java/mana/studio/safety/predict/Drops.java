package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mana.studio.safety.predict.Ground.Reference;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// What goes with what is dropped (`dependency.c`): some of it silently, some only with CASCADE.
final class Drops {
    private final Marks marks;
    private final Ground ground;
    private final Footprint footprint;
    /// Relations that the statement drops: what they need from each other is no obstacle.
    private final Set<QualifiedName> doomed = new HashSet<>();

    Drops(Marks marks) {
        this.marks = marks;
        this.ground = marks.ground();
        this.footprint = marks.footprint();
    }

    /// Says beforehand that these are going to be dropped too.
    void doom(List<QualifiedName> relations) {
        doomed.addAll(relations);
    }

    private void depends(boolean cascade, String what, String on) {
        if (!cascade) {
            footprint.refuse("cannot drop " + on + " because other objects depend on it: " + what);
        }
    }

    void relation(Relation relation, boolean cascade) {
        doomed.add(relation.name());
        footprint.lock(Ground.touched(relation), ACCESS_EXCLUSIVE);
        marks.lockIndexes(relation, ACCESS_EXCLUSIVE);
        views(new Uses(ground).views(relation.name()), cascade, relation.name().toString());
        if (relation instanceof Table table) {
            table(table, cascade);
        }
    }

    private void table(Table table, boolean cascade) {
        marks.lockSequences(table, ACCESS_EXCLUSIVE);
        for (ForeignKey key : table.foreignKeys()) {
            marks.lockReferenced(key, ACCESS_EXCLUSIVE);
        }
        for (Reference reference : ground.references(table.name())) {
            if (!doomed.contains(reference.table().name())) {
                depends(
                        cascade,
                        reference.key().name() + " on " + reference.table().name(),
                        table.name().toString());
                marks.lock(reference.table(), ACCESS_EXCLUSIVE);
            }
        }
        for (Table child : ground.descendants(table.name())) {
            if (!doomed.contains(child.name())) {
                if (child.partitionOf() == null) {
                    depends(cascade, child.name().toString(), table.name().toString());
                }
                relation(child, cascade);
            }
        }
        Table.PartitionOf partition = table.partitionOf();
        if (partition != null) {
            marks.lock(partition.parent(), ACCESS_EXCLUSIVE);
            ground.defaultPartition(partition.parent()).ifPresent(other -> marks.lock(other, ACCESS_EXCLUSIVE));
        }
    }

    private void views(List<View> views, boolean cascade, String on) {
        for (View view : views) {
            if (!doomed.contains(view.name())) {
                depends(cascade, "view " + view.name(), on);
                relation(view, cascade);
            }
        }
    }

    void column(Table table, Column column, boolean cascade) {
        String name = table.name() + "." + column.name();
        Uses uses = new Uses(ground);
        marks.lock(table, ACCESS_EXCLUSIVE);
        views(uses.views(table, column.name()), cascade, name);
        uses.generated(table, column.name()).forEach(generated -> {
            if (ground.since(15)) {
                depends(cascade, "column " + generated.name(), name);
            }
            column(table, generated, cascade);
        });
        uses.policies(table, column.name()).forEach(policy -> depends(cascade, "policy " + policy.name(), name));
        uses.triggers(table, column.name()).forEach(trigger -> depends(cascade, "trigger " + trigger.name(), name));
        if (Partitions.keyColumns(table).contains(column.name())) {
            footprint.refuse("cannot drop column " + name + " because it is part of the partition key");
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint.columns().contains(column.name())) {
                constraint(table, constraint, cascade);
            }
        }
        Ground.indexes(table).forEach((index, columns) -> {
            if (columns.contains(column.name())) {
                footprint.lock(Ground.index(index), ACCESS_EXCLUSIVE);
            }
        });
        ground.sequences(table, column)
                .forEach(sequence -> footprint.lock(Ground.sequence(sequence), ACCESS_EXCLUSIVE));
    }

    void constraint(Table table, Constraint constraint, boolean cascade) {
        marks.lock(table, ACCESS_EXCLUSIVE);
        if (constraint instanceof ForeignKey key) {
            marks.lockReferenced(key, ACCESS_EXCLUSIVE);
        }
        if (!Ground.isIndexed(constraint)) {
            return;
        }
        footprint.lock(Ground.index(Ground.inSchemaOf(table, constraint.name())), ACCESS_EXCLUSIVE);
        for (Reference reference : ground.references(table.name())) {
            boolean uses = Set.copyOf(reference.key().referencedColumns()).equals(Set.copyOf(constraint.columns()));
            if (uses && !doomed.contains(reference.table().name())) {
                depends(
                        cascade,
                        reference.key().name() + " on " + reference.table().name(),
                        constraint.name());
                marks.lock(reference.table(), ACCESS_EXCLUSIVE);
            }
        }
    }
}
