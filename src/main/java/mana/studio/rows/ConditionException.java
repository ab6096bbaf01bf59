package mana.studio.rows;

import java.sql.SQLException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// The raw condition a person typed is not one condition, or the server refused it. The message says why.
public final class ConditionException extends SQLException {
    private static final long serialVersionUID = 1L;
    private static final String SYNTAX_ERROR = "42601";

    /// -1 where unknown.
    private final int position;

    ConditionException(String message, int position) {
        super(message, SYNTAX_ERROR);
        this.position = position;
    }

    private ConditionException(ServerErrorMessage error, int position, SQLException cause) {
        super(message(error), error.getSQLState(), cause);
        this.position = position;
    }

    /// What the server refused, with its place in the condition.
    ///
    /// @param before what comes before the condition in the statement
    static SQLException of(SQLException refused, String before, String condition) {
        if (!(refused instanceof PSQLException server)) {
            return refused;
        }
        ServerErrorMessage error = server.getServerErrorMessage();
        if (error == null) {
            return refused;
        }
        // The server counts characters from 1; Java's text may need two units for one.
        int place = error.getPosition() - 1 - before.codePointCount(0, before.length());
        boolean inside = place >= 0 && place < condition.codePointCount(0, condition.length());
        return new ConditionException(error, inside ? condition.offsetByCodePoints(0, place) : -1, refused);
    }

    private static String message(ServerErrorMessage error) {
        @Nullable String hint = error.getHint();
        String message = String.valueOf(error.getMessage());
        return hint == null ? message : message + " (" + hint + ")";
    }

    /// Where in the condition, counted from 0 in UTF-16 units; empty where that is unknown.
    public OptionalInt position() {
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }
}
