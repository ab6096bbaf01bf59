package mana.studio.design;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
            case Constraint.PrimaryKey key -> key(table, key, key.backing().include(), key.withoutOverlaps());
            case Constraint.Unique key -> key(table, key, key.backing().include(), key.withoutOverlaps());
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

    private void key(Table table, Constraint key, List<String> include, boolean withoutOverlaps) {
        if (key.columns().isEmpty()) {
            error(table, key.id(), Field.COLUMNS, "A key needs a column.");
        } else if (withoutOverlaps && key.columns().size() < 2) {
            error(table, key.id(), Field.COLUMNS, "A key without overlaps needs a column before the range.");
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
        key.columns().stream()
                .filter(name -> table.column(name).isEmpty())
                .forEach(name -> missing(table, key.id(), name));
        if (key.columns().isEmpty()) {
            error(table, key.id(), Field.COLUMNS, "A foreign key needs a column.");
        }
        twice(table, key.id(), key.columns());
        new ForeignKeyRules(design, table, key, problems).check();
    }

    private void error(Table table, Identity part, Field field, String message) {
        problems.accept(new Problem(new Spot(table.id(), part, field), Severity.ERROR, message));
    }
}
