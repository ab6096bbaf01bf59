package mana.studio.plan;

import java.util.Objects;
import mana.studio.plan.PropertyChange.ChangePrivileges;
import mana.studio.plan.PropertyChange.SetComment;
import mana.studio.plan.PropertyChange.SetOwner;
import mana.studio.schema.ObjectName;

/// Where a change stands among those that do not need each other: what makes way first, then what comes, then what
/// goes, last what is said of things.
final class Rank {
    /// From here on nothing is made that a function's body could mean.
    static final int LATE = 200;

    private Rank() {}

    static int of(Change change) {
        return switch (change) {
            case RenameChange.RenameConstraint _ -> 42;
            case RenameChange _ -> 0;
            case SchemaChange.CreateSchema _ -> 10;
            case ExtensionChange.DropExtension _ -> 290;
            case ExtensionChange _ -> 15;
            case PolicyChange.DropPolicy _ -> 20;
            case TriggerChange.DropTrigger _ -> 21;
            case OtherChange.DropOther _ -> 22;
            case ViewChange.DropView _ -> 25;
            case ConstraintChange.DropConstraint _ -> 30;
            case IndexChange.DropIndex _ -> 31;
            case RoutineChange.DropRoutine drop -> drop.recreated() ? 35 : 280;
            case PartitionChange.DetachPartition _ -> 40;
            case TableChange.NoInherit _ -> 41;
            case TableChange.SetAside _ -> 45;
            case TypeChange.RetireType _ -> 50;
            case TypeChange.DropDomainCheck _ -> 51;
            case TypeChange.CreateType _ -> 60;
            case TypeChange.DropType _ -> 285;
            case TypeChange.DropRetiredType _ -> 284;
            case TypeChange _ -> 65;
            case SequenceChange.CreateSequence _ -> 70;
            case SequenceChange.DropSequence _ -> 270;
            case SequenceChange.SetOwnedBy _ -> 150;
            case SequenceChange _ -> 75;
            case RoutineChange.ReplaceRoutine _ -> 80;
            case RoutineChange.CreateRoutine _ -> 82;
            case TableChange.CreateTable _ -> 90;
            case ColumnChange.DropColumn _ -> 260;
            case ColumnChange.DropIdentity _ -> 100;
            case ColumnChange.SetDefault set -> set.column().defaultExpression() == null ? 101 : 111;
            case ColumnChange.AddColumn _ -> 102;
            case ColumnChange.SetType _ -> 105;
            case ColumnChange.SetNotNull _, ColumnChange.DropNotNull _ -> 112;
            case ColumnChange _ -> 113;
            case TableChange.CopyRows _ -> 120;
            case ConstraintChange.AddConstraint add ->
                add.constraint() instanceof mana.studio.schema.Constraint.ForeignKey ? 140 : 130;
            case IndexChange.CreateIndex _ -> 135;
            case ConstraintChange _ -> 145;
            case IndexChange _ -> 146;
            case PartitionChange.AttachPartition _ -> 155;
            case TableChange.Inherit _ -> 156;
            case ViewChange _ -> 160;
            case OtherChange.CreateOther create ->
                switch (create.object().kind()) {
                    // They change what comes after them.
                    case "default privileges" -> 330;
                    case "comment", "extension dependency" -> 305;
                    case "event trigger" -> 340;
                    case "statistics", "publication", "rule" -> 170;
                    default -> 68;
                };
            case TriggerChange _ -> 180;
            case PolicyChange _ -> 185;
            case TableChange.DropTable _ -> 265;
            case TableChange _ -> 190;
            case SchemaChange.DropSchema _ -> 295;
            case SetComment _ -> 300;
            case SetOwner _ -> 310;
            case ChangePrivileges _ -> 320;
        };
    }

    static String name(Change change) {
        return switch (change) {
            case RenameChange rename -> rename.toString();
            case SchemaChange.CreateSchema create -> create.schema().name();
            case SchemaChange.DropSchema drop -> drop.schema().name();
            case ExtensionChange.CreateExtension create -> create.extension().name();
            case ExtensionChange.DropExtension drop -> drop.extension().name();
            case ExtensionChange.UpdateExtension update -> update.extension().name();
            case ExtensionChange.MoveExtension move -> move.extension().name();
            case TableChange table -> table.table().name().toString();
            case PartitionChange.AttachPartition attach -> attach.table().name().toString();
            case PartitionChange.DetachPartition detach -> detach.table().name().toString();
            case ColumnChange column -> column.relation().name().toString();
            case ConstraintChange constraint ->
                constraint.table().name() + " " + constraint.constraint().name();
            case IndexChange index -> index.relation().name() + " " + index.name();
            case ViewChange view -> view.view().name().toString();
            case RoutineChange routine -> ObjectName.of(routine.routine()).toString();
            case TypeChange type -> type.type().name().toString();
            case SequenceChange sequence -> sequence.sequence().name().toString();
            case TriggerChange trigger ->
                trigger.relation().name() + " " + trigger.trigger().name();
            case PolicyChange policy ->
                policy.table().name() + " " + policy.policy().name();
            case OtherChange other ->
                Objects.toString(other.object().schema(), "") + " "
                        + other.object().name();
            case PropertyChange property -> property.part().object().name().toString();
        };
    }
}
