package mana.studio.ui.console;

import java.time.Duration;
import java.util.Locale;

/// Times as a person reads them: `12 ms`, `3.4 s`, `5 min 2 s`.
final class Durations {
    private Durations() {}

    static String of(Duration time) {
        long millis = time.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis < 60_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    /// Without parts of a second: for what ticks.
    static String ticking(Duration time) {
        return time.toSeconds() < 60
                ? Math.max(0, time.toSeconds()) + " s"
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
}
