package mana.studio.apply;

import java.time.Duration;

/// How long to wait for a lock before giving way, how often to come back, and after which pause: the first, then each
/// time twice as long, up to half a minute. Whoever waits for a lock makes everybody behind it wait as well.
///
/// @param lock    how long to wait for each lock
/// @param retries how often it is tried again
public record Patience(Duration lock, int retries, Duration pause) {
    public static final Patience STANDARD = new Patience(Duration.ofSeconds(2), 5, Duration.ofSeconds(1));

    private static final Duration LONGEST = Duration.ofSeconds(30);

    public Patience {
        if (lock.toMillis() < 1 || retries < 0 || pause.isNegative()) {
            throw new IllegalArgumentException("no patience: " + lock + ", " + retries + ", " + pause);
        }
    }

    /// The pause after an attempt.
    ///
    /// @param attempt that failed, from 1
    Duration pause(int attempt) {
        Duration grown = pause.multipliedBy(1L << Math.min(attempt - 1, 10));
        return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
    }
}
