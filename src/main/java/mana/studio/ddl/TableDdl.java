package mana.studio.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mana.studio.ddl.Script.Phase;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.Table.Persistence;
import mana.studio.sql.Identifier;

/// Tables. A partition is made as a table of its own, keys and indexes included, and then attached: only so do its
/// columns keep their order and its constraints their names.
final class TableDdl {
    private static final String INDENT = "    ";
    private static final int WIDEST_NAME = 32;
    private static final int WIDEST_TYPE = 28;

    private final Script script;
    private final boolean alone;
    private final Function<QualifiedName, Optional<Table>> parents;
    private final Set<Part> late;

    /// @param alone   whether foreign keys stand inside CREATE TABLE: what they refer to is there
    /// @param parents finds parents; they say which inherited defaults to take back
    TableDdl(Script script, boolean alone, Function<QualifiedName, Optional<Table>> parents) {
        this(script, alone, parents, Set.of());
    }

    /// @param late the constraints and defaults whose needs come after their tables
    TableDdl(Script script, boolean alone, Function<QualifiedName, Optional<Table>> parents, Set<Part> late) {
        this.script = script;
        this.alone = alone;
        this.parents = parents;
        this.late = late;
    }

    void write(Table table) {
        script.add(Phase.CREATE, create(table));
        inheritedColumns(table);
        table.columns().forEach(column -> ColumnDdl.settings(column, alter(table), script));
        for (Constraint constraint : table.constraints()) {
            if (isWritten(table, constraint) && !isInside(table, constraint)) {
                Phase phase = constraint instanceof ForeignKey ? Phase.FOREIGN_KEY : Phase.CONSTRAINT;
                script.add(phase, alterAll(table) + " ADD " + ConstraintDdl.clause(constraint));
            }
        }
        invalidNotNulls(table);
        for (Column column : table.columns()) {
            if (isLate(table, column)) {
                script.add(
                        Phase.CONSTRAINT,
                        alter(table) + " ALTER COLUMN " + Identifier.quote(column.name()) + " SET DEFAULT "
                                + column.defaultExpression());
            }
        }
        if (table.partitionOf() != null) {
            script.add(
                    Phase.ATTACH,
                    "ALTER TABLE ONLY " + Clause.name(table.partitionOf().parent()) + " ATTACH PARTITION "
                            + Clause.name(table.name()) + " " + table.partitionOf().bound());
        }
    }

    /// `TABLE`, or `FOREIGN TABLE`.
    static String word(Table table) {
        return table.foreign() == null ? "TABLE" : "FOREIGN TABLE";
    }

    /// `ALTER TABLE auth.users`, its children with it.
    private static String alterAll(Table table) {
        return "ALTER " + word(table) + " " + Clause.name(table.name());
    }

    /// `ALTER TABLE ONLY auth.users`.
    static String alter(Table table) {
        return "ALTER " + word(table) + " ONLY " + Clause.name(table.name());
    }

    private String create(Table table) {
        List<String> parts = table.ofType() == null ? columns(table) : typedColumns(table);
        table.constraints().stream()
                .filter(constraint -> isWritten(table, constraint) && isInside(table, constraint))
                .sorted(Comparator.comparingInt(ConstraintDdl::rank))
                .map(ConstraintDdl::clause)
                .forEach(parts::add);
        String list = parts.isEmpty()
                ? table.ofType() == null ? " ()" : ""
                : parts.stream().collect(Collectors.joining(",\n" + INDENT, " (\n" + INDENT, "\n)"));
        return "CREATE " + (table.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "") + word(table) + " "
                + Clause.name(table.name())
                + (table.ofType() == null ? "" : " OF " + Clause.name(table.ofType()))
                + list
                + inherits(table)
                + (table.partitionKey() == null ? "" : "\nPARTITION BY " + table.partitionKey())
                + (isHeap(table) ? "" : "\nUSING " + Identifier.quote(Objects.toString(table.accessMethod())))
                + (table.options().isEmpty() ? "" : "\nWITH " + Clause.settings(table.options()))
                + (table.tablespace() == null ? "" : "\n" + Clause.tablespace(table.tablespace()).strip())
                + foreign(table);
    }

    private static boolean isHeap(Table table) {
        return table.accessMethod() == null || table.accessMethod().equals("heap");
    }

