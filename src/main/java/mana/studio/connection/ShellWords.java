package mana.studio.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The words of a shell command: quotes taken off, `$NAME` and `${NAME}` put in, `\` at a line's end joining lines.
final class ShellWords {
    private final String text;
    private final Map<String, String> variables;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int position;

    private ShellWords(String text, Map<String, String> variables) {
        this.text = text;
        this.variables = variables;
    }

    static List<String> split(String text, Map<String, String> variables) throws MalformedConnectionString {
        return new ShellWords(text, variables).split();
    }

    private List<String> split() throws MalformedConnectionString {
        while (position < text.length()) {
            char c = text.charAt(position++);
            switch (c) {
                case '\'' -> singleQuoted();
                case '"' -> doubleQuoted();
                case '\\' -> escaped();
                case '$' -> variable();
                case ' ', '\t', '\n', '\r' -> endWord();
                case '|', ';', '<', '>', '&' -> {
                    endWord();
                    return words;
                }
                default -> append(c);
            }
        }
        endWord();
        return words;
    }

    private void singleQuoted() throws MalformedConnectionString {
        int end = text.indexOf('\'', position);
        if (end < 0) {
            throw unclosed(position);
        }
        inWord = true;
        word.append(text, position, end);
        position = end + 1;
    }

    private void doubleQuoted() throws MalformedConnectionString {
        int start = position;
        inWord = true;
        while (position < text.length() && text.charAt(position) != '"') {
            char c = text.charAt(position++);
            switch (c) {
                case '\\' -> escaped();
                case '$' -> variable();
                default -> append(c);
            }
        }
        if (position >= text.length()) {
            throw unclosed(start);
        }
        position++;
    }

    private void escaped() {
        if (position < text.length()) {
            char c = text.charAt(position++);
            if (c != '\n') {
                append(c);
            }
        }
    }

    private void variable() throws MalformedConnectionString {
        boolean braced = position < text.length() && text.charAt(position) == '{';
        int start = braced ? position + 1 : position;
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end == start) {
            append('$');
            return;
        }
        String name = text.substring(start, end);
        String value = variables.get(name);
        if (value == null) {
            throw new MalformedConnectionString("The variable at character " + position
                    + " is not set for the studio. Paste its value instead, or put a $ of a password in single quotes.");
        }
        inWord = true;
        word.append(value);
        position = braced && end < text.length() ? end + 1 : end;
    }

    private void append(char c) {
        inWord = true;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private static MalformedConnectionString unclosed(int position) {
        return new MalformedConnectionString("The quote at character " + position + " is never closed.");
    }
}
