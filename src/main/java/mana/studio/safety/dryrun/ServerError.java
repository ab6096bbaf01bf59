package mana.studio.safety.dryrun;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What the server answered to a statement it did not run.
///
/// @param sqlState five letters: PostgreSQL documentation, appendix "Error Codes"
/// @param position of what is wrong in the statement, in characters from 1; 0 where the server names no place
public record ServerError(
        String sqlState, String message, @Nullable String detail, @Nullable String hint, int position) {
    /// What a refusal says.
    public static ServerError of(SQLException refused) {
        ServerErrorMessage said = refused instanceof PSQLException told ? told.getServerErrorMessage() : null;
        String state = Objects.requireNonNullElse(refused.getSQLState(), "");
        return said == null
                ? new ServerError(state, Objects.requireNonNullElse(refused.getMessage(), ""), null, null, 0)
                : new ServerError(
                        state,
                        Objects.requireNonNullElse(said.getMessage(), ""),
                        said.getDetail(),
                        said.getHint(),
                        said.getPosition());
    }

    /// `2BP01 cannot drop type status because other objects depend on it`
    public String text() {
        return sqlState + " " + message;
    }
}
