package mana.studio.locks.activity;

import java.time.Duration;
import java.util.List;
import mana.studio.locks.Backend;
import org.jspecify.annotations.Nullable;

/// A session as one look showed it.
///
/// @param blocks pids that wait for it, directly
/// @param ours   whether it is one of the studio's own
public record SessionNow(Backend backend, Doing doing, List<Integer> blocks, boolean ours) {
    private static final Duration LONG_STATEMENT = Duration.ofMinutes(5);
    private static final Duration LONG_IDLE = Duration.ofSeconds(60);
    private static final Duration LONG_WAIT = Duration.ofSeconds(5);

    public SessionNow {
        blocks = List.copyOf(blocks);
    }

    /// Whether it waits for nobody and others wait for it.
    public boolean isRoot() {
        return backend.blockedBy().isEmpty() && !blocks.isEmpty();
    }

    /// Whether it deserves a look: a statement that runs for long, a transaction left open, a wait, somebody kept
    /// waiting.
    public boolean isNotable() {
        return isRoot()
                || switch (doing) {
                    case BLOCKED -> isLonger(backend.stateAge(), LONG_WAIT);
                    case ACTIVE -> isLonger(backend.stateAge(), LONG_STATEMENT);
                    case ABORTED, IN_TRANSACTION -> isLonger(backend.stateAge(), LONG_IDLE);
                    case HIDDEN, BACKGROUND, IDLE -> false;
                };
    }

    private static boolean isLonger(@Nullable Duration age, Duration limit) {
        return age != null && age.compareTo(limit) >= 0;
    }
}
