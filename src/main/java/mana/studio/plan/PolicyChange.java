package mana.studio.plan;

import mana.studio.schema.Policy;
import mana.studio.schema.Table;

/// A row-level security policy comes, goes or changes.
public sealed interface PolicyChange extends Change {
    Table table();

    Policy policy();

    record CreatePolicy(Table table, Policy policy) implements PolicyChange {}

    /// Its roles or expressions; what it is for stays.
    record AlterPolicy(Table table, Policy old, Policy policy) implements PolicyChange {}

    /// @param table as it was
    record DropPolicy(Table table, Policy policy) implements PolicyChange {}
}
