package mana.studio.drizzle.migrate;

import java.time.Duration;
import mana.studio.connection.Cancellation;

/// How patient a run is, and the clock it goes by.
///
/// @param poll     between two attempts at the advisory lock
/// @param timeout  how long it tries to get it
/// @param attempts at connecting and asking, where what failed may pass
/// @param backoff  after the first of them; twice as long after each further one
/// @param table    how long to wait for the lock of a table; zero for as long as it takes, as drizzle does
public record Waiting(Duration poll, Duration timeout, int attempts, Duration backoff, Duration table, Clock clock) {
    /// As the production script waits.
    public static final Waiting STANDARD = new Waiting(
            Duration.ofSeconds(5), Duration.ofSeconds(300), 3, Duration.ofSeconds(2), Duration.ZERO, new SystemClock());

    public Waiting withTimeout(Duration other) {
        return new Waiting(poll, other, attempts, backoff, table, clock);
    }

    public Waiting withTable(Duration other) {
        return new Waiting(poll, timeout, attempts, backoff, other, clock);
    }

    public Waiting withClock(Clock other) {
        return new Waiting(poll, timeout, attempts, backoff, table, other);
    }

    /// After an attempt that failed, counted from 1.
    Duration backoff(int attempt) {
        return backoff.multipliedBy(1L << (attempt - 1));
    }

    /// Time as it passes.
    public interface Clock {
        /// Since some moment.
        Duration now();

        /// @throws java.util.concurrent.CancellationException as soon as stopping is asked for
        void pause(Duration duration, Cancellation cancellation);
    }

    private static final class SystemClock implements Clock {
        @Override
        public Duration now() {
            return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public void pause(Duration duration, Cancellation cancellation) {
            cancellation.pause(duration);
        }
    }
}
