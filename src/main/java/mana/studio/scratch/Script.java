package mana.studio.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// Splits a script as `psql` does, which knows three things in it: statements, its own commands behind a backslash, and
/// the data of `COPY … FROM stdin` (`src/fe_utils/psqlscan.l`, `src/bin/psql/mainloop.c`).
final class Script {
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private int at;
    /// Of the first token of the statement that is read; -1 before it.
    private int start = -1;
    private int parentheses;
    private int blocks;

    private Script(String text) {
        this.text = text;
    }

    /// A part of a script.
    sealed interface Piece {
        /// Of its first letter in the script.
        int offset();
    }

    /// @param words in capitals; quoted names and constants are none
    record Statement(String sql, int offset, List<String> words) implements Piece {
        boolean startsWith(String... wanted) {
            return words.size() >= wanted.length && words.subList(0, wanted.length).equals(List.of(wanted));
        }
    }

    /// A `COPY … FROM stdin` with its data.
    record Copy(String sql, int offset, String data) implements Piece {}

    /// A command of `psql`: `\restrict`.
    record Command(String line, int offset) implements Piece {}

    static List<Piece> split(String text) {
        Script script = new Script(text);
        while (script.at < text.length()) {
            script.read(SqlTokens.at(text, script.at));
        }
        script.finish(text.length());
        return script.pieces;
    }

    private void read(Token token) {
        at = token.end();
        switch (token.kind()) {
            case WHITESPACE, COMMENT -> {}
            case UNKNOWN -> {
                if (text.charAt(token.start()) == '\\') {
                    command(token.start());
                } else {
                    begin(token);
                }
            }
            case PUNCTUATION -> punctuation(token);
            case KEYWORD, TYPE, IDENTIFIER -> {
                begin(token);
                word(token.text(text).toUpperCase(Locale.ROOT));
            }
            default -> begin(token);
        }
    }

    private void begin(Token token) {
        if (start < 0) {
            start = token.start();
        }
    }

    private void punctuation(Token token) {
        char c = text.charAt(token.start());
        if (c == ';' && parentheses == 0 && blocks == 0) {
            finish(token.start());
            return;
        }
        begin(token);
        if (c == '(') {
            parentheses++;
        } else if (c == ')') {
            parentheses = Math.max(0, parentheses - 1);
        }
    }

    /// Inside the body of a routine (`BEGIN ATOMIC … END`) semicolons end nothing; `CASE` has an `END` too.
    private void word(String word) {
        words.add(word);
        boolean routine = words.getFirst().equals("CREATE")
                && words.stream().limit(4).anyMatch(w -> w.equals("FUNCTION") || w.equals("PROCEDURE"));
        if (!routine || parentheses > 0) {
            return;
        }
        if (word.equals("BEGIN") || (word.equals("CASE") && blocks > 0)) {
            blocks++;
        } else if (word.equals("END") && blocks > 0) {
            blocks--;
        }
    }

    private void command(int backslash) {
        at = lineEnd(backslash);
        pieces.add(new Command(text.substring(backslash, at).strip(), backslash));
    }

    private void finish(int end) {
        if (start >= 0) {
            String sql = text.substring(start, end);
            if (isCopyFromStdin()) {
                pieces.add(new Copy(sql, start, data()));
            } else {
                pieces.add(new Statement(sql, start, List.copyOf(words)));
            }
        }
        start = -1;
        parentheses = 0;
        blocks = 0;
        words.clear();
    }

    private boolean isCopyFromStdin() {
        int from = words.lastIndexOf("FROM");
        return !words.isEmpty()
                && words.getFirst().equals("COPY")
                && from > 0
                && from + 1 < words.size()
                && words.get(from + 1).equals("STDIN");
    }

    /// The lines up to the one that is only `\.`.
    private String data() {
        int begin = Math.min(text.length(), lineEnd(at) + 1);
        int line = begin;
        while (line < text.length()) {
            int end = lineEnd(line);
            if (text.substring(line, end).strip().equals("\\.")) {
                at = end;
                return text.substring(begin, line);
            }
            line = end + 1;
        }
        at = text.length();
        return text.substring(begin);
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
