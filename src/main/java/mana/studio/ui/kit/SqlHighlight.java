package mana.studio.ui.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import mana.studio.sql.Token.Kind;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/// The style classes of a SQL text, token by token.
final class SqlHighlight {
    /// A text without any.
    static final SqlHighlight NONE = new SqlHighlight(List.of());

    private final List<Token> tokens;

    private SqlHighlight(List<Token> tokens) {
        this.tokens = tokens;
    }

    static SqlHighlight of(String sql) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : SqlTokens.scan(sql)) {
            if (isBody(token, sql)) {
                addBody(tokens, token, sql);
            } else {
                tokens.add(token);
            }
        }
        return new SqlHighlight(tokens);
    }

    /// Of a text in TypeScript, in the same colours.
    static SqlHighlight ofTypeScript(String text) {
        return new SqlHighlight(TypeScriptTokens.scan(text));
    }

    /// A piece of a text and its style classes.
    record Piece(String text, List<String> classes) {}

    /// The text in pieces, as few as their looks allow: blanks go with what stands before them.
    static List<Piece> pieces(String sql) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> classes = List.of();
        for (Token token : of(sql).tokens) {
            List<String> next = token.kind() == Kind.WHITESPACE ? classes : classes(token.kind());
            if (!next.equals(classes) && !text.isEmpty()) {
                pieces.add(new Piece(text.toString(), classes));
                text.setLength(0);
            }
            classes = next;
            text.append(sql, token.start(), token.end());
        }
        if (!text.isEmpty()) {
            pieces.add(new Piece(text.toString(), classes));
        }
        return pieces;
    }

    /// What must be styled anew in a text that was styled by another highlight.
    ///
    /// @param start where the changed part begins
    record Change(int start, StyleSpans<Collection<String>> spans) {}

    /// What must be styled in a text that had another highlight before it was edited; null where nothing must.
    ///
    /// @param untouchedStart how many characters at the start of the text were not edited
    /// @param untouchedEnd   how many at its end
    @Nullable
    Change since(SqlHighlight older, int untouchedStart, int untouchedEnd) {
        int length = tokens.isEmpty() ? 0 : tokens.getLast().end();
        int same = sameAtStart(older, untouchedStart);
        int sameAtEnd = sameAtEnd(older, same, length - untouchedEnd);
        List<Token> changed = tokens.subList(same, tokens.size() - sameAtEnd);
        if (changed.isEmpty()) {
            return null;
        }
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>(changed.size());
        changed.forEach(token -> spans.add(classes(token.kind()), token.length()));
        return new Change(changed.getFirst().start(), spans.create());
    }

    private int sameAtStart(SqlHighlight older, int editedFrom) {
        int most = Math.min(tokens.size(), older.tokens.size());
        int same = 0;
        while (same < most
                && tokens.get(same).end() <= editedFrom
                && tokens.get(same).equals(older.tokens.get(same))) {
            same++;
        }
        return same;
    }

    private int sameAtEnd(SqlHighlight older, int sameAtStart, int editedTo) {
        int most = Math.min(tokens.size(), older.tokens.size()) - sameAtStart;
        int same = 0;
        while (same < most
                && tokens.get(tokens.size() - 1 - same).start() >= editedTo
                && alike(tokens.get(tokens.size() - 1 - same), older.tokens.get(older.tokens.size() - 1 - same))) {
            same++;
        }
        return same;
    }

    private static boolean alike(Token one, Token other) {
        return one.kind() == other.kind() && one.length() == other.length();
    }

    /// A constant of several lines in dollar quotes is code: the body of a function.
    private static boolean isBody(Token token, String sql) {
        return token.kind() == Kind.DOLLAR_STRING && token.text(sql).indexOf('\n') >= 0;
    }

    private static void addBody(List<Token> tokens, Token token, String sql) {
        int delimiter = sql.indexOf('$', token.start() + 1) + 1 - token.start();
        String quote = sql.substring(token.start(), token.start() + delimiter);
        int from = token.start() + delimiter;
        boolean closed = token.length() >= 2 * delimiter && token.text(sql).endsWith(quote);
        int to = closed ? token.end() - delimiter : token.end();
        tokens.add(new Token(Kind.DOLLAR_STRING, token.start(), from));
        for (Token inner : SqlTokens.scan(sql.substring(from, to))) {
            tokens.add(new Token(inner.kind(), from + inner.start(), from + inner.end()));
        }
        if (closed) {
            tokens.add(new Token(Kind.DOLLAR_STRING, to, token.end()));
        }
    }

    private static List<String> classes(Kind kind) {
        return switch (kind) {
            case KEYWORD -> List.of("sql-keyword");
            case TYPE -> List.of("sql-type");
            case STRING, DOLLAR_STRING -> List.of("sql-string");
            case NUMBER, PARAMETER -> List.of("sql-number");
            case COMMENT -> List.of("sql-comment");
            case OPERATOR, PUNCTUATION -> List.of("sql-operator");
            case IDENTIFIER, QUOTED_IDENTIFIER -> List.of("sql-identifier");
            case WHITESPACE, UNKNOWN -> List.of();
        };
    }
}
