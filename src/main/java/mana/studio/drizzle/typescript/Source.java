package mana.studio.drizzle.typescript;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mana.studio.drizzle.typescript.Token.Kind;
import org.jspecify.annotations.Nullable;

/// A schema file as far as its shape goes: its imports and its constants.
record Source(String name, String text, List<Token> tokens, List<Import> imports, List<Constant> constants) {
    /// @param specifiers of `{ a, b as c }`; empty where it has none
    /// @param open       the token of its brace, -1 without one
    record Import(String module, List<Specifier> specifiers, int open, int start, int end) {}

    /// @param name  what it is called here
    record Specifier(String imported, String name, int start, int end) {}

    /// `export const users = …;`
    ///
    /// @param value null where it is no chain of calls
    record Constant(String name, boolean exported, @Nullable Chain value, int start, int end) {}

    /// `a.b(…).c(…)`
    record Chain(List<Segment> segments, int start, int end) {
        Segment first() {
            return segments.getFirst();
        }

        /// The call with this name.
        Optional<Segment> call(String name) {
            return segments.stream()
                    .filter(segment -> segment.name().equals(name) && segment.arguments() != null)
                    .findFirst();
        }
    }

    /// @param arguments null where it is not called
    /// @param start     of its dot
    record Segment(String name, @Nullable List<Piece> arguments, int start, int end) {
        List<Piece> args() {
            return arguments == null ? List.of() : arguments;
        }
    }

    /// A run of tokens.
    ///
    /// @param from its first token
    /// @param to   behind its last token
    record Piece(int from, int to) {
        boolean isEmpty() {
            return from == to;
        }
    }

    static Source read(String name, String text) throws UnreadableTypeScript {
        return new SourceReader(name, text).read();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    int start(Piece piece) {
        return tokens.get(piece.from()).start();
    }

    int end(Piece piece) {
        return tokens.get(piece.to() - 1).end();
    }

    String text(Piece piece) {
        return piece.isEmpty() ? "" : text.substring(start(piece), end(piece));
    }

    /// The value of a piece that is one string.
    Optional<String> string(Piece piece) {
        return piece.to() - piece.from() == 1 && token(piece.from()).kind() == Kind.STRING
                ? Optional.of(unquoted(token(piece.from()).text()))
                : Optional.empty();
    }

    /// The pieces between the commas of a piece that is in these brackets.
    Optional<List<Piece>> inside(Piece piece, String open, String close) {
        if (piece.to() - piece.from() < 2
                || !token(piece.from()).is(open)
                || !token(piece.to() - 1).is(close)) {
            return Optional.empty();
        }
        return Optional.of(split(piece.from() + 1, piece.to() - 1));
    }

    List<Piece> split(int from, int to) {
        return new SourceReader(this).split(from, to);
    }

    Optional<Chain> chain(Piece piece) {
        return new SourceReader(this).chain(piece.from(), piece.to());
    }

    /// How often a word stands in the file for a constant: not as a property, not as a key.
    long count(String word) {
        long inTemplates = tokens.stream()
                .filter(token -> token.kind() == Kind.TEMPLATE)
                .filter(token -> token.text().matches("(?s).*\\$\\{[^}]*(?<![.\\w])" + word + "\\b.*"))
                .count();
        return inTemplates
                + IntStream.range(0, tokens.size())
                        .filter(at -> token(at).kind() == Kind.WORD
                                && token(at).text().equals(word))
                        .filter(at -> at == 0 || !isProperty(at))
                        .count();
    }

    private boolean isProperty(int at) {
        Token before = token(at - 1);
        boolean key = (before.is("{") || before.is(","))
                && at + 1 < tokens.size()
                && token(at + 1).is(":");
        return key || before.is(".") || before.is("?.");
    }

    int line(int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
    }

    static String unquoted(String literal) {
        StringBuilder value = new StringBuilder();
        String inside = literal.substring(1, literal.length() - 1);
        for (int at = 0; at < inside.length(); at++) {
            char character = inside.charAt(at);
            if (character == '\\' && at + 1 < inside.length()) {
                at++;
                value.append(
                        switch (inside.charAt(at)) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            default -> inside.charAt(at);
                        });
            } else {
                value.append(character);
            }
        }
        return value.toString();
    }
}
