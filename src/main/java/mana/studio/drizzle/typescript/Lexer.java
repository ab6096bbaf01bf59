package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mana.studio.drizzle.typescript.Token.Kind;

/// Cuts TypeScript into tokens, leaving out blanks and comments. It need not understand what it cuts: it must not take
/// a bracket in a string, a template, a comment or a regular expression for one.
final class Lexer {
    /// Behind these a slash starts a regular expression, although they are words.
    private static final Set<String> BEFORE_REGEX =
            Set.of("return", "typeof", "case", "in", "of", "new", "delete", "void", "throw", "else", "do", "await");
    private static final List<String> LONG_SIGNS = List.of("...", "=>", "?.");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /// @throws UnreadableTypeScript where a string, a template or a comment does not end
    static List<Token> tokens(String text) throws UnreadableTypeScript {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return List.copyOf(lexer.tokens);
    }

    private void next() throws UnreadableTypeScript {
        char character = text.charAt(at);
        if (Character.isWhitespace(character) || character == '\uFEFF') {
            at++;
        } else if (text.startsWith("//", at) || at == 0 && text.startsWith("#!")) {
            at = endOfLine();
        } else if (text.startsWith("/*", at)) {
            at = after("*/", at + 2, "A comment");
        } else if (character == '\'' || character == '"') {
            add(Kind.STRING, endOfString(character));
        } else if (character == '`') {
            add(Kind.TEMPLATE, endOfTemplate(at));
        } else if (Character.isJavaIdentifierStart(character) || character == '#') {
            add(Kind.WORD, endOfWord());
        } else if (Character.isDigit(character)) {
            add(Kind.NUMBER, endOfWord());
        } else if (character == '/' && startsRegex()) {
            add(Kind.REGEX, endOfRegex());
        } else {
            add(Kind.SIGN, at + sign().length());
        }
    }

    private String sign() {
        return LONG_SIGNS.stream()
                .filter(sign -> text.startsWith(sign, at))
                .findFirst()
                .orElse(text.substring(at, at + 1));
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), at, end));
        at = end;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int endOfWord() {
        int end = at + 1;
        while (end < text.length()
                && (Character.isJavaIdentifierPart(text.charAt(end))
                        || text.charAt(end) == '.' && Character.isDigit(text.charAt(at)))) {
            end++;
        }
        return end;
    }

    private int endOfString(char quote) throws UnreadableTypeScript {
        for (int end = at + 1; end < text.length() && text.charAt(end) != '\n'; end++) {
            if (text.charAt(end) == '\\') {
                end++;
            } else if (text.charAt(end) == quote) {
                return end + 1;
            }
        }
        throw unended("A string", at);
    }

    /// Templates stand in templates, inside `${…}`.
    private int endOfTemplate(int start) throws UnreadableTypeScript {
        int end = start + 1;
        while (end < text.length()) {
            if (text.charAt(end) == '\\') {
                end += 2;
            } else if (text.charAt(end) == '`') {
                return end + 1;
            } else if (text.startsWith("${", end)) {
                end = endOfHole(end + 2);
            } else {
                end++;
            }
        }
        throw unended("A template", start);
    }

    private int endOfHole(int start) throws UnreadableTypeScript {
        Lexer inside = new Lexer(text);
        inside.at = start;
        int depth = 1;
        while (inside.at < text.length()) {
            int before = inside.tokens.size();
            inside.next();
            if (inside.tokens.size() > before) {
                Token token = inside.tokens.getLast();
                depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
                if (depth == 0) {
                    return inside.at;
                }
            }
        }
        throw unended("A template", start);
    }

    private boolean startsRegex() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.getLast();
        return switch (last.kind()) {
            case SIGN -> !last.is(")") && !last.is("]") && !last.is("}");
            case WORD -> BEFORE_REGEX.contains(last.text());
            case STRING, TEMPLATE, NUMBER, REGEX -> false;
        };
    }

    private int endOfRegex() throws UnreadableTypeScript {
        boolean set = false;
        for (int end = at + 1; end < text.length() && text.charAt(end) != '\n'; end++) {
            char character = text.charAt(end);
            if (character == '\\') {
                end++;
            } else if (character == '/' && !set) {
                return end + 1;
            } else {
                set = character == '[' || set && character != ']';
            }
        }
        throw unended("A regular expression", at);
    }

    private int after(String end, int from, String what) throws UnreadableTypeScript {
        int found = text.indexOf(end, from);
        if (found < 0) {
            throw unended(what, at);
        }
        return found + end.length();
    }

    private UnreadableTypeScript unended(String what, int start) {
        long line = text.substring(0, start).lines().count();
        return new UnreadableTypeScript(what + " that starts in line " + Math.max(line, 1) + " does not end.");
    }
}
