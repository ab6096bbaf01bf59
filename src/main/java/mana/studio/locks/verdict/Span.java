package mana.studio.locks.verdict;

import java.time.Duration;

/// How long, as people say it.
public final class Span {
    private Span() {}

    /// `less than a second`, `12 s`, `41 min`, `2 h 5 min`, `3 days`; always rounded down.
    public static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return "less than a second";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return hours + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        long days = hours / 24;
        return days + (days == 1 ? " day" : " days") + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
    }
}
