package mana.studio.safety.predict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import mana.studio.statement.Node;
import mana.studio.statement.PgParser;
import mana.studio.statement.SyntaxError;

/// Expressions as the server deparses them, looked into.
final class Expressions {
    private Expressions() {}

    /// The tree of an expression; empty where it has a grammar of its own.
    static Optional<Node> tree(String expression) {
        try {
            return PgParser.parseOne("SELECT " + expression)
                    .list("targetList")
                    .getFirst()
                    .child("val");
        } catch (SyntaxError refused) {
            return Optional.empty();
        }
    }

    /// The names of the columns in an expression.
    static List<String> columnsOf(String expression) {
        return tree(expression).map(Expressions::columnsOf).orElseGet(() -> wordsOf(expression));
    }

    static List<String> columnsOf(Node tree) {
        return tree.all()
                .filter(node -> node.is("ColumnRef"))
                .flatMap(node -> lastName(node).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> lastName(Node columnRef) {
        List<Node> fields = columnRef.list("fields");
        return Optional.of(fields.getLast()).filter(field -> field.is("String")).map(Node::string);
    }

    /// Every word of a text that could be a name.
    static List<String> wordsOf(String text) {
        return SqlTokens.scan(text).stream()
                .flatMap(token -> word(token, text).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> word(Token token, String text) {
        return switch (token.kind()) {
            case IDENTIFIER, KEYWORD, TYPE -> Optional.of(token.text(text));
            case QUOTED_IDENTIFIER -> {
                String quoted = token.text(text);
                yield Optional.of(quoted.substring(1, quoted.length() - 1).replace("\"\"", "\""));
            }
            default -> Optional.empty();
        };
    }

    /// The name of the sequence that a call of `nextval` or `setval` moves; empty for other calls.
    static Optional<List<String>> sequenceOf(Node call) {
        String function = call.names("funcname").getLast();
        if (!function.equals("nextval") && !function.equals("setval")) {
            return Optional.empty();
        }
        return call.list("args").stream()
                .findFirst()
                .flatMap(argument -> argument.is("TypeCast") ? argument.child("arg") : Optional.of(argument))
                .flatMap(argument -> argument.child("sval"))
                .map(constant -> nameIn(constant.string()));
    }

    /// The parts of a name in a text: `app.ticket`, `"App".ticket`.
    private static List<String> nameIn(String text) {
        return tree(text).stream()
                .flatMap(reference -> reference.list("fields").stream())
                .map(Node::string)
                .toList();
    }

    /// The parts that AND joins, however deep.
    static Stream<Node> conjuncts(Node tree) {
        return tree.is("BoolExpr") && tree.text("boolop").equals("AND_EXPR")
                ? tree.list("args").stream().flatMap(Expressions::conjuncts)
                : Stream.of(tree);
    }

    /// The parts that OR joins.
    static List<Node> disjuncts(Node tree) {
        return tree.is("BoolExpr") && tree.text("boolop").equals("OR_EXPR") ? tree.list("args") : List.of(tree);
    }

    /// Whether an expression that is not false says that a column is not null: `x IS NOT NULL`, in an AND or in each
    /// part of an OR. Nothing weaker will do: a comparison is null, not false, for a null.
    static boolean provesNotNull(Node tree, String column) {
        return conjuncts(tree).anyMatch(part -> {
            List<Node> ways = disjuncts(part);
            return ways.size() > 1
                    ? ways.stream().allMatch(way -> provesNotNull(way, column))
                    : part.is("NullTest")
                            && part.text("nulltesttype").equals("IS_NOT_NULL")
                            && part.child("arg")
                                    .map(Expressions::columnsOf)
                                    .orElse(List.of())
                                    .equals(List.of(column))
                            && part.child("arg").orElseThrow().is("ColumnRef");
        });
    }
}
