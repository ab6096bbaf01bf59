package mana.studio.drizzle.migrate;

import java.time.Duration;
import mana.studio.apply.Durations;
import org.jspecify.annotations.Nullable;

/// A session that holds an advisory lock others wait for. Only its own end frees the lock.
///
/// @param pid         of its backend
/// @param application as it names itself; may be empty
/// @param state       `pg_stat_activity.state`; empty where this role may not see it
/// @param since       how long it has been in it; null where nobody says
/// @param query       its last statement, cut
public record LockHolder(
        int pid,
        String application,
        String user,
        String state,
        @Nullable Duration since,
        String query) {
    /// `pid 4711 (mana-auth-migrate, idle for 3 min)`
    public String text() {
        String who = application.isEmpty() ? user : application;
        String doing = state.isEmpty() || since == null ? state : state + " for " + Durations.text(since);
        String both = who + (who.isEmpty() || doing.isEmpty() ? "" : ", ") + doing;
        return "pid " + pid + (both.isEmpty() ? "" : " (" + both + ")");
    }
}
