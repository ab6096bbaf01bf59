package mana.studio.locks.release;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a time as the server printed it, or as a person copied it: the same moment may be written in several ways.
public final class PrintedTime {
    /// As the server prints a time in ISO style: `2026-11-25 12:00:00.123456+00`, `+05:30`.
    private static final DateTimeFormatter PRINTED = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd['T'][' ']HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:mm:ss", "Z")
            .toFormatter(Locale.ROOT);

    private PrintedTime() {}

    /// @return empty where it is none
    public static Optional<Instant> instant(@Nullable String printed) {
        if (printed == null || printed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(printed.strip(), PRINTED).toInstant());
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
