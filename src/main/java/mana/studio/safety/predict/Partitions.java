package mana.studio.safety.predict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// The arithmetic of partition bounds, as far as it spares a scan.
final class Partitions {
    private Partitions() {}

    /// The columns by which a table is partitioned; none where it is not.
    static List<String> keyColumns(Table table) {
        String key = table.partitionKey();
        if (key == null) {
            return List.of();
        }
        String inside = key.substring(key.indexOf('('));
        return Expressions.columnsOf("ROW" + inside);
    }

    /// Whether checks of a table prove that all its rows lie within a bound.
    ///
    /// @param bound a `PartitionBoundSpec`
    static boolean isProvenInside(Table table, String column, Node bound) {
        return isNotNull(table, column)
                && limits(bound)
                        .map(limits -> checks(table)
                                        .anyMatch(check -> Expressions.conjuncts(check)
                                                .anyMatch(part -> isAtLeast(part, column, limits.from())))
                                && checks(table)
                                        .anyMatch(check -> Expressions.conjuncts(check)
                                                .anyMatch(part -> isBelow(part, column, limits.to()))))
                        .orElse(false);
    }

    /// Whether a check of a table proves that none of its rows lies within a bound.
    static boolean isProvenOutside(Table table, String column, Node bound) {
        return limits(bound)
                .map(limits -> checks(table)
                        .anyMatch(check -> Expressions.conjuncts(check).anyMatch(part -> {
                            List<Node> ways = Expressions.disjuncts(part);
                            return ways.stream()
                                    .allMatch(way ->
                                            isBelow(way, column, limits.from()) || isAtLeast(way, column, limits.to()));
                        })))
                .orElse(false);
    }

    /// @param from the first value inside
    /// @param to   the first value outside
    private record Limits(String from, String to) {}

    private static Optional<Limits> limits(Node bound) {
        List<Node> lower = bound.list("lowerdatums");
        List<Node> upper = bound.list("upperdatums");
        if (lower.size() != 1 || upper.size() != 1) {
            return Optional.empty();
        }
        return constant(lower.getFirst())
                .flatMap(from -> constant(upper.getFirst()).map(to -> new Limits(from, to)));
    }

    private static Stream<Node> checks(Table table) {
        return table.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(Constraint.Check.class::cast)
                .filter(check -> check.validated() && check.enforced())
                .flatMap(check -> Expressions.tree(check.expression()).stream());
    }

    private static boolean isNotNull(Table table, String column) {
        return table.column(column).map(Column::isNotNull).orElse(false)
                || checks(table).anyMatch(check -> Expressions.provesNotNull(check, column));
    }

    private static boolean isAtLeast(Node part, String column, String limit) {
        return compares(part, column, List.of(">=", ">"), limit, 1);
    }

    private static boolean isBelow(Node part, String column, String limit) {
        return compares(part, column, List.of("<"), limit, -1);
    }

    /// Whether a part compares the column with the limit or with something beyond it.
    private static boolean compares(Node part, String column, List<String> operators, String limit, int beyond) {
        if (!part.is("A_Expr") || !operators.contains(String.join(".", part.names("name")))) {
            return false;
        }
        Node left = part.child("lexpr").orElseThrow();
        return left.is("ColumnRef")
                && Expressions.columnsOf(left).equals(List.of(column))
                && part.child("rexpr")
                        .flatMap(Partitions::constant)
                        .map(value -> value.equals(limit) || Integer.signum(compare(value, limit)) == beyond)
                        .orElse(false);
    }

    /// Numbers by their value, dates as they are written; what is neither is not compared.
    private static int compare(String one, String other) {
        if (one.matches("-?\\d{1,18}") && other.matches("-?\\d{1,18}")) {
            return Long.compare(Long.parseLong(one), Long.parseLong(other));
        }
        String date = "\\d{4}-\\d\\d-\\d\\d.*";
        return one.matches(date) && other.matches(date) ? one.compareTo(other) : 0;
    }

    private static Optional<String> constant(Node node) {
        if (node.is("TypeCast")) {
            return node.child("arg").flatMap(Partitions::constant);
        }
        if (node.is("PartitionRangeDatum")) {
            return node.child("value").flatMap(Partitions::constant);
        }
        if (!node.is("A_Const")) {
            return Optional.empty();
        }
        return node.child("sval")
                .map(Node::string)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .or(() -> node.child("ival").map(value -> String.valueOf(value.number("ival"))));
    }
}
