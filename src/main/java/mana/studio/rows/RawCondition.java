package mana.studio.rows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// A raw condition a person typed, read just closely enough to know that it stays within the parentheses it is put in:
/// the parenthesis that opens before it is closed by the one behind it, and it holds no `;` and no `$1`. What it means
/// is the server's business.
final class RawCondition {
    /// What stands before the condition.
    static final String BEFORE = "(\n";

    private static final String AFTER = "\n)";

    private final String text;
    private final Deque<Integer> open = new ArrayDeque<>();

    private RawCondition(String text) {
        this.text = text;
    }

    /// The condition, in parentheses, as a piece of a prepared statement: its own `?` is doubled, as JDBC wants it.
    ///
    /// @throws ConditionException if it is not one condition
    static Sql read(String text) throws ConditionException {
        if (text.isBlank()) {
            throw new ConditionException("The condition is empty", 0);
        }
        return Sql.of(new RawCondition(BEFORE + text + AFTER).scan());
    }

    private String scan() throws ConditionException {
        StringBuilder sql = new StringBuilder();
        List<Token> tokens = SqlTokens.scan(text);
        for (Token token : tokens) {
            String piece = token.text(text);
            sql.append(token.kind() == Token.Kind.OPERATOR ? piece.replace("?", "??") : piece);
            check(token, piece);
        }
        Token last = tokens.getLast();
        if (last.length() > 1 || !open.isEmpty()) {
            // What is never closed has swallowed our parenthesis, or needs it for itself.
            boolean swallowed = last.length() > 1;
            throw wrong(
                    swallowed ? "What begins here is never closed" : "The parenthesis is never closed",
                    swallowed ? last.start() : open.pop());
        }
        return sql.toString();
    }

    private void check(Token token, String piece) throws ConditionException {
        if (token.kind() == Token.Kind.PARAMETER) {
            throw wrong("A condition cannot have parameters", token.start());
        }
        if (token.kind() != Token.Kind.PUNCTUATION) {
            return;
        }
        switch (piece) {
            case "(", "[" -> open.push(token.start());
            case ")", "]" -> close(piece, token);
            case ";" -> throw wrong("A condition cannot hold a semicolon", token.start());
            default -> {
                // Commas, dots and colons have no partner.
            }
        }
    }

    private void close(String piece, Token token) throws ConditionException {
        boolean ours = open.size() == 1 && token.end() < text.length();
        if (open.isEmpty() || ours || text.charAt(open.peek()) != (piece.equals(")") ? '(' : '[')) {
            throw wrong("Nothing is open that \"" + piece + "\" could close", token.start());
        }
        open.pop();
    }

    /// @param place in the text with its parentheses
    private ConditionException wrong(String message, int place) {
        int end = text.length() - BEFORE.length() - AFTER.length();
        return new ConditionException(message, Math.clamp(place - BEFORE.length(), 0, end));
    }
}
