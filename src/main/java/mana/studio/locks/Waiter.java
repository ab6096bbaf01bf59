package mana.studio.locks;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A session that waits in `pg_advisory_lock`.
///
/// @param position in the queue, from 1: by the time it began to wait
/// @param waiting  how long; null in the moment it begins, and on PostgreSQL 13
public record Waiter(
        Backend backend,
        Set<Mode> modes,
        int position,
        @Nullable Duration waiting) {
    public Waiter {
        modes = Set.copyOf(modes);
    }
}
