package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// Where a phase works: the models at its ends, and how large the tables are.
///
/// @param before the names of statements are its names
/// @param sizes  by the names of the model before
record Site(Database before, Database after, Map<QualifiedName, RelationSize> sizes, Steps steps) {
    int major() {
        return before.version() / 10_000;
    }

    Forecast forecast() {
        return new Forecast(this);
    }

    /// Whether others use it, and it is not known to be small: what was there before the phase, and has rows.
    boolean isBusy(QualifiedName name) {
        Optional<Relation> relation = before.relation(name);
        return relation.map(found -> switch (found) {
                    case Table table -> table.foreign() == null && family(table).stream().anyMatch(this::isLarge);
                    case View view -> view.materialized() && isLarge(view.name());
                })
                .orElse(false);
    }

    private boolean isLarge(Table table) {
        return !table.isPartitioned() && isLarge(table.name());
    }

    private boolean isLarge(QualifiedName name) {
        RelationSize size = sizes.get(name);
        return size == null || size.rows() < 0 || size.bytes() > steps.options().smallBytes();
    }

    /// The table and all that inherit from it, as they were before; parents first.
    List<Table> family(Table table) {
        List<Table> family = new ArrayList<>(List.of(table));
        for (int at = 0; at < family.size(); at++) {
            family.addAll(children(family.get(at).name()));
        }
        return family;
    }

    /// Those that hold rows.
    List<Table> leaves(QualifiedName name) {
        return before.table(name).map(this::family).orElse(List.of()).stream()
                .filter(table -> !table.isPartitioned() && table.foreign() == null)
                .toList();
    }

    List<Table> children(QualifiedName parent) {
        return before.tables()
                .filter(table -> table.inherits().contains(parent)
                        || (table.partitionOf() != null && table.partitionOf().parent().equals(parent)))
                .toList();
    }
}
