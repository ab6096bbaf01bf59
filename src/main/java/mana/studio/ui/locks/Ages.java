package mana.studio.ui.locks;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times as a person reads them at a glance.
final class Ages {
    private Ages() {}

    /// `8 s`, `41 min`, `2 h 5 min`, `3 days`.
    static String text(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 120) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 48) {
            return minutes % 60 == 0 ? hours + " h" : hours + " h " + minutes % 60 + " min";
        }
        return hours / 24 + " days";
    }

    /// `0.2 s`, for what is quick.
    static String tenths(Duration age) {
        return age.toSeconds() >= 10
                ? text(age)
                : String.format(Locale.ROOT, "%.1f s", Math.max(0, age.toMillis()) / 1000.0);
    }

    /// How old something is some time later; empty for an unknown one.
    static String later(@Nullable Duration age, Duration since) {
        return age == null ? "" : text(age.plus(since));
    }
}
