package mana.studio.safety.predict;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.DataType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SequenceOptions;
import mana.studio.sql.GeneratedName;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import mana.studio.statement.Node;
import org.jspecify.annotations.Nullable;

/// Columns, constraints and indexes as a statement describes them, for the model after it: as much of them as a later
/// statement's effects hang on. Names that the server would give are given.
record NewParts(Ground ground, String sql) {
    private static final SequenceOptions COUNTER = new SequenceOptions("bigint", 1, 1, 1, Long.MAX_VALUE, 1, false);

    Column column(QualifiedName table, Node definition) {
        String name = definition.text("colname");
        NewColumn made = NewColumn.of(definition, ground);
        List<Node> constraints = definition.list("constraints");
        boolean identity = has(constraints, "CONSTR_IDENTITY");
        boolean notNull = has(constraints, "CONSTR_NOTNULL")
                || has(constraints, "CONSTR_PRIMARY")
                || identity
                || made.type().isSerial();
        QualifiedName sequence = new QualifiedName(table.schema(), GeneratedName.of(table.name(), name, "seq"));
        return new Column(
                Identity.fresh(),
                name,
                type(made.type()),
                notNull ? Column.NotNull.PLAIN : null,
                made.type().isSerial()
                        ? "nextval('" + sequence + "')"
                        : made.defaultExpression().isPresent() ? "?" : null,
                identity ? new Column.IdentityColumn(true, sequence, COUNTER, Privileges.DEFAULT) : null,
                has(constraints, "CONSTR_GENERATED") ? new Column.Generated("?", !isVirtual(constraints)) : null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                null,
                Privileges.DEFAULT);
    }

    private static boolean isVirtual(List<Node> constraints) {
        return constraints.stream().anyMatch(each -> each.text("generated_kind").equals("v"));
    }

    private static boolean has(List<Node> constraints, String type) {
        return constraints.stream().anyMatch(each -> each.text("contype").equals(type));
    }

    static DataType type(SqlType type) {
        return new DataType(type.toString(), DataType.Family.OTHER, type.named());
    }

    /// The constraints that a column's definition carries.
    List<Constraint> constraints(QualifiedName table, Node column) {
        List<Constraint> made = new ArrayList<>();
        for (Node constraint : column.list("constraints")) {
            constraint(table, constraint, List.of(column.text("colname"))).ifPresent(made::add);
        }
        return made;
    }

    /// @param own the column it stands at; empty for a constraint of the table
    Optional<Constraint> constraint(QualifiedName table, Node node, List<String> own) {
        List<String> columns = own.isEmpty() ? node.names("keys") : own;
        boolean enforced = !node.has("is_enforced") || node.flag("is_enforced");
        boolean validated = enforced && !node.flag("skip_validation");
        String first = columns.isEmpty() ? "" : String.join("_", columns);
        return Optional.ofNullable(
                switch (node.text("contype")) {
                    case "CONSTR_PRIMARY" ->
                        new Constraint.PrimaryKey(
                                Identity.fresh(),
                                name(node, table.name() + "_pkey"),
                                null,
                                true,
                                columns,
                                Constraint.Deferrability.NOT_DEFERRABLE,
                                false,
                                Constraint.Backing.PLAIN);
                    case "CONSTR_UNIQUE" ->
                        new Constraint.Unique(
                                Identity.fresh(),
                                name(node, GeneratedName.of(table.name(), first, "key")),
                                null,
                                true,
                                columns,
                                Constraint.Deferrability.NOT_DEFERRABLE,
                                node.flag("nulls_not_distinct"),
                                false,
                                Constraint.Backing.PLAIN);
                    case "CONSTR_CHECK" -> check(table, node, own, validated, enforced);
                    case "CONSTR_FOREIGN" -> foreignKey(table, node, own, validated, enforced);
                    default -> null;
                });
    }

    private static String name(Node node, String otherwise) {
        return node.text("conname").isEmpty() ? otherwise : node.text("conname");
    }

    private Constraint check(QualifiedName table, Node node, List<String> own, boolean validated, boolean enforced) {
        String expression = inParentheses(node.number("location"));
        List<String> columns = own.isEmpty() ? Expressions.columnsOf(expression) : own;
        String label = columns.size() == 1 ? columns.getFirst() : "";
        String generated = label.isEmpty() ? table.name() + "_check" : GeneratedName.of(table.name(), label, "check");
        return new Constraint.Check(
                Identity.fresh(),
                name(node, generated),
                null,
                true,
                expression,
                node.flag("is_no_inherit"),
                validated,
                enforced);
    }

    private Constraint foreignKey(
            QualifiedName table, Node node, List<String> own, boolean validated, boolean enforced) {
        List<String> columns = own.isEmpty() ? node.names("fk_attrs") : own;
        QualifiedName referenced = ground.nameOf(node.child("pktable").orElseThrow());
        List<String> keys = node.names("pk_attrs");
        if (keys.isEmpty()) {
            keys = ground.table(referenced)
                    .flatMap(found -> found.primaryKey())
                    .map(Constraint.PrimaryKey::columns)
                    .orElse(List.of());
        }
        return new Constraint.ForeignKey(
                Identity.fresh(),
                name(node, GeneratedName.of(table.name(), String.join("_", columns), "fkey")),
                null,
                true,
                columns,
                referenced,
                keys,
                action(node.text("fk_upd_action")),
                action(node.text("fk_del_action")),
                List.of(),
                Constraint.Match.SIMPLE,
                Constraint.Deferrability.NOT_DEFERRABLE,
                validated,
                enforced,
                false);
    }

    /// `FKCONSTR_ACTION_…` (`parsenodes.h`).
    private static Constraint.Action action(String letter) {
        return switch (letter) {
            case "r" -> Constraint.Action.RESTRICT;
            case "c" -> Constraint.Action.CASCADE;
            case "n" -> Constraint.Action.SET_NULL;
            case "d" -> Constraint.Action.SET_DEFAULT;
            default -> Constraint.Action.NO_ACTION;
        };
    }

    Index index(QualifiedName table, Node statement) {
        List<Index.Key> keys =
                statement.list("indexParams").stream().map(NewParts::key).toList();
        String columns = String.join(
                "_",
                keys.stream()
                        .map(key -> Objects.requireNonNullElse(key.column(), "expr"))
                        .toList());
        String given = statement.text("idxname");
        return new Index(
                Identity.fresh(),
                given.isEmpty() ? GeneratedName.of(table.name(), columns, "idx") : given,
                null,
                statement.text("accessMethod"),
                statement.flag("unique"),
                statement.flag("nulls_not_distinct"),
                keys,
                List.of(),
                statement.has("whereClause") ? "?" : null,
                List.of(),
                null,
                true,
                false,
                false,
                null);
    }

    private static Index.Key key(Node element) {
        @Nullable String column = element.text("name").isEmpty() ? null : element.text("name");
        return new Index.Key(column, column == null ? "?" : null, null, null, List.of(), false, false);
    }

    /// The text of the first parentheses behind a place of the statement, with them.
    ///
    /// @param location in bytes, as the parser counts
    private String inParentheses(int location) {
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        int from = new String(bytes, 0, Math.min(location, bytes.length), StandardCharsets.UTF_8).length();
        int depth = 0;
        int open = -1;
        for (Token token : SqlTokens.scan(sql.substring(from))) {
            String text = token.length() == 1 ? token.text(sql.substring(from)) : "";
            if (text.equals("(")) {
                open = depth++ == 0 ? token.start() : open;
            } else if (text.equals(")") && --depth == 0) {
                return sql.substring(from + open, from + token.end());
            }
        }
        return "(true)";
    }
}
