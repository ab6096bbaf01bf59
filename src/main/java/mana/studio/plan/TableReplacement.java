package mana.studio.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mana.studio.plan.ConstraintChange.DropConstraint;
import mana.studio.plan.SequenceChange.SetOwnedBy;
import mana.studio.plan.TableChange.CopyRows;
import mana.studio.plan.TableChange.SetAside;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// A table that cannot be altered into what it is to be: the old one steps aside with its partitions, the new one comes
/// and takes the rows.
final class TableReplacement {
    /// Where a table waits whose successor takes its name.
    private static final String ASIDE = "mana_set_aside";

    private final Lookup from;
    private final Lookup to;
    private final Recreation recreation;
    private final List<Change> changes;
    private final Creation creation;
    private final Map<QualifiedName, String> asides = new HashMap<>();
    private int setAside;

    TableReplacement(Lookup from, Lookup to, Recreation recreation, List<Change> changes, Creation creation) {
        this.from = from;
        this.to = to;
        this.recreation = recreation;
        this.changes = changes;
        this.creation = creation;
    }

    /// The old table steps aside, the new one comes and takes its rows.
    void of(Table before, Table after) {
        if (before.foreign() != null || after.foreign() != null) {
            // Rows of a foreign table are elsewhere.
            changes.add(new TableChange.DropTable(before));
            creation.object(after);
            return;
        }
        String root = movesAlong(before, after);
        boolean alone = root == null;
        String aside = root == null ? asides.computeIfAbsent(before.name(), _ -> fresh()) : root;
        List<String> shared = new ArrayList<>();
        for (Column column : after.columns()) {
            boolean plain = column.generated() == null;
            if (plain && before.column(column.name()).isPresent()) {
                shared.add(column.name());
            }
        }
        before.foreignKeys().stream()
                .filter(ForeignKey::local)
                .forEach(key -> changes.add(new DropConstraint(before, key)));
        // What its columns own would go aside with it.
        for (Sequence sequence : from.ownedBy(before.name())) {
            if (to.object(ObjectName.of(sequence)).orElse(null) instanceof Sequence kept) {
                changes.add(new SetOwnedBy(sequence.ownedByNone(), false));
                if (kept.ownedBy() != null) {
                    changes.add(new SetOwnedBy(kept, false));
                }
            }
        }
        changes.add(new SetAside(before, aside, alone));
        partitionsAside(before, aside);
        creation.object(after);
        if (alone) {
            changes.add(new CopyRows(after, before, aside, shared));
        }
    }

    /// The partitions that are no more wait with their parent, until their rows have been copied.
    private void partitionsAside(Table before, String aside) {
        for (Table child : from.childrenOf(before.name())) {
            if (child.partitionOf() != null && to.object(ObjectName.of(child)).isEmpty()) {
                changes.add(new SetAside(child, aside, false));
                partitionsAside(child, aside);
            }
        }
    }

    /// Where the parent of a partition has been set aside that stays its parent; null where it has not: rows are copied
    /// through the topmost parent, which finds the partition for each.
    private @Nullable String movesAlong(Table before, Table after) {
        if (before.partitionOf() == null
                || after.partitionOf() == null
                || !before.partitionOf().parent().equals(after.partitionOf().parent())
                || !recreation.contains(Part.relation(before.partitionOf().parent()))) {
            return null;
        }
        return asides.computeIfAbsent(root(before), _ -> fresh());
    }

    private QualifiedName root(Table table) {
        return table.partitionOf() == null
                        || !recreation.contains(
                                Part.relation(table.partitionOf().parent()))
                ? table.name()
                : from.table(table.partitionOf().parent()).map(this::root).orElse(table.name());
    }

    private String fresh() {
        String aside;
        do {
            aside = ASIDE + (++setAside == 1 ? "" : "_" + setAside);
        } while (from.schema(aside).isPresent());
        return aside;
    }
}
