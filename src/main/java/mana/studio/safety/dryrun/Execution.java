package mana.studio.safety.dryrun;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.connection.Cancellation;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/// One statement, executed.
///
/// @param error null where it ran
record Execution(Duration time, List<String> messages, @Nullable ServerError error) {
    private static final String CANCELLED = "57014";

    /// What the server says at `DEBUG1` of its decisions: `src/backend/commands/tablecmds.c`.
    private static final Pattern DECISION = Pattern.compile("(?s)(re-)?(verifying|rewriting|validating) .*"
            + "|existing constraints on .*|.* is implied by existing constraints|clustering .*");

    private static final Pattern VALIDATION = Pattern.compile("(?s)validating foreign key constraint \"(.*)\"");

    /// Executes it. The session is to have `client_min_messages` at `debug1`.
    static Execution of(Connection session, String sql, Cancellation cancellation) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.setEscapeProcessing(false);
            long begin = System.nanoTime();
            ServerError error = null;
            try (var _ = cancellation.watch(statement)) {
                statement.execute(sql);
            } catch (SQLException refused) {
                if (CANCELLED.equals(refused.getSQLState())) {
                    cancellation.check();
                }
                if (session.isClosed()) {
                    throw refused;
                }
                error = ServerError.of(refused);
            }
            Duration time = Duration.ofNanos(System.nanoTime() - begin);
            return new Execution(time, messages(statement.getWarnings()), error);
        }
    }

    /// The foreign keys whose rows it compared.
    List<String> validatedKeys() {
        return messages.stream()
                .map(VALIDATION::matcher)
                .filter(Matcher::matches)
                .map(validation -> validation.group(1))
                .toList();
    }

    private static List<String> messages(@Nullable SQLWarning first) {
        List<String> messages = new ArrayList<>();
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            ServerErrorMessage said = warning instanceof PSQLWarning told ? told.getServerErrorMessage() : null;
            String text = said == null ? null : text(said);
            if (text != null) {
                messages.add(text);
            }
        }
        return messages;
    }

    /// Null for what the server only tells its developers.
    private static @Nullable String text(ServerErrorMessage said) {
        String text = said.getMessage();
        if (text == null || ("DEBUG".equals(said.getSeverity()) && !DECISION.matcher(text).matches())) {
            return null;
        }
        return said.getDetail() == null ? text : text + "\n" + said.getDetail();
    }
}
