package mana.studio.plan;

import java.util.List;
import java.util.Objects;
import mana.studio.plan.ColumnChange.AddColumn;
import mana.studio.plan.ColumnChange.AddIdentity;
import mana.studio.plan.ColumnChange.AlterIdentity;
import mana.studio.plan.ColumnChange.DropColumn;
import mana.studio.plan.ColumnChange.DropExpression;
import mana.studio.plan.ColumnChange.DropIdentity;
import mana.studio.plan.ColumnChange.SetColumnOptions;
import mana.studio.plan.ColumnChange.SetCompression;
import mana.studio.plan.ColumnChange.SetDefault;
import mana.studio.plan.ColumnChange.SetExpression;
import mana.studio.plan.ColumnChange.SetForeignColumnOptions;
import mana.studio.plan.ColumnChange.SetNotNull;
import mana.studio.plan.ColumnChange.SetStatistics;
import mana.studio.plan.ColumnChange.SetStorage;
import mana.studio.plan.ColumnChange.SetType;
import mana.studio.schema.Column;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;

/// The columns of one table that is on both sides.
final class ColumnDifference {
    private final Lookup from;
    private final Lookup to;
    private final Recreation recreation;
    private final List<Change> changes;
    private final Properties properties;
    private final Creation creation;
    private final NotNullDifference notNulls;

    ColumnDifference(
            Lookup from,
            Lookup to,
            Recreation recreation,
            List<Change> changes,
            Properties properties,
            Creation creation) {
        this.creation = creation;
        this.from = from;
        this.to = to;
        this.recreation = recreation;
        this.changes = changes;
        this.properties = properties;
        this.notNulls = new NotNullDifference(from, to, changes, creation);
    }

    /// Whether the type itself changes.
    static boolean isRetyped(Column before, Column after) {
        return !before.type().equals(after.type()) || !Objects.equals(before.collation(), after.collation());
    }

    void between(Table before, Table after) {
        for (Column column : before.columns()) {
            boolean gone = after.column(column.name()).isEmpty();
            if (gone && !isTyped(before, after) && !goesWithParent(before, after, column)) {
                changes.add(new DropColumn(before, column, false));
            }
        }
        for (Column column : after.columns()) {
            Column old = before.column(column.name()).orElse(null);
            if (old == null) {
                if (isTyped(before, after)) {
                    typed(after, column);
                } else if (comesWithParent(before, after, column) && !column.local()) {
                    inherited(before, after, column);
                } else {
                    changes.add(new AddColumn(after, creation.named(after, column), false));
                }
                properties.column(after, column);
            } else if (recreation.contains(Part.column(after.name(), column.name()))) {
                boolean computed = old.generated() != null && column.generated() != null;
                if (!comesWithParent(after)) {
                    changes.add(new DropColumn(before, old, computed));
                    changes.add(new AddColumn(after, creation.named(after, column), true));
                }
                properties.column(after, column);
            } else {
                alter(before, after, old, column);
                properties.column(old, before, after, column);
            }
        }
    }

    /// A column that the parent's ADD COLUMN brings, as far as the child has it otherwise.
    private void inherited(Table before, Table after, Column column) {
        Column parents = Heritage.kept(before, after).stream()
                .flatMap(parent -> to.table(parent).stream())
                .flatMap(parent -> parent.column(column.name()).stream())
                .findFirst()
                .orElse(column);
        if (!Objects.equals(parents.defaultExpression(), column.defaultExpression())) {
            changes.add(new SetDefault(after, column));
        }
        if (column.isNotNull() && !parents.isNotNull()) {
            changes.add(new SetNotNull(after, creation.named(after, column)));
        }
    }

    /// The columns of a table made OF a type come and go with the type's attributes.
    private static boolean isTyped(Table before, Table after) {
        return after.ofType() != null && after.ofType().equals(before.ofType());
    }

    private void typed(Table table, Column column) {
        if (column.defaultExpression() != null) {
            changes.add(new SetDefault(table, column));
        }
        if (column.isNotNull()) {
            changes.add(new SetNotNull(table, creation.named(table, column)));
        }
    }

    /// Whether the parent, that stays the parent, drops or adds the column for its children too.
    private boolean goesWithParent(Table before, Table after, Column column) {
        return !column.local()
                && Heritage.kept(before, after).stream()
                        .anyMatch(parent -> isIn(from, parent, column) && !isIn(to, parent, column));
    }

    private boolean comesWithParent(Table before, Table after, Column column) {
        return Heritage.kept(before, after).stream()
                .anyMatch(parent -> isIn(to, parent, column) && !isIn(from, parent, column));
    }

    private static boolean comesWithParent(Table after) {
        return Lookup.parents(after).findAny().isPresent();
    }

