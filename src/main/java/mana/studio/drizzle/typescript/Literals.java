package mana.studio.drizzle.typescript;

/// Values as TypeScript spells them.
final class Literals {
    private Literals() {}

    /// In single quotes, or in double ones where that spares a backslash.
    static String string(String value) {
        char quote = value.contains("'") && !value.contains("\"") ? '"' : '\'';
        StringBuilder text = new StringBuilder().append(quote);
        value.chars().forEach(character -> text.append(inString((char) character, quote)));
        return text.append(quote).toString();
    }

    /// A literal of ours in the quotes that a file prefers.
    static String quoted(String literal, char quote) {
        boolean other = quote == '"' && literal.startsWith("'") && !literal.contains("\"");
        return other ? "\"" + literal.substring(1, literal.length() - 1).replace("\\'", "'") + "\"" : literal;
    }

    /// A `sql` template whose text is exactly this.
    static String sql(String text) {
        return "sql`" + template(text) + "`";
    }

    /// The inside of a template literal.
    static String template(String text) {
        return text.replace("\\", "\\\\")
                .replace("`", "\\`")
                .replace("${", "\\${")
                .replace("\r", "\\r")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String inString(char character, char quote) {
        return switch (character) {
            case '\'' -> quote == '\'' ? "\\'" : "'";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                character < ' ' || character == '\u2028' || character == '\u2029'
                        ? "\\u%04x".formatted((int) character)
                        : String.valueOf(character);
        };
    }
}