    private static String inherits(Table table) {
        return table.inherits().isEmpty()
                ? ""
                : table.inherits().stream()
                        .map(Clause::name)
                        .collect(Collectors.joining(", ", "\nINHERITS (", ")"));
    }

    private static String foreign(Table table) {
        return table.foreign() == null
                ? ""
                : "\nSERVER " + Identifier.quote(table.foreign().server())
                        + Clause.foreignOptions(table.foreign().options());
    }

    private List<String> columns(Table table) {
        List<Column> columns =
                table.columns().stream().filter(column -> isOwn(table, column)).toList();
        int name = widest(columns.stream().map(column -> Identifier.quote(column.name())).toList(), WIDEST_NAME);
        int type = widest(columns.stream().map(column -> column.type().sql()).toList(), WIDEST_TYPE);
        List<String> lines = new ArrayList<>();
        for (Column column : columns) {
            String properties = properties(table, column);
            lines.add((padded(Identifier.quote(column.name()), name) + " " + padded(column.type().sql(), type)
                            + properties)
                    .stripTrailing());
        }
        return lines;
    }

    private List<String> typedColumns(Table table) {
        List<String> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            String properties = properties(table, column);
            if (!properties.isEmpty()) {
                lines.add(Identifier.quote(column.name()) + " WITH OPTIONS" + properties);
            }
        }
        return lines;
    }

    private static int widest(List<String> texts, int most) {
        return texts.stream().mapToInt(String::length).filter(length -> length <= most).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private boolean isLate(Table table, Column column) {
        return late.contains(Part.of(table.name(), Part.Kind.DEFAULT, column.name()));
    }

    private String properties(Table table, Column column) {
        Column inside = isLate(table, column) ? column.withDefault(null) : column;
        return ColumnDdl.properties(inside, table.name(), hasOwnNotNull(table, column));
    }

    /// Whether a constraint stands in CREATE TABLE rather than being added later.
    private boolean isInside(Table table, Constraint constraint) {
        return !late.contains(Part.of(table.name(), Part.Kind.CONSTRAINT, constraint.name()))
                && !ConstraintDdl.isAddedLater(constraint)
                && !ConstraintDdl.isDoubled(constraint, table.constraints())
                && (alone || !(constraint instanceof ForeignKey));
    }

    /// A child has its parent's constraints anyway; a partition has them before it is attached.
    private static boolean isWritten(Table table, Constraint constraint) {
        return constraint.local() || table.partitionOf() != null;
    }

    private static boolean isOwn(Table table, Column column) {
        return column.local() || table.inherits().isEmpty();
    }

    private static boolean hasOwnNotNull(Table table, Column column) {
        return column.notNull() != null
                && column.notNull().validated()
                && (column.notNull().local() || table.partitionOf() != null);
    }

    /// What a child changes about its parents' columns.
    private void inheritedColumns(Table table) {
        for (Column column : table.inherits().isEmpty() ? List.<Column>of() : table.columns()) {
            String start = alter(table) + " ALTER COLUMN " + Identifier.quote(column.name());
            Optional<Column> inherited = table.inherits().stream()
                    .flatMap(parent -> parents.apply(parent).stream())
                    .flatMap(parent -> parent.column(column.name()).stream())
                    .findFirst();
            String usual = inherited.map(Column::defaultExpression).orElse(null);
            if (column.defaultExpression() == null && usual != null) {
                script.add(Phase.CREATE, start + " DROP DEFAULT");
            }
            if (!column.local() && column.defaultExpression() != null && !column.defaultExpression().equals(usual)) {
                script.add(Phase.CREATE, start + " SET DEFAULT " + column.defaultExpression());
            }
            if (!column.local() && hasOwnNotNull(table, column) && inherited.map(Column::notNull).isEmpty()) {
                script.add(Phase.CREATE, start + " SET NOT NULL");
            }
        }
    }

    private void invalidNotNulls(Table table) {
        for (Column column : table.columns()) {
            Column.NotNull notNull = column.notNull();
            if (notNull != null && !notNull.validated() && notNull.local()) {
                script.add(
                        Phase.CONSTRAINT,
                        alterAll(table) + " ADD CONSTRAINT "
                                + Identifier.quote(ColumnDdl.notNullName(column, notNull, table.name())) + " NOT NULL "
                                + Identifier.quote(column.name()) + (notNull.noInherit() ? " NO INHERIT" : "")
                                + " NOT VALID");
            }
        }
    }
}
