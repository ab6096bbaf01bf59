package mana.studio.drizzle.migrate;

import java.sql.SQLException;
import java.util.Set;

/// Errors that may pass by themselves: the server is not there yet, or has no room.
final class Passing {
    /// cannot_connect_now, too_many_connections, admin_shutdown, crash_shutdown.
    private static final Set<String> STATES = Set.of("57P03", "53300", "57P01", "57P02");

    private Passing() {}

    static boolean is(SQLException refused) {
        String state = refused.getSQLState();
        return state != null && (state.startsWith("08") || STATES.contains(state));
    }
}
