package mana.studio.drizzle.migrate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mana.studio.connection.Cancellation;

/// Time that passes only when somebody waits for it, and then at once.
final class FakeClock implements Waiting.Clock {
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final Meanwhile meanwhile;
    private Duration now = Duration.ZERO;

    /// What happens while somebody waits.
    interface Meanwhile {
        /// @param pause its number, from 1
        void happens(int pause) throws Exception;
    }

    FakeClock(Meanwhile meanwhile) {
        this.meanwhile = meanwhile;
    }

    @Override
    public Duration now() {
        return now;
    }

    @Override
    public void pause(Duration duration, Cancellation cancellation) {
        pauses.add(duration);
        now = now.plus(duration);
        try {
            meanwhile.happens(pauses.size());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
        cancellation.check();
    }
}
