package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.Part;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;

/// Where the phase *expand* leads: the model of {@link Both}, but for what asks something of the rows of large tables.
/// Their new columns may be NULL, their new constraints are not validated, their types are the old ones.
final class Loose {
    private final Site site;
    private final Forecast forecast;
    private final Set<Part> filling;
    private final Draft draft;
    private final Set<Part> waiting = new LinkedHashSet<>();
    private final List<Part> filled = new ArrayList<>();

    private Loose(Site site, Set<Part> filling) {
        this.site = site;
        this.forecast = site.forecast();
        this.filling = filling;
        this.draft = new Draft(site.after());
    }

    /// @param filled columns whose rows want the column's default, in order
    record Result(Database database, List<Part> filled) {}

    /// @param site    from where the plan begins to the model of both
    /// @param filling the columns that an earlier run has begun to fill
    static Result of(Site site, Set<Part> filling) {
        Loose loose = new Loose(site, filling);
        List<Table> tables = site.after().tables()
                .filter(table -> site.isBusy(table.name()) && Objects.equals(
                        table.partitionKey(), loose.before(table).partitionKey()))
                .toList();
        tables.forEach(loose::columns);
        tables.forEach(loose::constraints);
        loose.foreignKeys();
        loose.dependents();
        return new Result(loose.draft.database(), loose.filled);
    }

    private Table before(Table table) {
        return site.before().table(table.name()).orElseThrow();
    }

