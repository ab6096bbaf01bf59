package mana.studio.apply;

import java.time.Duration;
import java.util.Locale;

/// Durations at a glance.
public final class Durations {
    private Durations() {}

    /// `0.8 ms`, `12 ms`, `1.4 s`, `3 min`, `2 h 5 min`
    public static String text(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        if (millis < 10) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        if (millis < 1000) {
            return Math.round(millis) + " ms";
        }
        if (millis < 10_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000);
        }
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
