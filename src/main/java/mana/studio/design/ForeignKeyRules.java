package mana.studio.design;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mana.studio.design.Problem.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.Table;

/// What is wrong between a foreign key and the table it refers to.
final class ForeignKeyRules {
    private final Database design;
    private final Table table;
    private final ForeignKey key;
    private final Consumer<Problem> problems;

    ForeignKeyRules(Database design, Table table, ForeignKey key, Consumer<Problem> problems) {
        this.design = design;
        this.table = table;
        this.key = key;
        this.problems = problems;
    }

    void check() {
        Table target = design.table(key.referencedTable()).orElse(null);
        if (target == null) {
            error(
                    Field.REFERENCE,
                    key.referencedTable().name().isEmpty()
                            ? "Choose the table it refers to."
                            : "There is no table %s.".formatted(key.referencedTable()));
            return;
        }
        if (key.columns().size() != key.referencedColumns().size()) {
            error(
                    Field.REFERENCE,
                    "%s here, %s there: they must be as many."
                            .formatted(
                                    columns(key.columns().size()),
                                    columns(key.referencedColumns().size())));
            return;
        }
        List<String> strangers = key.referencedColumns().stream()
                .filter(name -> target.column(name).isEmpty())
                .toList();
        strangers.forEach(name -> error(Field.REFERENCE, "%s has no column %s.".formatted(target.name(), name)));
        if (strangers.isEmpty() && !key.columns().isEmpty()) {
            target(target);
        }
        types(target);
        actions();
    }

    private static String columns(int count) {
        return count == 1 ? "1 column" : count + " columns";
    }

    /// A period refers to a key without overlaps, and nothing else does.
    private void target(Table target) {
        Set<String> wanted = Set.copyOf(key.referencedColumns());
        List<Constraint> keys = target.constraints().stream()
                .filter(one -> one instanceof PrimaryKey || one instanceof Unique)
                .filter(one -> Set.copyOf(one.columns()).equals(wanted))
                .toList();
        boolean plain = hasIndex(target, wanted) || keys.stream().anyMatch(one -> !isTemporal(one));
        Optional<Constraint> temporal =
                keys.stream().filter(ForeignKeyRules::isTemporal).findFirst();
        if (!plain && temporal.isEmpty()) {
            error(
                    Field.REFERENCE,
                    "No primary key, unique constraint or unique index of %s is on just (%s)."
                            .formatted(target.name(), String.join(", ", key.referencedColumns())));
        } else if (key.period() && temporal.isEmpty()) {
            error(
                    Field.OPTIONS,
                    "The last pair can be a period only where the key of %s is without overlaps."
                            .formatted(target.name()));
        } else if (!key.period() && !plain) {
            error(
                    Field.OPTIONS,
                    "%s of %s is without overlaps: the last pair must be a period."
                            .formatted(temporal.orElseThrow().name(), target.name()));
        }
    }

    private static boolean isTemporal(Constraint constraint) {
        return constraint instanceof PrimaryKey primary && primary.withoutOverlaps()
                || constraint instanceof Unique unique && unique.withoutOverlaps();
    }

    private static boolean hasIndex(Table target, Set<String> wanted) {
        return target.indexes().stream()
                .filter(index -> index.unique() && index.predicate() == null)
                .filter(index -> index.keys().stream().allMatch(one -> one.column() != null))
                .anyMatch(index -> index.keys().stream()
                        .map(one -> Objects.requireNonNull(one.column()))
                        .collect(Collectors.toSet())
                        .equals(wanted));
    }

    private void types(Table target) {
        for (int at = 0; at < key.columns().size(); at++) {
            Column own = table.column(key.columns().get(at)).orElse(null);
            Column other = target.column(key.referencedColumns().get(at)).orElse(null);
            if (own == null || other == null || own.type().equals(other.type())) {
                continue;
            }
            boolean comparable = comparable(own.type(), other.type());
            String message = "%s is %s, and %s.%s is %s"
                    .formatted(
                            own.name(),
                            own.type().sql(),
                            target.name(),
                            other.name(),
                            other.type().sql());
            if (!comparable) {
                error(Field.REFERENCE, message + ": they cannot be compared.");
            } else if (!bare(own.type()).equals(bare(other.type()))) {
                problems.accept(
                        new Problem(new Spot(table.id(), key.id(), Field.REFERENCE), Severity.WARNING, message + "."));
            }
        }
    }

    private static boolean comparable(DataType own, DataType other) {
        boolean numbers = isNumber(own) && isNumber(other);
        boolean days = isDay(own) && isDay(other);
        boolean same = own.family() == other.family()
                && (own.family() != Family.ENUM || Objects.equals(own.named(), other.named()))
                && (own.family() != Family.ARRAY || own.sql().equals(other.sql()));
        return numbers || days || same;
    }

    private static boolean isNumber(DataType type) {
        return type.family() == Family.INTEGER || type.family() == Family.DECIMAL;
    }

    private static boolean isDay(DataType type) {
        return type.family() == Family.DATE || type.family() == Family.TIMESTAMP;
    }

    /// Without what only narrows it.
    private static String bare(DataType type) {
        return type.sql().replaceAll("\\([^)]*\\)", "");
    }

    private void actions() {
        boolean setsNull = key.onDelete() == Constraint.Action.SET_NULL || key.onUpdate() == Constraint.Action.SET_NULL;
        List<String> set = key.setColumns().isEmpty() ? key.columns() : key.setColumns();
        if (setsNull) {
            set.stream()
                    .flatMap(name -> table.column(name).stream())
                    .filter(Column::isNotNull)
                    .forEach(column -> problems.accept(new Problem(
                            new Spot(table.id(), key.id(), Field.REFERENCE),
                            Severity.WARNING,
                            "SET NULL will fail: %s is NOT NULL.".formatted(column.name()))));
        }
    }

    private void error(Field field, String message) {
        problems.accept(new Problem(new Spot(table.id(), key.id(), field), Severity.ERROR, message));
    }
}
