package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;

/// Which parents a table keeps all the while: only through those do their changes reach it.
final class Heritage {
    private Heritage() {}

    /// The parents before and after. A partition that is to be for other values leaves first and comes back last: in
    /// between it is a table of its own.
    static List<QualifiedName> kept(Table before, Table after) {
        boolean leaves = !Objects.equals(before.partitionOf(), after.partitionOf());
        List<QualifiedName> stay = Lookup.parents(after).toList();
        return leaves
                ? List.of()
                : Lookup.parents(before).filter(stay::contains).toList();
    }

    /// The children that stay children all the while, down to the last.
    static List<QualifiedName> heirs(QualifiedName parent, Lookup from, Lookup to) {
        List<QualifiedName> heirs = new ArrayList<>();
        for (Table child : from.childrenOf(parent)) {
            boolean stays = to.table(child.name())
                    .map(after -> kept(child, after).contains(parent))
                    .orElse(false);
            if (stays) {
                heirs.add(child.name());
                heirs.addAll(heirs(child.name(), from, to));
            }
        }
        return heirs;
    }
}
