package mana.studio.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import mana.studio.statement.SqlStatement.Kind;

/// Splits a script as `psql` does (`src/fe_utils/psqlscan.l`): at semicolons outside of quotes, comments, parentheses
/// and `BEGIN ATOMIC` bodies.
public final class Statements {
    private final String script;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final LineCount lines;
    private StatementScan scan = new StatementScan();

    private Statements(String script) {
        this.script = script;
        this.lines = new LineCount(script);
    }

    /// The statements of a script, without those that are empty.
    public static List<SqlStatement> split(String script) {
        Statements statements = new Statements(script);
        // What psql reads by the line (its own commands, rows of COPY) is no SQL: the scan begins anew behind it.
        int at = 0;
        while (at < script.length()) {
            at = statements.read(at);
        }
        return List.copyOf(statements.statements);
    }

    /// Reads on from a place outside of every statement; returns the next such place.
    private int read(int from) {
        Token token;
        for (int at = from; at < script.length(); at = token.end()) {
            token = SqlTokens.at(script, at);
            String text = isShort(token) ? token.text(script) : "";
            if (token.kind() == Token.Kind.UNKNOWN && text.equals("\\")) {
                finish();
                return command(token.start());
            }
            if (text.equals(";") && scan.isOutside()) {
                boolean copies = scan.copiesFromStandardInput();
                finish();
                if (copies) {
                    return rows(token.end());
                }
            } else {
                scan.add(token, text);
            }
        }
        finish();
        return script.length();
    }

    /// Long tokens are quoted: none decides where a statement ends.
    private static boolean isShort(Token token) {
        return token.length() < 16;
    }

    private void finish() {
        if (!scan.isEmpty()) {
            add(Kind.SQL, scan.start(), scan.end());
        }
        scan = new StatementScan();
    }

    private int command(int start) {
        int end = lineEnd(start);
        add(
                Kind.PSQL_COMMAND,
                start,
                start + script.substring(start, end).stripTrailing().length());
        return end;
    }

    /// The rows begin on the line after the statement.
    private int rows(int afterSemicolon) {
        int start = Math.min(lineEnd(afterSemicolon) + 1, script.length());
        int line = start;
        while (line < script.length()) {
            int end = lineEnd(line);
            if (script.substring(line, end).stripTrailing().equals("\\.")) {
                break;
            }
            line = end + 1;
        }
        int end = Math.min(line, script.length());
        if (end > start) {
            add(Kind.COPY_DATA, start, end);
        }
        return end == script.length() ? end : lineEnd(end);
    }

    private int lineEnd(int from) {
        int end = script.indexOf('\n', from);
        return end < 0 ? script.length() : end;
    }

    private void add(Kind kind, int start, int end) {
        statements.add(new SqlStatement(kind, script.substring(start, end), start, end, lines.at(start)));
    }

    /// What psql knows of the statement it is in.
    private static final class StatementScan {
        private final List<String> words = new ArrayList<>();
        private int start = -1;
        private int end;
        private int parentheses;
        private int blocks;
        private boolean stdin;

        void add(Token token, String text) {
            switch (token.kind()) {
                case WHITESPACE, COMMENT -> {
                    return;
                }
                case PUNCTUATION -> parentheses += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
                case KEYWORD, IDENTIFIER, TYPE -> word(text.toUpperCase(Locale.ROOT));
                default -> {}
            }
            start = start < 0 ? token.start() : start;
            end = token.end();
        }

        private void word(String word) {
            if (words.size() < 4) {
                words.add(word);
            }
            stdin |= word.equals("STDIN") && words.getFirst().equals("COPY");
            if (!makesRoutine() || parentheses > 0) {
                return;
            }
            boolean opens = word.equals("BEGIN") || (blocks > 0 && word.equals("CASE"));
            boolean closes = blocks > 0 && word.equals("END");
            blocks += opens ? 1 : closes ? -1 : 0;
        }

        /// `CREATE [OR REPLACE] FUNCTION | PROCEDURE`
        private boolean makesRoutine() {
            int at = words.size() > 2
                            && words.get(1).equals("OR")
                            && words.get(2).equals("REPLACE")
                    ? 3
                    : 1;
            return words.size() > at
                    && words.getFirst().equals("CREATE")
                    && (words.get(at).equals("FUNCTION") || words.get(at).equals("PROCEDURE"));
        }

        boolean isOutside() {
            return parentheses <= 0 && blocks == 0;
        }

        boolean copiesFromStandardInput() {
            return stdin;
        }

        boolean isEmpty() {
            return start < 0;
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }
    }

    /// Numbers of lines, asked in order.
    private static final class LineCount {
        private final String script;
        private int at;
        private int line = 1;

        LineCount(String script) {
            this.script = script;
        }

        int at(int position) {
            for (; at < position; at++) {
                line += script.charAt(at) == '\n' ? 1 : 0;
            }
            return line;
        }
    }
}
