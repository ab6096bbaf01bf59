package mana.studio.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mana.studio.plan.ConstraintChange.DropConstraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;

/// Tables that go and refer to each other in a circle: none could be dropped first, so keys within the circle go
/// before.
/// Those of a partitioned table go before too: its partitions may leave it and stay.
final class KeyCircles {
    private final Lookup side;
    private final Set<QualifiedName> tables;

    KeyCircles(Lookup side, Set<QualifiedName> tables) {
        this.side = side;
        this.tables = tables;
    }

    List<Change> cut() {
        List<Change> drops = new ArrayList<>();
        for (QualifiedName name : tables) {
            side.table(name)
                    .ifPresent(table -> keysToCut(table).forEach(key -> drops.add(new DropConstraint(table, key))));
        }
        return drops;
    }

    private List<ForeignKey> keysToCut(Table table) {
        return table.foreignKeys().stream()
                .filter(ForeignKey::local)
                .filter(key -> !key.referencedTable().equals(table.name()))
                .filter(key -> table.isPartitioned() || tables.contains(key.referencedTable()))
                .filter(key -> table.isPartitioned() || reaches(key.referencedTable(), table.name(), new HashSet<>()))
                .toList();
    }

    private boolean reaches(QualifiedName start, QualifiedName target, Set<QualifiedName> seen) {
        if (start.equals(target)) {
            return true;
        }
        return seen.add(start)
                && side.table(start).stream()
                        .flatMap(table -> table.foreignKeys().stream())
                        .map(ForeignKey::referencedTable)
                        .filter(tables::contains)
                        .anyMatch(next -> reaches(next, target, seen));
    }
}
