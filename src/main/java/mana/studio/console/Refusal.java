package mana.studio.console;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What the server answered instead of doing a statement.
///
/// @param sqlState empty where no server answered
/// @param context  where in a function it happened; null for none
/// @param at       the place in the script it points at, an index of a `char`; -1 for none
public record Refusal(
        String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable String context,
        int at) {
    /// @param sql    what was sent
    /// @param start  where the script's own text begins in it
    /// @param offset where that text begins in the script
    static Refusal of(SQLException error, String sql, int start, int offset) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        ServerErrorMessage answer = error instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        if (answer == null) {
            String message = error.getMessage() == null ? "The server did not answer." : error.getMessage();
            return new Refusal(state, message, null, null, null, -1);
        }
        String message = answer.getMessage() == null ? "The server refused." : answer.getMessage();
        int at = index(sql, answer.getPosition());
        return new Refusal(
                state,
                message,
                answer.getDetail(),
                answer.getHint(),
                answer.getWhere(),
                at < start ? -1 : at - start + offset);
    }

    /// The server counts characters from 1; a `char` of Java's is half of some.
    private static int index(String sql, int position) {
        return position < 1
                ? -1
                : sql.offsetByCodePoints(0, Math.min(position - 1, sql.codePointCount(0, sql.length())));
    }

    /// Whether the session ended with it.
    boolean endsSession() {
        return sqlState.startsWith("08") || sqlState.startsWith("57P") || sqlState.equals("25P03");
    }
}
