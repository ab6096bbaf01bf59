package mana.studio.locks.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import mana.studio.connection.Incident;
import mana.studio.sql.Literal;

/// Ends a prepared transaction: in its own database, outside of a transaction, as the server demands.
record PreparedEnding(Order.OfPrepared order) {
    /// The same name may have been prepared again since.
    private static final String STILL = """
        SELECT EXISTS (SELECT FROM pg_prepared_xact() x WHERE x.gid = ? AND x.prepared = ?::timestamptz)\
        """;

    String sql() {
        return (order.commits() ? "COMMIT PREPARED " : "ROLLBACK PREPARED ")
                + Literal.quote(order.prepared().gid()).strip();
    }

    /// @return whether it was there, and was ended
    boolean send(Incident incident) throws SQLException {
        try (Connection session = incident.in(order.database())) {
            if (!isStillThere(session)) {
                return false;
            }
            try (Statement statement = session.createStatement()) {
                statement.execute(sql());
                return true;
            }
        }
    }

    private boolean isStillThere(Connection session) throws SQLException {
        try (PreparedStatement still = session.prepareStatement(STILL)) {
            still.setString(1, order.prepared().gid());
            still.setString(2, order.prepared().prepared());
            try (ResultSet answer = still.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
