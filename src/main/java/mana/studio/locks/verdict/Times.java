package mana.studio.locks.verdict;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/// Reads moments as the server prints them: `2026-11-25 12:40:01.123456+00`.
final class Times {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[xxx][x]")
            .toFormatter();

    private Times() {}

    /// Nothing where it cannot be read: a server may print dates another way.
    static Duration since(String moment, Instant now) {
        try {
            Duration passed = Duration.between(OffsetDateTime.parse(moment, ISO).toInstant(), now);
            return passed.isNegative() ? Duration.ZERO : passed;
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
    }
}
