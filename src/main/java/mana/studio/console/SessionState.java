package mana.studio.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a console's session is in now.
///
/// @param pid         of its server process; 0 while there is none
/// @param manual      whether each statement waits for COMMIT
/// @param transaction the transaction that is open; null for none
/// @param held        its advisory locks
public record SessionState(
        int pid, boolean manual, @Nullable OpenTransaction transaction, Set<Held> held) {
    public static final SessionState NONE = new SessionState(0, false, null, Set.of());

    public SessionState {
        held = Set.copyOf(held);
    }

    /// An advisory lock of the session.
    public record Held(AdvisoryKey key, boolean shared) {}

    /// @param since     when it began
    /// @param idleFrom  when its last statement ended
    /// @param idleLimit after so much idleness the server ends the session; zero for never
    /// @param failed    whether only ROLLBACK is left to it
    public record OpenTransaction(Instant since, Instant idleFrom, Duration idleLimit, boolean failed) {
        /// Whether the server has ended it by now.
        public boolean isExpired(Instant now) {
            return !idleLimit.isZero() && now.isAfter(idleFrom.plus(idleLimit).plusMillis(500));
        }
    }
}
