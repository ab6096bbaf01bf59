package mana.studio.locks.release;

import java.sql.SQLException;
import java.sql.Statement;
import mana.studio.connection.Incident;
import mana.studio.sql.Literal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the server's log what is about to be done, so that who reads only that log knows who it was. It needs no right
/// and works on a replica. Where it does not work, the act goes on.
final class ServerLog {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);
    private static final int LONGEST = 500;

    private ServerLog() {}

    static void tell(Incident incident, String sentence) {
        String line = sentence.replaceAll("\\s+", " ");
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        String body = "BEGIN RAISE LOG USING MESSAGE = " + Literal.quote(cut).strip() + "; END";
        try {
            incident.act(session -> {
                try (Statement statement = session.createStatement()) {
                    return statement.execute("DO " + Literal.quote(body).strip());
                }
            });
        } catch (SQLException refused) {
            LOG.warn("The server's log was not told: {}", refused.getMessage());
        }
    }
}
