package mana.studio.plan.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import mana.studio.sql.Token.Kind;

/// The statements of a script as psql sends them: split at semicolons outside of parentheses and of `BEGIN ATOMIC …
/// END` (`src/fe_utils/psqlscan.l`).
final class SqlScript {
    /// Lines for psql alone, such as `\restrict`.
    private static final Pattern FOR_PSQL = Pattern.compile("(?m)^\\\\.*$");

    private final String sql;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int parentheses;
    private int blocks;
    private String previousWord = "";

    private SqlScript(String sql) {
        this.sql = sql;
    }

    /// The statements, without semicolons and comments.
    static List<String> statements(String script) {
        SqlScript split = new SqlScript(FOR_PSQL.matcher(script).replaceAll(""));
        SqlTokens.scan(split.sql).forEach(split::add);
        split.end();
        return List.copyOf(split.statements);
    }

    private void add(Token token) {
        String text = token.text(sql);
        if (token.kind() == Kind.COMMENT) {
            statement.append(' ');
            return;
        }
        if (text.equals(";") && parentheses == 0 && blocks == 0) {
            end();
            return;
        }
        statement.append(text);
        switch (token.kind()) {
            case PUNCTUATION ->
                parentheses = Math.max(0, parentheses + (text.equals("(") ? 1 : text.equals(")") ? -1 : 0));
            case KEYWORD, IDENTIFIER -> word(text.toLowerCase(Locale.ROOT));
            default -> {}
        }
    }

    private void word(String word) {
        if (word.equals("atomic") && previousWord.equals("begin")) {
            blocks++;
        } else if (word.equals("case") && blocks > 0) {
            blocks++;
        } else if (word.equals("end") && blocks > 0) {
            blocks--;
        }
        previousWord = word;
    }

    private void end() {
        String text = statement.toString().strip();
        if (!text.isEmpty()) {
            statements.add(text);
        }
        statement.setLength(0);
        parentheses = 0;
        blocks = 0;
        previousWord = "";
    }
}
