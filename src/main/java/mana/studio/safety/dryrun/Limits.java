package mana.studio.safety.dryrun;

import java.time.Duration;

/// How long a dry run on a real database may be in the way of others.
///
/// @param lock      how long it waits for a lock: everybody else queues behind it meanwhile
/// @param statement how long a statement may run
/// @param idle      how long the transaction may be idle, should the studio be gone
public record Limits(Duration lock, Duration statement, Duration idle) {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    public static final Limits STANDARD = new Limits(LONGEST_WAIT, Duration.ofSeconds(2), Duration.ofSeconds(5));

    public Limits {
        if (lock.compareTo(LONGEST_WAIT) > 0 || lock.toMillis() < 1) {
            throw new IllegalArgumentException("a dry run waits 1 to 200 ms for a lock, not " + lock);
        }
        if (statement.toMillis() < 1 || idle.toMillis() < 1) {
            throw new IllegalArgumentException("0 would be no limit");
        }
    }
}
