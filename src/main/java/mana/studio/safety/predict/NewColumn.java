package mana.studio.safety.predict;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.statement.Node;

/// A column as ADD COLUMN describes it, and what it does to the rows that are there: `ATExecAddColumn`
/// (`tablecmds.c`).
record NewColumn(String name, SqlType type, List<Node> constraints, Ground ground) {
    private static final Set<String> INDEXED = Set.of("CONSTR_UNIQUE", "CONSTR_PRIMARY");

    static NewColumn of(Node column, Ground ground) {
        SqlType type = SqlType.of(column.child("typeName").orElseThrow(), ground);
        return new NewColumn(column.text("colname"), type, column.list("constraints"), ground);
    }

    private Stream<Node> all(String type) {
        return constraints.stream().filter(each -> each.text("contype").equals(type));
    }

    private boolean has(String type) {
        return all(type).findAny().isPresent();
    }

    Optional<Node> defaultExpression() {
        return all("CONSTR_DEFAULT").findFirst().flatMap(each -> each.child("raw_expr"));
    }

    List<Node> references() {
        return all("CONSTR_FOREIGN").toList();
    }

    private boolean isVirtual() {
        return all("CONSTR_GENERATED")
                .anyMatch(each -> each.text("generated_kind").equals("v"));
    }

    private boolean isStored() {
        return has("CONSTR_GENERATED") && !isVirtual();
    }

    /// Whether each row gets a value of its own, or one that must be checked row by row.
    boolean rewrites() {
        return isStored()
                || has("CONSTR_IDENTITY")
                || type.isSerial()
                || new TypeChange(ground).hasConstraints(type)
                || defaultExpression().map(new Volatility(ground)::isVolatile).orElse(false);
    }

    /// Whether the rows are read all the same: for a check, an index or NOT NULL. What was given as the default of
    /// every
    /// row is not null.
    boolean scans() {
        boolean checks = all("CONSTR_CHECK").anyMatch(each -> !each.flag("skip_validation"));
        boolean indexes = constraints.stream().anyMatch(each -> INDEXED.contains(each.text("contype")));
        return checks || indexes || (isNotNull() && (isVirtual() || !hasValue()));
    }

    private boolean isNotNull() {
        return has("CONSTR_NOTNULL") || has("CONSTR_PRIMARY");
    }

    /// Whether the rows that are there get a value.
    boolean hasValue() {
        return defaultExpression().filter(value -> !isNull(value)).isPresent()
                || has("CONSTR_GENERATED")
                || has("CONSTR_IDENTITY")
                || type.isSerial();
    }

    private static boolean isNull(Node value) {
        return value.is("A_Const") && value.flag("isnull");
    }

    /// Whether rows that are there would break NOT NULL.
    boolean isRequired() {
        return isNotNull() && !hasValue();
    }

    /// What the server's version does not know yet.
    Optional<String> refusal() {
        if (isVirtual() && !ground.since(18)) {
            return Optional.of("virtual generated columns need PostgreSQL 18");
        }
        return Optional.empty();
    }
}
