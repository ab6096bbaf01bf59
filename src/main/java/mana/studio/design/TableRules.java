package mana.studio.design;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mana.studio.design.Problem.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// What is wrong in tables: columns, keys, indexes, expressions that are not there.
final class TableRules {
    private static final Set<String> IDENTITY_TYPES = Set.of("smallint", "integer", "bigint");
    private static final Set<Family> WITHOUT_COLLATION = Set.of(
            Family.BOOLEAN,
            Family.INTEGER,
            Family.DECIMAL,
            Family.UUID,
            Family.DATE,
            Family.TIME,
            Family.TIMESTAMP,
            Family.INTERVAL,
            Family.JSON,
            Family.BINARY,
            Family.ENUM,
            Family.NETWORK,
            Family.GEOMETRIC,
            Family.BITS);

    private final Database design;
    private final Consumer<Problem> problems;
    private final Set<String> seen = new HashSet<>();
    private @Nullable TypeNames types;

    TableRules(Database design, Consumer<Problem> problems) {
        this.design = design;
        this.problems = problems;
    }

    /// @param old null where the table is new
    void table(@Nullable Table old, Table table) {
        seen.add(table.id().key());
        for (Column column : table.columns()) {
            Column was = old == null ? null : Edits.column(old, column.id()).orElse(null);
            if (!column.equals(was)) {
                column(table, was, column);
            }
        }
        if (old != null) {
            order(old, table);
        }
        primaryKeys(table);
        table.constraints().forEach(constraint -> constraint(table, constraint));
        for (Index index : table.indexes()) {
            index(table, index);
        }
        table.policies().forEach(policy -> {
            boolean blank = (policy.using() != null && policy.using().isBlank())
                    || (policy.check() != null && policy.check().isBlank());
            if (blank) {
                error(table, policy.id(), Field.EXPRESSION, "The expression is empty.");
            }
        });
    }

    private void order(Table old, Table table) {
        List<String> before =
                old.columns().stream().map(column -> column.id().key()).toList();
        List<String> after =
                table.columns().stream().map(column -> column.id().key()).toList();
        List<String> kept = before.stream().filter(after::contains).toList();
        boolean behind = after.stream().takeWhile(before::contains).toList().equals(kept);
        if (!behind) {
            problems.accept(new Problem(
                    new Spot(table.id(), null, Field.COLUMNS),
                    Severity.WARNING,
                    "PostgreSQL keeps columns in the order in which they came: new ones stand at the end, and others"
                            + " stay where they are."));
        }
    }

    void domain(DomainType domain) {
        type(domain.id(), null, domain.baseType());
    }

    private void type(Identity object, @Nullable Identity part, DataType type) {
        if (types == null) {
            types = TypeNames.of(design);
        }
        String wrong = switch (types.read(type.sql())) {
            case TypeNames.Known _ -> null;
            case TypeNames.Serial serial -> serial.message();
            case TypeNames.Unknown unknown -> unknown.message();
        };
        if (wrong != null) {
            problems.accept(new Problem(new Spot(object, part, Field.TYPE), Severity.ERROR, wrong));
        }
    }

    private void column(Table table, @Nullable Column was, Column column) {
        if (was == null || !was.type().equals(column.type())) {
            type(table.id(), column.id(), column.type());
        }
        String expression = column.defaultExpression();
        if (expression != null && expression.isBlank()) {
            error(table, column.id(), Field.DEFAULT, "The default is empty.");
        }
        if (column.generated() != null && column.generated().expression().isBlank()) {
            error(table, column.id(), Field.GENERATED, "The expression is empty.");
        }
        if (column.generated() != null && expression != null) {
            error(table, column.id(), Field.DEFAULT, "A generated column has no default.");
        }
        if (column.identity() != null && expression != null) {
            error(
                    table,
                    column.id(),
                    Field.DEFAULT,
                    "An identity column has no default: the sequence gives its value.");
        }
        if (column.identity() != null && column.generated() != null) {
            error(table, column.id(), Field.GENERATED, "A column is generated or an identity, not both.");
        }
        if (column.identity() != null && !IDENTITY_TYPES.contains(column.type().sql())) {
            error(table, column.id(), Field.IDENTITY, "An identity is a smallint, integer or bigint.");
        }
        if (column.collation() != null
                && WITHOUT_COLLATION.contains(column.type().family())) {
            error(
                    table,
                    column.id(),
                    Field.COLLATION,
                    "%s has no collation.".formatted(column.type().sql()));
        }
        if (!column.isNotNull() && isForced(table, column)) {
            problems.accept(new Problem(
                    new Spot(table.id(), column.id(), Field.NOT_NULL),
                    Severity.WARNING,
                    column.identity() != null
                            ? "An identity column is NOT NULL."
                            : "The primary key makes it NOT NULL."));
        }
    }

    private static boolean isForced(Table table, Column column) {
        return column.identity() != null
                || table.primaryKey()
                        .filter(key -> key.columns().contains(column.name()))
                        .isPresent();
    }

    private void primaryKeys(Table table) {
        List<Constraint> keys = table.constraints().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .toList();
        keys.stream()
                .skip(1)
                .forEach(key ->
                        error(table, key.id(), Field.WHOLE, "A table has one primary key; this would be another."));
    }

