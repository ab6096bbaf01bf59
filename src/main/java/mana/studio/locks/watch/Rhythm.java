package mana.studio.locks.watch;

import java.time.Duration;
import java.util.Optional;
import mana.studio.locks.watch.Sight.Pace;

/// When to look next: as often as is wanted, but never more than a tenth of the time, and ever more rarely while
/// looking fails.
///
/// @param wanted   by who looks at the board
/// @param took     the last look
/// @param failures in a row
record Rhythm(Pace wanted, Duration took, int failures) {
    /// From here on a person is told that the list is slow.
    static final Duration SLOW = Duration.ofMillis(500);

    /// From here on only a person asks for it.
    static final Duration TOO_SLOW = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// How it looks in fact.
    Pace pace() {
        return wanted != Pace.PAUSED && took.compareTo(TOO_SLOW) > 0 ? Pace.BY_HAND : wanted;
    }

    /// The time from the end of the last look to the next; empty where only a person asks.
    Optional<Duration> pause() {
        return switch (pace()) {
            case WATCHED -> Optional.of(atLeast(Duration.ofSeconds(2)));
            case CLOSE -> Optional.of(atLeast(Duration.ofMillis(250)));
            case BADGE -> Optional.of(atLeast(Duration.ofSeconds(30)));
            case PAUSED, BY_HAND -> Optional.empty();
        };
    }

    private Duration atLeast(Duration interval) {
        if (failures > 0) {
            Duration backedOff = Duration.ofSeconds(1L << Math.min(failures - 1, 10));
            return backedOff.compareTo(LONGEST) < 0 ? backedOff : LONGEST;
        }
        Duration rest = took.multipliedBy(10);
        return rest.compareTo(interval) > 0 ? rest : interval;
    }
}
