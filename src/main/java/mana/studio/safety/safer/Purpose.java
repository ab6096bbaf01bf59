package mana.studio.safety.safer;

import mana.studio.plan.Change;
import mana.studio.plan.ColumnChange;
import mana.studio.plan.ConstraintChange;
import mana.studio.plan.ExtensionChange;
import mana.studio.plan.IndexChange;
import mana.studio.plan.OtherChange;
import mana.studio.plan.PartitionChange;
import mana.studio.plan.PolicyChange;
import mana.studio.plan.PropertyChange;
import mana.studio.plan.RenameChange;
import mana.studio.plan.RoutineChange;
import mana.studio.plan.SchemaChange;
import mana.studio.plan.SequenceChange;
import mana.studio.plan.TableChange;
import mana.studio.plan.TriggerChange;
import mana.studio.plan.TypeChange;
import mana.studio.plan.ViewChange;

/// What a change is about, in plain words.
final class Purpose {
    private Purpose() {}

    static String of(Change change) {
        return switch (change) {
            case SchemaChange.CreateSchema create -> "New schema " + create.schema().name();
            case SchemaChange.DropSchema drop -> "Drop schema " + drop.schema().name();
            case ExtensionChange _ -> "Change extensions";
            case TableChange.CreateTable create -> "New table " + create.table().name();
            case TableChange.DropTable drop -> "Drop table " + drop.table().name();
            case TableChange table -> "Change table " + table.table().name();
            case PartitionChange.AttachPartition attach -> "Partition " + attach.table().name() + " joins its parent";
            case PartitionChange.DetachPartition detach -> "Partition " + detach.table().name() + " leaves its parent";
            case ColumnChange.AddColumn add -> "New column " + column(add);
            case ColumnChange.DropColumn drop -> "Drop column " + column(drop);
            case ColumnChange.DropNotNull drop ->
                "Column " + column(drop) + " takes NULL, so that code without it can insert";
            case ColumnChange column -> "Change column " + column(column);
            case ConstraintChange.DropConstraint drop ->
                "Drop constraint " + drop.constraint().name() + " of " + drop.table().name();
            case ConstraintChange.ValidateConstraint validate ->
                "Read " + validate.table().name() + " to see that its rows agree with "
                        + validate.constraint().name() + ", while others go on";
            case ConstraintChange constraint ->
                "Constraint " + constraint.constraint().name() + " of " + constraint.table().name();
            case IndexChange.DropIndex drop -> "Drop index " + drop.name() + " of " + drop.relation().name();
            case IndexChange index -> "Index " + index.name() + " of " + index.relation().name();
            case ViewChange view -> "View " + view.view().name();
            case RoutineChange routine -> "Function " + routine.routine().name();
            case TypeChange type -> "Type " + type.type().name();
            case SequenceChange sequence -> "Sequence " + sequence.sequence().name();
            case TriggerChange trigger -> "Trigger " + trigger.trigger().name() + " of " + trigger.relation().name();
            case PolicyChange policy -> "Policy " + policy.policy().name() + " of " + policy.table().name();
            case OtherChange other -> other.object().kind() + " " + other.object().name();
            case PropertyChange property -> "Comment, owner or privileges of " + property.part();
            case RenameChange rename -> "Rename " + renamed(rename);
        };
    }

    private static String renamed(RenameChange change) {
        return switch (change) {
            case RenameChange.RenameSchema schema -> "schema " + schema.from() + " to " + schema.to();
            case RenameChange.RenameObject object -> object.from() + " to " + object.to();
            case RenameChange.MoveObject object -> object.from() + " into schema " + object.toSchema();
            case RenameChange.RenameColumn column ->
                "column " + column.relation() + "." + column.from() + " to " + column.to();
            case RenameChange.RenameConstraint constraint ->
                "constraint " + constraint.from() + " of " + constraint.table() + " to " + constraint.to();
            case RenameChange.RenameIndex index ->
                "index " + index.from() + " of " + index.relation() + " to " + index.to();
            case RenameChange.RenamePart part -> part.from() + " of " + part.relation() + " to " + part.to();
            case RenameChange.RenameEnumValue value ->
                "value " + value.from() + " of " + value.type() + " to " + value.to();
        };
    }

    private static String column(ColumnChange change) {
        return change.relation().name() + "." + change.column().name();
    }
}
