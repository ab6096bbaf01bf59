package mana.studio.rows;

/// JSON's text, rearranged without being understood: every number, string, key and their order stay as they are
/// written, which a parser that builds values would not promise (`1.10`, `1e2`, a key given twice).
public final class JsonText {
    private static final String INDENT = "  ";

    private final String json;
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private int at;

    private JsonText(String json) {
        this.json = json;
    }

    /// A member or element per line. What is not JSON comes back as some text, never as an error.
    public static String pretty(String json) {
        return new JsonText(json).lines();
    }

    /// Without line breaks. Within strings JSON has none.
    static String oneLine(String json) {
        return json.replace('\n', ' ').replace('\r', ' ');
    }

    private String lines() {
        while (at < json.length()) {
            char c = json.charAt(at);
            switch (c) {
                case '{', '[' -> open(c);
                case '}', ']' -> {
                    depth = Math.max(0, depth - 1);
                    newLine();
                    put(c);
                }
                case ',' -> {
                    put(c);
                    newLine();
                }
                case ':' -> {
                    put(c);
                    out.append(' ');
                }
                case '"' -> string();
                case ' ', '\t', '\n', '\r' -> at++;
                default -> put(c);
            }
        }
        return out.toString();
    }

    private void open(char c) {
        put(c);
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        if (at < json.length() && (json.charAt(at) == '}' || json.charAt(at) == ']')) {
            put(json.charAt(at));
        } else {
            depth++;
            newLine();
        }
    }

    private void string() {
        do {
            if (json.charAt(at) == '\\' && at + 1 < json.length()) {
                put(json.charAt(at));
            }
            put(json.charAt(at));
        } while (at < json.length() && json.charAt(at) != '"');
        if (at < json.length()) {
            put('"');
        }
    }

    private void put(char c) {
        out.append(c);
        at++;
    }

    private void newLine() {
        out.append('\n').append(INDENT.repeat(depth));
    }

    /// A string as JSON writes it.
    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
