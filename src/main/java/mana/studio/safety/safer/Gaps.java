package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mana.studio.plan.Change;
import mana.studio.plan.ColumnChange;
import mana.studio.plan.ConstraintChange;
import mana.studio.plan.IndexChange;
import mana.studio.plan.OtherChange;
import mana.studio.plan.PartitionChange;
import mana.studio.plan.PolicyChange;
import mana.studio.plan.RenameChange;
import mana.studio.plan.RoutineChange;
import mana.studio.plan.TableChange;
import mana.studio.plan.TriggerChange;
import mana.studio.plan.TypeChange;
import mana.studio.plan.ViewChange;
import mana.studio.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/// Where something goes and comes back, nobody is to see it missing: all that lies between the two is one transaction.
final class Gaps {
    private Gaps() {}

    /// @param begin the index of the first change
    /// @param end   after the last
    record Group(int begin, int end) {
        int size() {
            return end - begin;
        }
    }

    /// All changes in order, each in one group.
    static List<Group> of(List<Change> changes) {
        Map<String, Integer> opened = new HashMap<>();
        int[] reach = new int[changes.size()];
        for (int at = 0; at < changes.size(); at++) {
            reach[at] = Math.max(reach[at], at);
            String closes = closes(changes.get(at));
            Integer begin = closes == null ? null : opened.get(closes);
            if (begin != null) {
                reach[begin] = at;
            }
            String opens = opens(changes.get(at));
            if (opens != null) {
                opened.putIfAbsent(opens, at);
            }
        }
        List<Group> groups = new ArrayList<>();
        int begin = 0;
        while (begin < reach.length) {
            int last = reach[begin];
            for (int at = begin; at <= last; at++) {
                last = Math.max(last, reach[at]);
            }
            groups.add(new Group(begin, last + 1));
            begin = last + 1;
        }
        return groups;
    }

    /// Whether two changes take something away and bring it back.
    static boolean isPair(Change first, Change second) {
        String opens = opens(first);
        return opens != null && Objects.equals(opens, closes(second));
    }

    private static @Nullable String opens(Change change) {
        return switch (change) {
            case ViewChange.DropView drop -> "view " + drop.view().name();
            case RoutineChange.DropRoutine drop -> "routine " + drop.routine().name();
            case TriggerChange.DropTrigger drop -> "trigger " + drop.relation().name() + "." + drop.trigger().name();
            case PolicyChange.DropPolicy drop -> "policy " + drop.table().name() + "." + drop.policy().name();
            case ConstraintChange.DropConstraint drop ->
                "constraint " + drop.table().name() + "." + drop.constraint().name();
            case IndexChange.DropIndex drop -> "index " + drop.relation().name() + "." + drop.name();
            case ColumnChange.DropColumn drop -> "column " + drop.relation().name() + "." + drop.column().name();
            case ColumnChange.DropNotNull drop -> "not null " + drop.relation().name() + "." + drop.column().name();
            case ColumnChange.DropIdentity drop -> "counting " + drop.relation().name() + "." + drop.column().name();
            case ColumnChange.SetDefault set when set.column().defaultExpression() == null ->
                "counting " + set.relation().name() + "." + set.column().name();
            case TypeChange.RetireType retire -> "type " + retire.type().name();
            case TableChange.SetAside aside -> "rows " + aside.table().name();
            case PartitionChange.DetachPartition detach -> "partition " + detach.table().name();
            case OtherChange.DropOther drop -> "other " + ObjectName.of(drop.object());
            case RenameChange.MoveObject move -> "move " + move.toSchema() + "." + move.from().name();
            default -> null;
        };
    }

    private static @Nullable String closes(Change change) {
        return switch (change) {
            case ViewChange.CreateView create -> "view " + create.view().name();
            case RoutineChange.CreateRoutine create -> "routine " + create.routine().name();
            case TriggerChange.CreateTrigger create ->
                "trigger " + create.relation().name() + "." + create.trigger().name();
            case PolicyChange.CreatePolicy create -> "policy " + create.table().name() + "." + create.policy().name();
            case ConstraintChange.AddConstraint add ->
                "constraint " + add.table().name() + "." + add.constraint().name();
            case IndexChange.CreateIndex create -> "index " + create.relation().name() + "." + create.name();
            case ColumnChange.AddColumn add -> "column " + add.relation().name() + "." + add.column().name();
            case ColumnChange.SetNotNull set -> "not null " + set.relation().name() + "." + set.column().name();
            case ColumnChange.AddIdentity add -> "counting " + add.relation().name() + "." + add.column().name();
            case ColumnChange.SetDefault set when set.column().defaultExpression() != null ->
                "counting " + set.relation().name() + "." + set.column().name();
            case TypeChange.DropRetiredType drop -> "type " + drop.type().name();
            case TableChange.CopyRows copy -> "rows " + copy.table().name();
            case PartitionChange.AttachPartition attach -> "partition " + attach.table().name();
            case OtherChange.CreateOther create -> "other " + ObjectName.of(create.object());
            case RenameChange.RenameObject rename -> "move " + rename.from();
            default -> null;
        };
    }
}
