package mana.studio.apply;

import java.time.Duration;

/// A session that others wait for.
///
/// @param pid         of its backend; 0 for a prepared transaction, which has none
/// @param application as it names itself; may be empty
/// @param state       `pg_stat_activity.state`; empty where this role may not see it
/// @param since       how long it has been in it
/// @param query       its last statement, cut
public record Blocker(int pid, String application, String user, String state, Duration since, String query) {
    /// `pid 4711 (psql, idle in transaction 3 min)`
    public String text() {
        if (pid == 0) {
            return "a prepared transaction";
        }
        String who = application.isEmpty() ? user : application;
        String doing = state.isEmpty() ? "" : state + " " + Durations.text(since);
        String separator = who.isEmpty() || doing.isEmpty() ? "" : ", ";
        String inside = who + separator + doing;
        return "pid " + pid + (inside.isEmpty() ? "" : " (" + inside + ")");
    }
}
