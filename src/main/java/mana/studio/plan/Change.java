package mana.studio.plan;

/// One difference between two databases, small enough that PostgreSQL makes it in one go. A closed family: whoever
/// writes, orders, describes or judges changes does it in one exhaustive `switch`.
public sealed interface Change
        permits SchemaChange,
                ExtensionChange,
                TableChange,
                PartitionChange,
                ColumnChange,
                ConstraintChange,
                IndexChange,
                ViewChange,
                RoutineChange,
                TypeChange,
                SequenceChange,
                TriggerChange,
                PolicyChange,
                OtherChange,
                PropertyChange,
                RenameChange {}
