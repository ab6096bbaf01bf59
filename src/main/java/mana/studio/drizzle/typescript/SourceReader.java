package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mana.studio.drizzle.typescript.Source.Chain;
import mana.studio.drizzle.typescript.Source.Constant;
import mana.studio.drizzle.typescript.Source.Import;
import mana.studio.drizzle.typescript.Source.Piece;
import mana.studio.drizzle.typescript.Source.Segment;
import mana.studio.drizzle.typescript.Source.Specifier;
import mana.studio.drizzle.typescript.Token.Kind;

/// Finds the shape of a file in its tokens; what it does not know it steps over.
final class SourceReader {
    private static final Set<String> OPEN = Set.of("(", "[", "{");
    private static final Set<String> CLOSE = Set.of(")", "]", "}");
    private static final Set<String> STATEMENTS = Set.of(
            "import",
            "export",
            "const",
            "let",
            "var",
            "function",
            "class",
            "type",
            "interface",
            "enum",
            "declare",
            "abstract",
            "async");

    private final String name;
    private final String text;
    private final List<Token> tokens;

    SourceReader(String name, String text) throws UnreadableTypeScript {
        this.name = name;
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    SourceReader(Source source) {
        this.name = source.name();
        this.text = source.text();
        this.tokens = source.tokens();
    }

    Source read() {
        List<Import> imports = new ArrayList<>();
        List<Constant> constants = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int end = endOfStatement(at);
            if (tokens.get(at).is("import")) {
                importOf(at, end).ifPresent(imports::add);
            } else {
                constant(at, end).ifPresent(constants::add);
            }
            at = Math.max(end, at + 1);
        }
        return new Source(name, text, tokens, List.copyOf(imports), List.copyOf(constants));
    }

    /// Behind its semicolon or, without one, before a word on a new line that starts a statement.
    private int endOfStatement(int from) {
        int at = from;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.is(";")) {
                return at + 1;
            }
            if (at > from && token.kind() == Kind.WORD && STATEMENTS.contains(token.text()) && startsLine(at)) {
                return at;
            }
            at = OPEN.contains(token.text()) && token.kind() == Kind.SIGN ? closing(at) + 1 : at + 1;
        }
        return tokens.size();
    }

    private boolean startsLine(int at) {
        return text.substring(tokens.get(at - 1).end(), tokens.get(at).start()).contains("\n");
    }

    private Optional<Import> importOf(int from, int end) {
        int module = from;
        while (module < end && tokens.get(module).kind() != Kind.STRING) {
            module++;
        }
        if (module == end) {
            return Optional.empty();
        }
        int open = from;
        while (open < module && !tokens.get(open).is("{")) {
            open++;
        }
        List<Specifier> specifiers = new ArrayList<>();
        if (open < module) {
            split(open + 1, closing(open)).forEach(piece -> specifiers.add(specifier(piece)));
        }
        return Optional.of(new Import(
                Source.unquoted(tokens.get(module).text()),
                specifiers,
                open < module ? open : -1,
                tokens.get(from).start(),
                tokens.get(end - 1).end()));
    }

    private Specifier specifier(Piece piece) {
        Token first = tokens.get(piece.from());
        boolean type = first.is("type") && piece.to() - piece.from() > 1;
        Token imported = tokens.get(piece.from() + (type ? 1 : 0));
        Token last = tokens.get(piece.to() - 1);
        return new Specifier(imported.text(), last.text(), first.start(), last.end());
    }

    private Optional<Constant> constant(int from, int end) {
        boolean exported = tokens.get(from).is("export");
        int at = from + (exported ? 1 : 0);
        if (at + 3 > end || !tokens.get(at).is("const") || tokens.get(at + 1).kind() != Kind.WORD) {
            return Optional.empty();
        }
        int equals = at + 2;
        while (equals < end && !tokens.get(equals).is("=")) {
            equals++;
        }
        int last = tokens.get(end - 1).is(";") ? end - 1 : end;
        return equals + 1 >= last
                ? Optional.empty()
                : Optional.of(new Constant(
                        tokens.get(at + 1).text(),
                        exported,
                        chain(equals + 1, last).orElse(null),
                        tokens.get(from).start(),
                        tokens.get(end - 1).end()));
    }

    /// The pieces between the commas.
    List<Piece> split(int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int start = from;
        int at = from;
        while (at < to) {
            Token token = tokens.get(at);
            if (token.is(",")) {
                pieces.add(new Piece(start, at));
                start = at + 1;
                at++;
            } else if (token.kind() == Kind.SIGN && OPEN.contains(token.text())) {
                at = closing(at) + 1;
            } else {
                int behind = typeArguments(at, to);
                at = behind > 0 ? behind : at + 1;
            }
        }
        if (start < to) {
            pieces.add(new Piece(start, to));
        }
        return pieces;
    }

    /// The chain that these tokens are; nothing where they are something else.
    Optional<Chain> chain(int from, int to) {
        List<Segment> segments = new ArrayList<>();
        int at = from;
        while (at < to && tokens.get(at).kind() == Kind.WORD) {
            int start = at == from ? tokens.get(at).start() : tokens.get(at - 1).start();
            Token word = tokens.get(at);
            int behindTypes = typeArguments(at, to);
            at = behindTypes > 0 ? behindTypes : at + 1;
            List<Piece> arguments = null;
            if (at < to && tokens.get(at).is("(")) {
                int close = closing(at);
                arguments = split(at + 1, close);
                at = close + 1;
            }
            segments.add(new Segment(
                    word.text(), arguments, start, tokens.get(at - 1).end()));
            if (at == to) {
                return Optional.of(new Chain(
                        segments, tokens.get(from).start(), tokens.get(to - 1).end()));
            }
            if (!tokens.get(at).is(".")) {
                return Optional.empty();
            }
            at++;
        }
        return Optional.empty();
    }

    /// Behind the `<…>` of a word that is called with it, -1 where it is not.
    private int typeArguments(int word, int to) {
        if (tokens.get(word).kind() != Kind.WORD
                || word + 1 >= to
                || !tokens.get(word + 1).is("<")) {
            return -1;
        }
        int depth = 0;
        for (int at = word + 1; at < to; at++) {
            Token token = tokens.get(at);
            depth += token.is("<") ? 1 : token.is(">") ? -1 : 0;
            if (depth == 0) {
                return at + 1 < to && tokens.get(at + 1).is("(") ? at + 1 : -1;
            }
            if (token.kind() == Kind.SIGN && OPEN.contains(token.text())) {
                at = closing(at);
            }
        }
        return -1;
    }

    /// The bracket that closes this one; the last token where none does.
    private int closing(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.kind() == Kind.SIGN) {
                depth += OPEN.contains(token.text()) ? 1 : CLOSE.contains(token.text()) ? -1 : 0;
                if (depth == 0) {
                    return at;
                }
            }
        }
        return tokens.size() - 1;
    }
}
