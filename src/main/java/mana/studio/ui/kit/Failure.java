package mana.studio.ui.kit;

import java.sql.SQLException;
import mana.studio.connection.ConnectException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// An error as a person reads it.
///
/// @param tried    what was tried: "Reading auth.users"
/// @param headline what happened, a sentence
/// @param answer   what the server said, with its detail; null where nobody answered
/// @param sqlState null where no server answered
/// @param advice   what to do; null where the answer says it all
public record Failure(
        String tried, String headline, @Nullable String answer, @Nullable String sqlState, @Nullable String advice) {

    public static Failure of(String tried, Exception error) {
        return switch (error) {
            case ConnectException refused ->
                new Failure(
                        tried,
                        refused.failure().headline(),
                        refused.failure().answer(),
                        refused.failure().sqlState(),
                        refused.failure().advice());
            case PSQLException answered when answered.getServerErrorMessage() != null ->
                ofServer(tried, answered, answered.getServerErrorMessage());
            case SQLException broken ->
                new Failure(tried, "The server did not answer.", broken.getMessage(), broken.getSQLState(), null);
            default -> new Failure(tried, "That did not work.", error.toString(), null, null);
        };
    }

    private static Failure ofServer(String tried, PSQLException error, ServerErrorMessage message) {
        String detail = message.getDetail();
        return new Failure(
                tried,
                message.getMessage() == null ? "The server refused." : sentence(message.getMessage()),
                detail,
                error.getSQLState(),
                message.getHint());
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    /// Everything, for the clipboard.
    public String details() {
        StringBuilder text = new StringBuilder(tried).append('\n').append(headline);
        if (sqlState != null) {
            text.append("\nSQLSTATE ").append(sqlState);
        }
        if (answer != null) {
            text.append('\n').append(answer);
        }
        if (advice != null) {
            text.append('\n').append(advice);
        }
        return text.toString();
    }
}
