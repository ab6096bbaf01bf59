package mana.studio.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import mana.studio.plan.IndexChange.AttachIndex;
import mana.studio.plan.IndexChange.DropIndex;
import mana.studio.plan.IndexChange.SetIndexOptions;
import mana.studio.plan.IndexChange.SetIndexTablespace;
import mana.studio.plan.TableChange.UseIndex;
import mana.studio.plan.TriggerChange.DropTrigger;
import mana.studio.plan.TriggerChange.ReplaceTrigger;
import mana.studio.plan.TriggerChange.SetFiring;
import mana.studio.schema.Index;
import mana.studio.schema.Part;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;

/// The indexes and triggers of a relation that is on both sides.
final class RelationParts {
    private final Recreation recreation;
    private final List<Change> changes;
    private final Properties properties;
    private final Creation creation;

    RelationParts(Recreation recreation, List<Change> changes, Properties properties, Creation creation) {
        this.recreation = recreation;
        this.changes = changes;
        this.properties = properties;
        this.creation = creation;
    }

    /// @param byItself tells of the indexes that come and go with something else: a dropped column, the parent's index
    void indexes(Relation before, Relation after, Predicate<Index> byItself) {
        for (Index index : before.indexes()) {
            Optional<Index> other = find(after.indexes(), index.name());
            boolean recreated = recreation.contains(Part.of(before.name(), Part.Kind.INDEX, index.name()));
            if ((other.isEmpty() || recreated) && !byItself.test(index)) {
                changes.add(new DropIndex(before, index));
            }
        }
        for (Index index : after.indexes()) {
            Index old = find(before.indexes(), index.name()).orElse(null);
            if (old == null || recreation.contains(Part.of(after.name(), Part.Kind.INDEX, index.name()))) {
                if (byItself.test(index)) {
                    properties.index(null, after.name(), index);
                } else {
                    creation.index(after, index);
                }
            } else {
                alter(after, old, index);
            }
        }
    }

    private static Optional<Index> find(List<Index> indexes, String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    private void alter(Relation relation, Index old, Index index) {
        storage(relation, index.name(), old.options(), index.options());
        tablespace(relation, index.name(), old.tablespace(), index.tablespace());
        use(
                relation,
                index.name(),
                !old.clustered() && index.clustered(),
                !old.replicaIdentity() && index.replicaIdentity());
        if (old.partitionOf() == null && index.partitionOf() != null) {
            changes.add(new AttachIndex(relation, index.name(), index.partitionOf()));
        }
        properties.index(old, relation.name(), index);
    }

    void storage(Relation relation, String index, List<String> before, List<String> after) {
        if (!before.equals(after)) {
            changes.add(new SetIndexOptions(relation, index, Options.set(before, after), Options.reset(before, after)));
        }
    }

    void tablespace(
            Relation relation,
            String index,
            @org.jspecify.annotations.Nullable String before,
            @org.jspecify.annotations.Nullable String after) {
        if (after != null && !Objects.equals(before, after)) {
            changes.add(new SetIndexTablespace(relation, index, after));
        }
    }

    void use(Relation relation, String index, boolean cluster, boolean replicaIdentity) {
        if (relation instanceof Table table && cluster) {
            changes.add(new UseIndex(table, index, true));
        }
        if (relation instanceof Table table && replicaIdentity) {
            changes.add(new UseIndex(table, index, false));
        }
    }

    void triggers(Relation before, Relation after) {
        for (Trigger trigger : before.triggers()) {
            boolean stays = find(after, trigger.name()).isPresent();
            boolean recreated = recreation.contains(Part.of(before.name(), Part.Kind.TRIGGER, trigger.name()));
            if ((!stays || recreated) && !trigger.inherited()) {
                changes.add(new DropTrigger(before, trigger));
            }
        }
        for (Trigger trigger : after.triggers()) {
            Trigger old = find(before, trigger.name()).orElse(null);
            if (old == null || recreation.contains(Part.of(after.name(), Part.Kind.TRIGGER, trigger.name()))) {
                creation.trigger(after, trigger);
            } else {
                alter(after, old, trigger);
            }
        }
    }

    private static Optional<Trigger> find(Relation relation, String name) {
        return relation.triggers().stream()
                .filter(trigger -> trigger.name().equals(name))
                .findFirst();
    }

    private void alter(Relation relation, Trigger old, Trigger trigger) {
        boolean replaced = !old.definition().equals(trigger.definition()) && !trigger.inherited();
        if (replaced) {
            changes.add(new ReplaceTrigger(relation, trigger));
        }
        // A replaced trigger fires as a new one does.
        Trigger.Firing before = replaced ? Trigger.Firing.ORIGIN : old.firing();
        if (before != trigger.firing()) {
            changes.add(new SetFiring(relation, trigger));
        }
        properties.trigger(old, relation.name(), trigger);
    }
}
