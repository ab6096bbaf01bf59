package mana.studio.drizzle.project;

import java.util.ArrayList;
import java.util.List;
import mana.studio.drizzle.project.ScriptToken.Kind;

/// A JavaScript or TypeScript file in pieces, without its comments. Whatever the text, it is read to the end.
final class Script {
    private final String text;
    private final List<ScriptToken> tokens = new ArrayList<>();
    private int at;

    private Script(String text) {
        this.text = text;
    }

    /// The pieces of a text; the last is the end.
    static List<ScriptToken> tokens(String text) {
        Script script = new Script(text);
        script.read();
        return List.copyOf(script.tokens);
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
            } else if (c == '\'' || c == '"' || c == '`') {
                string(c);
            } else if (Character.isJavaIdentifierStart(c)) {
                take(Kind.NAME, Script::isNamePart);
            } else if (Character.isDigit(c)) {
                take(Kind.NUMBER, each -> Character.isLetterOrDigit(each) || each == '.' || each == '_');
            } else if (c == '/' && isRegexHere()) {
                skipRegex();
            } else {
                sign();
            }
        }
        add(Kind.END, "", text.length());
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at + 2);
        at = found < 0 ? text.length() : found + end.length();
    }

    private interface Part {
        boolean has(char c);
    }

    private static boolean isNamePart(char c) {
        return Character.isJavaIdentifierPart(c);
    }

    private void take(Kind kind, Part part) {
        int end = at + 1;
        while (end < text.length() && part.has(text.charAt(end))) {
            end++;
        }
        add(kind, text.substring(at, end), end);
    }

    private void add(Kind kind, String value, int end) {
        tokens.add(new ScriptToken(kind, value, at, end));
        at = end;
    }

    private void sign() {
        for (String two : List.of("??", "||", "&&", "=>", "?.")) {
            if (text.startsWith(two, at)) {
                add(Kind.SIGN, two, at + 2);
                return;
            }
        }
        int dots = text.startsWith("...", at) ? 3 : 1;
        add(Kind.SIGN, text.substring(at, at + dots), at + dots);
    }

    private void string(char quote) {
        StringBuilder value = new StringBuilder();
        boolean filled = false;
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                value.append(escaped(text.charAt(i + 1)));
                i += 2;
                continue;
            }
            if (c == '\n' && quote != '`') {
                break;
            }
            filled |= quote == '`' && c == '$' && text.startsWith("${", i);
            value.append(c);
            i++;
        }
        add(filled ? Kind.TEMPLATE : Kind.STRING, value.toString(), Math.min(text.length(), i + 1));
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    /// After a value a slash divides; elsewhere it begins a regular expression.
    private boolean isRegexHere() {
        if (tokens.isEmpty()) {
            return true;
        }
        ScriptToken before = tokens.getLast();
        return before.kind() == Kind.SIGN && !before.is(")") && !before.is("]") && !before.is("}");
    }

    private void skipRegex() {
        int i = at + 1;
        boolean inClass = false;
        while (i < text.length() && text.charAt(i) != '\n' && (inClass || text.charAt(i) != '/')) {
            inClass = text.charAt(i) == '[' || (inClass && text.charAt(i) != ']');
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), i + 1);
    }
}
