package mana.studio.plan;

import mana.studio.schema.Table;
import mana.studio.schema.Table.PartitionOf;

/// A table becomes a partition or stops being one; its rows stay where they are.
public sealed interface PartitionChange extends Change {
    record AttachPartition(Table table, PartitionOf partition) implements PartitionChange {}

    record DetachPartition(Table table, PartitionOf partition) implements PartitionChange {}
}
