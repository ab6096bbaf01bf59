package mana.studio.drizzle.write;

import java.util.List;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.write.Refusal.Reason;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// Statements as one file. The migrator cuts it at the marker wherever that stands, even within a constant: there it is
/// written otherwise, so that the server reads the same.
final class Breakpoints {
    private static final String MARK = MigrationFile.BREAKPOINT;
    private static final String HIDDEN = MARK.replace(">", "\\003E");

    private Breakpoints() {}

    /// @param statements each with its semicolon
    /// @param marked     whether the marker stands between them: `breakpoints` of drizzle.config
    static String file(List<String> statements, boolean marked) throws Refusal {
        StringBuilder text = new StringBuilder();
        for (String statement : statements) {
            text.append(text.isEmpty() ? "" : marked ? MARK + "\n" : "\n").append(hidden(statement));
        }
        return text.toString();
    }

    private static String hidden(String statement) throws Refusal {
        if (!statement.contains(MARK)) {
            return statement;
        }
        StringBuilder text = new StringBuilder();
        for (Token token : SqlTokens.scan(statement)) {
            String word = token.text(statement);
            boolean escapable = word.contains(MARK)
                    && (word.startsWith("'") || word.startsWith("\""))
                    && (token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.QUOTED_IDENTIFIER);
            text.append(escapable ? "U&" + word.replace("\\", "\\\\").replace(MARK, HIDDEN) : word);
        }
        if (text.indexOf(MARK) >= 0) {
            throw new Refusal(
                    Reason.BREAKPOINT,
                    "A statement contains " + MARK + ", where the migrator would cut it in two: "
                            + statement.lines().findFirst().orElse(""));
        }
        return text.toString();
    }
}