    private void columns(Table table) {
        Table old = before(table);
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            Column was = old.column(column.name()).orElse(null);
            Part part = Part.column(table.name(), column.name());
            if (was == null || filling.contains(part)) {
                columns.add(fresh(table, column, part));
            } else if (Swappable.isWanted(site, forecast, table, was, column)) {
                waiting.add(part);
                columns.add(was);
            } else {
                columns.add(loose(was, column, part));
            }
        }
        draft.put(table.with(columns, table.constraints()));
    }

    private Column fresh(Table table, Column column, Part part) {
        if (column.generated() != null) {
            return column.generated().stored() ? column : column.withNotNull(null);
        }
        boolean begun = filling.contains(part);
        if (begun || NewColumn.isFilled(forecast, table.name(), column)) {
            boolean byParent = !column.local();
            if (!byParent) {
                filled.add(part);
            }
            waiting.add(part);
            return column.withNotNull(null).withIdentity(null);
        }
        if (column.isNotNull() && column.defaultExpression() == null && column.identity() == null) {
            waiting.add(part);
            return column.withNotNull(null);
        }
        return column;
    }

    private Column loose(Column was, Column column, Part part) {
        if (was.isNotNull() || !column.isNotNull() || column.identity() != null && was.identity() == null) {
            return column.identity() != null && was.identity() == null
                    ? column.withNotNull(was.notNull()).withIdentity(null)
                    : column;
        }
        waiting.add(part);
        return column.withNotNull(null);
    }

    private void constraints(Table table) {
        Table old = before(table);
        List<Constraint> constraints = new ArrayList<>();
        Set<String> demanded = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            Constraint was = find(old.constraints(), constraint.name(), Constraint::name).orElse(null);
            if (constraint.equals(was)) {
                constraints.add(constraint);
            } else if (waits(table, constraint)) {
                kept(was, table).ifPresent(constraints::add);
                if (was instanceof Constraint.PrimaryKey) {
                    demanded.addAll(was.columns());
                }
            } else {
                constraints.add(Reshaped.unproven(constraint));
            }
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            Index was = find(old.indexes(), index.name(), Index::name).orElse(null);
            boolean waits = !index.equals(was) && waits(table, index);
            if (!waits) {
                indexes.add(index);
            } else if (was != null) {
                indexes.add(was);
            }
        }
        draft.change(table.name(), each -> Draft.with(
                demanding(each, old, demanded), constraints, indexes, table.triggers(), table.policies()));
    }

    /// While the old primary key stands, so does NOT NULL of its columns.
    private static Table demanding(Table table, Table old, Set<String> demanded) {
        List<Column> columns = table.columns().stream()
                .map(column -> demanded.contains(column.name())
                        ? column.withNotNull(old.column(column.name()).map(Column::notNull).orElse(column.notNull()))
                        : column)
                .toList();
        return table.with(columns, table.constraints());
    }

    /// The constraint as it was, where its columns are still there.
    private static Optional<Constraint> kept(@org.jspecify.annotations.Nullable Constraint was, Table table) {
        return Optional.ofNullable(was)
                .filter(one -> one.columns().stream().allMatch(name -> table.column(name).isPresent()));
    }

    private boolean waits(Table table, Constraint constraint) {
        boolean onWaiting = constraint.columns().stream().anyMatch(name -> isWaiting(table.name(), name))
                || hidden(Part.of(table.name(), Part.Kind.CONSTRAINT, constraint.name()));
        return switch (constraint) {
            case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclusion _ -> onWaiting;
            case ForeignKey key ->
                key.columns().stream().anyMatch(name -> isRetyped(table, name))
                        || (table.isPartitioned() && site.major() < 18);
            case Constraint.Check _ -> table.columns().stream()
                    .anyMatch(column -> isRetyped(table, column.name())
                            && hidden(Part.of(table.name(), Part.Kind.CONSTRAINT, constraint.name())));
        };
    }

    private boolean waits(Table table, Index index) {
        return index.keys().stream().anyMatch(key -> key.column() != null && isWaiting(table.name(), key.column()))
                || index.include().stream().anyMatch(name -> isWaiting(table.name(), name))
                || hidden(Part.of(table.name(), Part.Kind.INDEX, index.name()));
    }

    private boolean hidden(Part dependent) {
        return site.after().dependencies().stream()
                .anyMatch(one -> one.dependent().equals(dependent) && waiting.contains(one.on()));
    }

    private boolean isWaiting(QualifiedName table, String column) {
        return waiting.contains(Part.column(table, column));
    }

    private boolean isRetyped(Table table, String column) {
        return isWaiting(table.name(), column)
                && !before(table).column(column).map(Column::type)
                        .equals(table.column(column).map(Column::type))
                && before(table).column(column).isPresent();
    }

    /// Foreign keys wait for the key they refer to, and for the type of what they refer to.
    private void foreignKeys() {
        for (Table table : draft.tables()) {
            List<Constraint> constraints = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                if (!(constraint instanceof ForeignKey key) || isOld(table, key) || !isEarly(key)) {
                    constraints.add(constraint);
                } else {
                    site.before().table(table.name()).stream()
                            .flatMap(old -> old.foreignKeys().stream())
                            .filter(old -> old.name().equals(key.name()) && !isEarly(old))
                            .filter(old -> old.columns().stream().allMatch(name -> table.column(name).isPresent()))
                            .forEach(constraints::add);
                }
            }
            if (!constraints.equals(table.constraints())) {
                draft.put(table.with(table.columns(), constraints));
            }
        }
    }

    private boolean isOld(Table table, ForeignKey key) {
        return site.before().table(table.name()).stream()
                .flatMap(old -> old.foreignKeys().stream())
                .anyMatch(old -> old.name().equals(key.name())
                        && old.referencedTable().equals(key.referencedTable())
                        && old.columns().equals(key.columns())
                        && old.referencedColumns().equals(key.referencedColumns()));
    }

    private boolean isEarly(ForeignKey key) {
        Table referenced = draft.table(key.referencedTable()).orElse(null);
        Set<String> columns = Set.copyOf(key.referencedColumns());
        boolean isKey = referenced == null
                || referenced.constraints().stream()
                        .anyMatch(one -> KeyRule.isKey(one) && Set.copyOf(one.columns()).equals(columns))
                || referenced.indexes().stream()
                        .anyMatch(index -> index.unique() && index.keys().size() == columns.size()
                                && index.keys().stream()
                                        .allMatch(one -> one.column() != null && columns.contains(one.column())));
        return !isKey || key.referencedColumns().stream().anyMatch(name -> isWaiting(key.referencedTable(), name));
    }

    /// Views and functions over a column that keeps its type for now stay what they were as well.
    private void dependents() {
        Set<Part> retyped = new HashSet<>();
        waiting.forEach(part -> site.after().table(part.object().name())
                .filter(table -> isRetyped(table, part.name()))
                .ifPresent(_ -> retyped.add(part)));
        Dependents.restore(draft, site.before(), site.after(), retyped);
        Set<QualifiedName> tables = new LinkedHashSet<>();
        site.after().dependencies().stream()
                .filter(one -> retyped.contains(one.on()))
                .forEach(one -> tables.add(one.dependent().object().name()));
        tables.forEach(name -> draft.change(name, table -> withOldParts(table, retyped)));
    }

    /// Policies and triggers over such a column stay as well.
    private Table withOldParts(Table table, Set<Part> retyped) {
        Table old = site.before().table(table.name()).orElse(null);
        List<Policy> oldPolicies = old == null ? List.of() : old.policies();
        List<Trigger> oldTriggers = old == null ? List.of() : old.triggers();
        List<Policy> policies =
                parts(table.policies(), oldPolicies, Policy::name, table, Part.Kind.POLICY, retyped);
        List<Trigger> triggers =
                parts(table.triggers(), oldTriggers, Trigger::name, table, Part.Kind.TRIGGER, retyped);
        return Draft.with(table, table.constraints(), table.indexes(), triggers, policies);
    }

    private <T> List<T> parts(
            List<T> now, List<T> before, Function<T, String> nameOf, Table table, Part.Kind kind, Set<Part> retyped) {
        List<T> parts = new ArrayList<>();
        for (T part : now) {
            Part dependent = Part.of(table.name(), kind, nameOf.apply(part));
            boolean leans = site.after().dependencies().stream()
                    .anyMatch(one -> one.dependent().equals(dependent) && retyped.contains(one.on()));
            if (leans) {
                find(before, nameOf.apply(part), nameOf).ifPresent(parts::add);
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    private static <T> Optional<T> find(List<T> parts, String name, Function<T, String> nameOf) {
        return parts.stream().filter(part -> Objects.equals(nameOf.apply(part), name)).findFirst();
    }
}
