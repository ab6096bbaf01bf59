package mana.studio.safety.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// A table as ALTER TABLE leaves it, for {@link Evolution}.
record TableEvolution(Ground ground, NewParts parts) {
    /// The table after a command of an ALTER TABLE.
    Table after(Table table, Node command) {
        String name = command.text("name");
        Optional<Node> definition = command.child("def");
        return switch (command.text("subtype")) {
            case "AT_AddColumn" -> addColumn(table, definition.orElseThrow());
            case "AT_DropColumn" -> dropColumn(table, name);
            case "AT_AlterColumnType" -> {
                SqlType type =
                        SqlType.of(definition.orElseThrow().child("typeName").orElseThrow(), ground);
                yield Copies.column(table, name, column -> column.withType(NewParts.type(type)));
            }
            case "AT_SetNotNull" -> Copies.column(table, name, column -> column.withNotNull(Column.NotNull.PLAIN));
            case "AT_DropNotNull" -> Copies.column(table, name, column -> column.withNotNull(null));
            case "AT_ColumnDefault" ->
                Copies.column(table, name, column -> column.withDefault(definition.isPresent() ? "?" : null));
            case "AT_AddConstraint" -> addConstraint(table, definition.orElseThrow());
            case "AT_DropConstraint" ->
                table.withConstraints(
                        Copies.without(table.constraints(), each -> each.name().equals(name)));
            case "AT_ValidateConstraint" -> validate(table, name);
            default -> table;
        };
    }

    private Table addColumn(Table table, Node definition) {
        if (table.column(definition.text("colname")).isPresent()) {
            return table;
        }
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.addAll(parts.constraints(table.name(), definition));
        return table.with(Copies.with(table.columns(), parts.column(table.name(), definition)), constraints);
    }

    private static Table dropColumn(Table table, String name) {
        Table shorter = table.with(
                Copies.without(table.columns(), column -> column.name().equals(name)),
                Copies.without(
                        table.constraints(), constraint -> constraint.columns().contains(name)));
        return shorter.withIndexes(Copies.without(
                table.indexes(),
                index -> Ground.indexes(table)
                        .getOrDefault(Ground.inSchemaOf(table, index.name()), List.of())
                        .contains(name)));
    }

    private Table addConstraint(Table table, Node definition) {
        String using = definition.text("indexname");
        if (definition.text("contype").equals("CONSTR_NOTNULL")) {
            boolean validated = !definition.flag("skip_validation");
            Column.NotNull notNull = new Column.NotNull(definition.text("conname"), validated, false, true, null);
            return Copies.column(table, definition.names("keys").getFirst(), column -> column.withNotNull(notNull));
        }
        List<String> columns = table.indexes().stream()
                .filter(index -> index.name().equals(using))
                .flatMap(index -> index.keys().stream())
                .flatMap(key -> Optional.ofNullable(key.column()).stream())
                .toList();
        Table fewer = using.isEmpty()
                ? table
                : table.withIndexes(
                        Copies.without(table.indexes(), index -> index.name().equals(using)));
        Table keyed = parts.constraint(table.name(), definition, columns)
                .map(constraint -> fewer.withConstraints(Copies.with(fewer.constraints(), constraint)))
                .orElse(fewer);
        if (!definition.text("contype").equals("CONSTR_PRIMARY")) {
            return keyed;
        }
        Table made = keyed;
        for (String column : columns.isEmpty() ? definition.names("keys") : columns) {
            made = Copies.column(made, column, each -> each.withNotNull(Column.NotNull.PLAIN));
        }
        return made;
    }

    private static Table validate(Table table, String name) {
        List<Constraint> constraints = table.constraints().stream()
                .map(constraint -> !constraint.name().equals(name)
                        ? constraint
                        : switch (constraint) {
                            case Constraint.Check check -> (Constraint) check.withValidated(true);
                            case ForeignKey key -> key.withValidated(true);
                            case Constraint.PrimaryKey key -> key;
                            case Constraint.Unique key -> key;
                            case Constraint.Exclusion exclusion -> exclusion;
                        })
                .toList();
        List<Column> columns = table.columns().stream()
                .map(column -> {
                    Column.NotNull notNull = column.notNull();
                    boolean same = notNull != null && name.equals(notNull.constraintName());
                    return same ? column.withNotNull(Column.NotNull.PLAIN) : column;
                })
                .toList();
        return table.with(columns, constraints);
    }
}
