package mana.studio.plan;

import java.util.List;
import java.util.Objects;
import mana.studio.plan.ColumnChange.SetColumnOptions;
import mana.studio.plan.ColumnChange.SetDefault;
import mana.studio.plan.ColumnChange.SetStatistics;
import mana.studio.plan.ColumnChange.SetStorage;
import mana.studio.plan.ViewChange.Refresh;
import mana.studio.plan.ViewChange.ReplaceView;
import mana.studio.plan.ViewChange.SetViewAccessMethod;
import mana.studio.plan.ViewChange.SetViewOptions;
import mana.studio.plan.ViewChange.SetViewTablespace;
import mana.studio.schema.Column;
import mana.studio.schema.Part;
import mana.studio.schema.View;

/// A view that is on both sides and can stay.
final class ViewDifference {
    private final List<Change> changes;
    private final Properties properties;
    private final RelationParts parts;
    private final Recreation recreation;

    ViewDifference(Recreation recreation, List<Change> changes, Properties properties, Creation creation) {
        this.recreation = recreation;
        this.changes = changes;
        this.properties = properties;
        this.parts = new RelationParts(recreation, changes, properties, creation);
    }

    void between(View before, View after) {
        boolean replaced = !before.definition().equals(after.definition());
        if (replaced) {
            changes.add(new ReplaceView(after));
        }
        List<String> kept = replaced ? List.of() : before.options();
        List<String> set = Options.set(replaced ? after.options() : kept, after.options());
        List<String> reset = Options.reset(kept, after.options());
        if (!set.isEmpty() || !reset.isEmpty()) {
            changes.add(new SetViewOptions(after, set, reset));
        }
        if (!Objects.equals(before.tablespace(), after.tablespace())) {
            changes.add(new SetViewTablespace(after));
        }
        if (!Objects.equals(before.accessMethod(), after.accessMethod())) {
            changes.add(new SetViewAccessMethod(after));
        }
        if (before.populated() != after.populated()) {
            changes.add(new Refresh(after));
        }
        for (Column column : after.columns()) {
            Column old = before.columns().stream()
                    .filter(candidate -> candidate.name().equals(column.name()))
                    .findFirst()
                    .orElse(null);
            column(before, after, old, column);
        }
        parts.indexes(before, after, _ -> false);
        parts.triggers(before, after);
        properties.of(before, after);
    }

    private void column(View before, View view, @org.jspecify.annotations.Nullable Column old, Column column) {
        String value = old == null ? null : old.defaultExpression();
        boolean recreated = recreation.contains(Part.of(view.name(), Part.Kind.DEFAULT, column.name()));
        if (recreated && column.defaultExpression() != null) {
            changes.add(new SetDefault(view, column.withDefault(null)));
        }
        if (recreated || !Objects.equals(value, column.defaultExpression())) {
            changes.add(new SetDefault(view, column));
        }
        if (old != null && !Objects.equals(old.statisticsTarget(), column.statisticsTarget())) {
            changes.add(new SetStatistics(view, column));
        }
        if (old != null && !Objects.equals(old.storage(), column.storage())) {
            changes.add(new SetStorage(view, old, column));
        }
        if (old != null && !old.options().equals(column.options())) {
            changes.add(new SetColumnOptions(
                    view, column, column.options(), Options.reset(old.options(), column.options())));
        }
        if (old == null) {
            properties.column(view, column);
        } else {
            properties.column(old, before, view, column);
        }
    }
}
