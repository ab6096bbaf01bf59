package mana.studio.safety.safer;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.ddl.Pieces;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Dependency;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;

/// Which changes of a column's type a {@link TypeSwap} can make.
final class Swappable {
    private Swappable() {}

    /// Whether the change of a column's type rewrites or reads a large table, and a swap can take its place.
    ///
    /// @param table as it is to be
    static boolean isWanted(Site site, Forecast forecast, Table table, Column was, Column column) {
        boolean retyped = !was.type().equals(column.type()) || !Objects.equals(was.collation(), column.collation());
        if (!retyped || !site.isBusy(table.name()) || !isPossible(site, table, was, column)) {
            return false;
        }
        String sql = Steps.column(table.name(), column.name()) + "TYPE " + column.type().sql()
                + Pieces.collate(column.collation());
        return forecast.effects(sql).error() != null || forecast.isHeavy(sql);
    }

    private static boolean isPossible(Site site, Table table, Column was, Column column) {
        Table old = site.before().table(table.name()).orElseThrow();
        boolean plainTable = !table.isPartitioned() && !old.isPartitioned()
                && table.partitionOf() == null && old.partitionOf() == null
                && table.inherits().isEmpty() && old.inherits().isEmpty()
                && table.ofType() == null && site.children(table.name()).isEmpty();
        boolean plainColumn = was.generated() == null && column.generated() == null
                && (was.identity() == null) == (column.identity() == null)
                && (was.identity() == null || was.identity().privileges().defaults())
                && was.privileges().equals(Privileges.DEFAULT) && column.privileges().equals(Privileges.DEFAULT);
        return plainTable && plainColumn && hasKnownParts(old, column.name()) && hasKnownParts(table, column.name())
                && hasKnownUsers(site, table, column.name()) && !isRowType(site, table.name());
    }

    /// Whether a function may take or give whole rows: for a while they have another column, and then another order.
    private static boolean isRowType(Site site, QualifiedName table) {
        Set<Part> rows = Set.of(Part.relation(table), Part.type(table));
        return Stream.concat(site.before().dependencies().stream(), site.after().dependencies().stream())
                .anyMatch(one -> rows.contains(one.on())
                        && one.dependent().object().kind() == ObjectName.Kind.ROUTINE);
    }

    private static boolean hasKnownParts(Table table, String column) {
        boolean indexes = table.indexes().stream()
                .filter(index -> names(index, column))
                .noneMatch(index -> index.clustered() || index.replicaIdentity());
        return indexes && table.constraints().stream()
                .filter(constraint -> constraint.columns().contains(column))
                .allMatch(constraint -> switch (constraint) {
                    case Constraint.PrimaryKey key -> !key.withoutOverlaps() && isPlain(key.backing());
                    case Constraint.Unique key -> !key.withoutOverlaps() && isPlain(key.backing());
                    case ForeignKey key -> !key.period();
                    case Constraint.Check _, Constraint.Exclusion _ -> true;
                });
    }

    private static boolean isPlain(Constraint.Backing backing) {
        return !backing.clustered() && !backing.replicaIdentity();
    }

    /// Views and functions are made again by the plan; statistics, rules and generated columns are not.
    private static boolean hasKnownUsers(Site site, Table table, String column) {
        Part part = Part.column(table.name(), column);
        return Stream.concat(
                        site.before().dependencies().stream(), site.after().dependencies().stream())
                .filter(one -> one.on().equals(part))
                .map(Dependency::dependent)
                .allMatch(dependent -> switch (dependent.object().kind()) {
                    case ROUTINE -> true;
                    case RELATION -> switch (dependent.kind()) {
                        case CONSTRAINT -> site.before().table(dependent.object().name()).stream()
                                .flatMap(each -> each.constraints().stream())
                                .noneMatch(one -> one.name().equals(dependent.name())
                                        && one instanceof Constraint.Exclusion);
                        case INDEX, TRIGGER, POLICY -> true;
                        case WHOLE, COLUMN, DEFAULT -> site.before().table(dependent.object().name()).isEmpty();
                    };
                    case EXTENSION, TYPE, OTHER -> false;
                });
    }

    static boolean names(Index index, String column) {
        return index.include().contains(column)
                || index.keys().stream().anyMatch(key -> column.equals(key.column()));
    }
}
