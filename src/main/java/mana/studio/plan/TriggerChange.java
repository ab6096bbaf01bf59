package mana.studio.plan;

import mana.studio.schema.Relation;
import mana.studio.schema.Trigger;

/// A trigger comes, goes or changes.
public sealed interface TriggerChange extends Change {
    Relation relation();

    Trigger trigger();

    record CreateTrigger(Relation relation, Trigger trigger) implements TriggerChange {}

    /// `CREATE OR REPLACE TRIGGER`, PostgreSQL 14.
    record ReplaceTrigger(Relation relation, Trigger trigger) implements TriggerChange {}

    /// @param relation as it was
    record DropTrigger(Relation relation, Trigger trigger) implements TriggerChange {}

    record SetFiring(Relation relation, Trigger trigger) implements TriggerChange {}
}
