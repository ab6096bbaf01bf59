package mana.studio.sql;

/// Expressions as the server deparses them.
public final class Expression {
    private Expression() {}

    /// The expression in exactly one pair of parentheses.
    public static String inParentheses(String expression) {
        return isWrapped(expression) ? expression : "(" + expression + ")";
    }

    /// Whether the parenthesis that opens the expression is closed by its last letter.
    private static boolean isWrapped(String expression) {
        if (!expression.startsWith("(")) {
            return false;
        }
        int depth = 0;
        char quote = 0;
        for (int at = 0; at < expression.length(); at++) {
            char letter = expression.charAt(at);
            if (quote != 0) {
                // A doubled quote ends and begins a constant: the same for counting.
                quote = letter == quote ? 0 : quote;
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if (letter == '(') {
                depth++;
            } else if (letter == ')' && --depth == 0) {
                return at == expression.length() - 1;
            }
        }
        return false;
    }
}
