package mana.studio.rows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a raw condition just closely enough to know that it stays within the parentheses it is put in: it closes what
/// it opens and nothing else, ends its quotes and comments, and holds no `;` and no `$1`. What it means is the
/// server's business. Token shapes: "Lexical Structure" of PostgreSQL's manual, with
/// `standard_conforming_strings` on.
final class RawCondition {
    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final String text;
    private final StringBuilder sql = new StringBuilder();
    private final Deque<Integer> open = new ArrayDeque<>();
    private int at;

    private RawCondition(String text) {
        this.text = text;
    }

    /// The condition as a piece of a prepared statement: a `?` of its own is doubled, as JDBC wants it.
    ///
    /// @throws ConditionException if it is not one condition
    static Sql read(String text) throws ConditionException {
        if (text.isBlank()) {
            throw new ConditionException("The condition is empty", 0);
        }
        return Sql.of(new RawCondition(text).scan()).in("\n", "\n");
    }

    private String scan() throws ConditionException {
        while (at < text.length()) {
            int start = at;
            token();
            sql.append(text, start, at);
        }
        if (!open.isEmpty()) {
            throw new ConditionException("The parenthesis is never closed", open.pop());
        }
        return sql.toString();
    }

    private void token() throws ConditionException {
        char c = text.charAt(at);
        switch (c) {
            case '(', '[' -> open.push(at++);
            case ')', ']' -> close(c);
            case ';' -> throw new ConditionException("A condition cannot hold a semicolon", at);
            case '?' -> {
                sql.append('?');
                at++;
            }
            case '\'' -> quoted('\'', escapes());
            case '"' -> quoted('"', false);
            case '$' -> dollar();
            case '-' -> lineComment();
            case '/' -> blockComment();
            default -> word();
        }
    }

    private void close(char c) throws ConditionException {
        if (open.isEmpty() || text.charAt(open.peek()) != (c == ')' ? '(' : '[')) {
            throw new ConditionException("Nothing is open that \"" + c + "\" could close", at);
        }
        open.pop();
        at++;
    }

    /// Whether the quote that comes is that of `E'…'`.
    private boolean escapes() {
        if (at == 0 || Character.toLowerCase(text.charAt(at - 1)) != 'e') {
            return false;
        }
        return at == 1 || !Character.isUnicodeIdentifierPart(text.charAt(at - 2)) && text.charAt(at - 2) != '$';
    }

    private void quoted(char quote, boolean escapes) throws ConditionException {
        int start = at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (escapes && c == '\\') {
                at++;
            } else if (c == quote) {
                return;
            }
        }
        throw new ConditionException("The quote is never closed", start);
    }

    private void dollar() throws ConditionException {
        Matcher tag = DOLLAR_QUOTE.matcher(text).region(at, text.length());
        if (tag.lookingAt()) {
            int end = text.indexOf(tag.group(), tag.end());
            if (end < 0) {
                throw new ConditionException("The quote is never closed", at);
            }
            at = end + tag.group().length();
        } else if (at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
            throw new ConditionException("A condition cannot have parameters", at);
        } else {
            at++;
        }
    }

    private void lineComment() {
        if (text.startsWith("--", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else {
            at++;
        }
    }

    /// PostgreSQL's comments nest.
    private void blockComment() throws ConditionException {
        if (!text.startsWith("/*", at)) {
            at++;
            return;
        }
        int start = at;
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else if (++at >= text.length()) {
                throw new ConditionException("The comment is never closed", start);
            }
        } while (depth > 0);
    }

    /// A word whole, so that a `$` within it opens no quote; anything else as it is.
    private void word() {
        Matcher word = WORD.matcher(text).region(at, text.length());
        at = word.lookingAt() ? word.end() : at + 1;
    }
}