    private static boolean isIn(Lookup side, QualifiedName table, Column column) {
        return side.table(table).flatMap(found -> found.column(column.name())).isPresent();
    }

    private void alter(Table before, Table after, Column old, Column column) {
        boolean retyped = isRetyped(old, column) || recreation.isRetyped(Part.column(after.name(), column.name()));
        boolean ownType = !isDone(before, after, old, column, retyped);
        boolean defaultDone = false;
        if (retyped && ownType && after.ofType() == null) {
            defaultDone = retype(after, old, column);
        }
        generated(after, old, column);
        identity(after, old, column);
        if (retyped && !ownType) {
            // The parent's SET DEFAULT reached this column too.
            changes.add(new SetDefault(after, column));
        } else if (!defaultDone) {
            defaultValue(after, old, column);
        }
        notNulls.between(before, after, old, column);
        storage(after, old, column);
    }

    /// Whether the same change of the parent's column reaches this one.
    private boolean isDone(Table before, Table after, Column old, Column column, boolean retyped) {
        return retyped
                && Heritage.kept(before, after).stream().anyMatch(parent -> {
                    Column oldParent = from.table(parent)
                            .flatMap(found -> found.column(old.name()))
                            .orElse(null);
                    Column newParent = to.table(parent)
                            .flatMap(found -> found.column(column.name()))
                            .orElse(null);
                    return oldParent != null
                            && newParent != null
                            && (isRetyped(oldParent, newParent)
                                    || recreation.isRetyped(Part.column(parent, column.name())));
                });
    }

    private boolean retype(Table table, Column old, Column column) {
        Conversion conversion = new Conversions(from, to, recreation).of(old, column);
        boolean hadDefault = old.defaultExpression() != null;
        boolean unchanged = Objects.equals(old.defaultExpression(), column.defaultExpression())
                && conversion.using() == null
                && !recreation.isRetyped(Part.column(table.name(), column.name()));
        boolean keepDefault = !hadDefault || (unchanged && isSimple(old));
        changes.add(new SetType(
                table, old, column, conversion, !keepDefault, keepDefault ? null : column.defaultExpression()));
        return !keepDefault || Objects.equals(old.defaultExpression(), column.defaultExpression());
    }

    /// A number, which means the same in every numeric type.
    private static boolean isSimple(Column column) {
        return column.defaultExpression() != null && column.defaultExpression().matches("\\(?-?\\d+\\)?");
    }

    private void generated(Table table, Column old, Column column) {
        if (old.generated() != null && column.generated() == null) {
            changes.add(new DropExpression(table, column));
        } else if (!Objects.equals(old.generated(), column.generated())) {
            changes.add(new SetExpression(table, column));
        }
    }

    private void identity(Table table, Column old, Column column) {
        IdentityColumn before = old.identity();
        IdentityColumn after = column.identity();
        // Partitions share the identity of their parent from PostgreSQL 17 on.
        if (table.partitionOf() != null && from.version() >= 17) {
            return;
        }
        if (before == null && after != null) {
            changes.add(new AddIdentity(table, column));
        } else if (before != null && after == null) {
            changes.add(new DropIdentity(table, old));
        } else if (before != null
                && after != null
                && (before.always() != after.always() || !before.options().equals(after.options()))) {
            changes.add(new AlterIdentity(table, old, column));
        }
    }

    private void defaultValue(Table table, Column old, Column column) {
        boolean recreated = recreation.contains(Part.of(table.name(), Part.Kind.DEFAULT, column.name()));
        if (recreated && column.defaultExpression() != null) {
            changes.add(new SetDefault(table, column.withDefault(null)));
        }
        if (recreated || !Objects.equals(old.defaultExpression(), column.defaultExpression())) {
            changes.add(new SetDefault(table, column));
        }
    }

    private void storage(Table table, Column old, Column column) {
        boolean retyped = isRetyped(old, column);
        if (!Objects.equals(old.storage(), column.storage()) || (retyped && column.storage() != null)) {
            changes.add(new SetStorage(table, old, column));
        }
        if (!Objects.equals(old.compression(), column.compression())) {
            changes.add(new SetCompression(table, column));
        }
        if (!Objects.equals(old.statisticsTarget(), column.statisticsTarget())) {
            changes.add(new SetStatistics(table, column));
        }
        if (!old.options().equals(column.options())) {
            changes.add(new SetColumnOptions(
                    table, column, column.options(), Options.reset(old.options(), column.options())));
        }
        if (!old.foreignOptions().equals(column.foreignOptions())) {
            changes.add(new SetForeignColumnOptions(table, column, old.foreignOptions()));
        }
    }
}