    private void constraint(Table table, Constraint constraint) {
        switch (constraint) {
            case Constraint.PrimaryKey key -> key(table, key, key.backing().include());
            case Constraint.Unique key -> key(table, key, key.backing().include());
            case ForeignKey key -> foreignKey(table, key);
            case Constraint.Check check -> {
                if (check.expression().isBlank() || check.expression().matches("\\(\\s*\\)")) {
                    error(table, check.id(), Field.EXPRESSION, "A check needs a condition.");
                }
            }
            case Constraint.Exclusion exclusion -> {
                if (exclusion.definition().isBlank()) {
                    error(table, exclusion.id(), Field.DEFINITION, "An exclusion needs a definition.");
                }
            }
        }
    }

    private void key(Table table, Constraint key, List<String> include) {
        if (key.columns().isEmpty()) {
            error(table, key.id(), Field.COLUMNS, "A key needs a column.");
        }
        Stream.concat(key.columns().stream(), include.stream())
                .filter(name -> table.column(name).isEmpty())
                .forEach(name -> missing(table, key.id(), name));
        twice(table, key.id(), key.columns());
    }

    private void twice(Table table, Identity part, List<String> columns) {
        Set<String> once = new HashSet<>();
        columns.stream()
                .filter(name -> !once.add(name))
                .distinct()
                .forEach(name -> error(table, part, Field.COLUMNS, "The column %s is there twice.".formatted(name)));
    }

    private void index(Table table, Index index) {
        if (index.keys().isEmpty()) {
            error(table, index.id(), Field.COLUMNS, "An index needs a column or an expression.");
        }
        for (Index.Key key : index.keys()) {
            if (key.column() != null && table.column(key.column()).isEmpty()) {
                missing(table, index.id(), key.column());
            }
            if (key.expression() != null && key.expression().isBlank()) {
                error(table, index.id(), Field.EXPRESSION, "The expression is empty.");
            }
        }
        index.include().stream()
                .filter(name -> table.column(name).isEmpty())
                .forEach(name -> missing(table, index.id(), name));
        if (index.predicate() != null && index.predicate().isBlank()) {
            error(table, index.id(), Field.PREDICATE, "The condition is empty.");
        }
        if (index.unique() && !index.method().equals("btree")) {
            error(table, index.id(), Field.OPTIONS, "Only a btree index can be unique.");
        }
    }

    private void missing(Table table, Identity part, String column) {
        error(
                table,
                part,
                Field.COLUMNS,
                column.isEmpty() ? "A column is not chosen." : "There is no column %s.".formatted(column));
    }

    // Foreign keys

    /// Foreign keys of tables that did not change, to tables that did.
    void referring(Map<String, SchemaObject> before) {
        Set<SchemaObject> same = Collections.newSetFromMap(new IdentityHashMap<>());
        design.tables().forEach(same::add);
        Set<Object> changed = new HashSet<>();
        before.values().stream()
                .filter(old -> old instanceof Table && !same.contains(old))
                .forEach(old -> changed.add(old.name()));
        if (changed.isEmpty()) {
            return;
        }
        design.tables()
                .filter(table -> !seen.contains(table.id().key()))
                .forEach(table -> table.foreignKeys().stream()
                        .filter(key -> changed.contains(key.referencedTable()))
                        .forEach(key -> foreignKey(table, key)));
    }

    private void foreignKey(Table table, ForeignKey key) {
        Table target = design.table(key.referencedTable()).orElse(null);
        key.columns().stream()
                .filter(name -> table.column(name).isEmpty())
                .forEach(name -> missing(table, key.id(), name));
        if (key.columns().isEmpty()) {
            error(table, key.id(), Field.COLUMNS, "A foreign key needs a column.");
        }
        twice(table, key.id(), key.columns());
        if (target == null) {
            String name = key.referencedTable().name();
            String message = name.isEmpty()
                    ? "Choose the table it refers to."
                    : "There is no table %s.".formatted(key.referencedTable());
            error(table, key.id(), Field.REFERENCE, message);
            return;
        }
        if (key.columns().size() != key.referencedColumns().size()) {
            error(
                    table,
                    key.id(),
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
        strangers.forEach(
                name -> error(table, key.id(), Field.REFERENCE, "%s has no column %s.".formatted(target.name(), name)));
        if (strangers.isEmpty() && !key.columns().isEmpty() && !isKey(target, key.referencedColumns())) {
            error(
                    table,
                    key.id(),
                    Field.REFERENCE,
                    "No primary key, unique constraint or unique index of %s is on just (%s)."
                            .formatted(target.name(), String.join(", ", key.referencedColumns())));
        }
        types(table, key, target);
        actions(table, key);
    }

    private static String columns(int count) {
        return count == 1 ? "1 column" : count + " columns";
    }

    private static boolean isKey(Table target, List<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        boolean constraint = target.constraints().stream()
                .filter(one -> one instanceof Constraint.PrimaryKey || one instanceof Constraint.Unique)
                .anyMatch(one -> Set.copyOf(one.columns()).equals(wanted));
        return constraint
                || target.indexes().stream()
                        .filter(index -> index.unique() && index.predicate() == null)
                        .filter(index -> index.keys().stream().allMatch(one -> one.column() != null))
                        .anyMatch(index -> index.keys().stream()
                                .map(one -> Objects.requireNonNull(one.column()))
                                .collect(java.util.stream.Collectors.toSet())
                                .equals(wanted));
    }

    private void types(Table table, ForeignKey key, Table target) {
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
                error(table, key.id(), Field.REFERENCE, message + ": they cannot be compared.");
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

    private void actions(Table table, ForeignKey key) {
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

    private void error(Table table, Identity part, Field field, String message) {
        problems.accept(new Problem(new Spot(table.id(), part, field), Severity.ERROR, message));
    }
}
