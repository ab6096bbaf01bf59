package mana.studio.ui.data;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/// A `timestamptz` as PostgreSQL prints it in the ISO style, said in other zones.
final class Moment {
    private static final DateTimeFormatter PRINTED = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter SHOWN = new DateTimeFormatterBuilder()
            .appendPattern("EEE yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ENGLISH);

    private Moment() {}

    /// The value as stored, and below it the same moment in UTC and in a zone; only the value where it is no moment
    /// that Java can read (`infinity`, BC).
    static String of(String stored, ZoneId here) {
        return parsed(stored)
                .map(moment -> stored + "\n\nUTC  " + shown(moment, ZoneOffset.UTC) + "\n" + here.getId() + "  "
                        + shown(moment, here))
                .orElse(stored);
    }

    private static Optional<OffsetDateTime> parsed(String stored) {
        try {
            return Optional.of(OffsetDateTime.parse(stored, PRINTED));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String shown(OffsetDateTime moment, ZoneId zone) {
        return SHOWN.format(moment.atZoneSameInstant(zone));
    }
}
