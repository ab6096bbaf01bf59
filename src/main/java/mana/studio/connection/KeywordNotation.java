package mana.studio.connection;

/// `host=localhost port=5432 dbname='my db'`, as libpq reads it ("Keyword/Value Connection Strings" in its
/// documentation): values in single quotes or without spaces, `\` before a quote or a backslash.
final class KeywordNotation {
    private final String text;
    private int position;

    private KeywordNotation(String text) {
        this.text = text;
    }

    static Conninfo read(String text) throws MalformedConnectionString {
        KeywordNotation notation = new KeywordNotation(text);
        Conninfo conninfo = new Conninfo();
        notation.skipSpaces();
        while (!notation.atEnd()) {
            String keyword = notation.keyword();
            conninfo.put(keyword, notation.value());
            notation.skipSpaces();
        }
        return conninfo;
    }

    private String keyword() throws MalformedConnectionString {
        int start = position;
        while (!atEnd() && here() != '=' && !Character.isWhitespace(here())) {
            position++;
        }
        String keyword = text.substring(start, position);
        skipSpaces();
        if (atEnd() || here() != '=') {
            // Perhaps the rest of a password with a space in it: it must not be repeated.
            throw new MalformedConnectionString("The word at character " + (start + 1)
                    + " is not followed by =. Write keyword=value, and a value with spaces in single quotes.");
        }
        position++;
        skipSpaces();
        return keyword;
    }

    private String value() throws MalformedConnectionString {
        if (!atEnd() && here() == '\'') {
            return quoted();
        }
        StringBuilder value = new StringBuilder();
        while (!atEnd() && !Character.isWhitespace(here())) {
            value.append(character());
        }
        return value.toString();
    }

    private String quoted() throws MalformedConnectionString {
        int start = position++;
        StringBuilder value = new StringBuilder();
        while (!atEnd() && here() != '\'') {
            value.append(character());
        }
        if (atEnd()) {
            throw new MalformedConnectionString("The quote at character " + (start + 1)
                    + " is never closed. Write a quote inside a value as \\'.");
        }
        position++;
        return value.toString();
    }

    /// The character here, without the backslash before it.
    private String character() {
        if (here() == '\\') {
            position++;
        }
        return atEnd() ? "" : String.valueOf(text.charAt(position++));
    }

    private void skipSpaces() {
        while (!atEnd() && Character.isWhitespace(here())) {
            position++;
        }
    }

    private char here() {
        return text.charAt(position);
    }

    private boolean atEnd() {
        return position >= text.length();
    }
}
