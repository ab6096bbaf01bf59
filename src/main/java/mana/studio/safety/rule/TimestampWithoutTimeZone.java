package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// timestamp stores no moment.
final class TimestampWithoutTimeZone implements Rule {
    @Override
    public String id() {
        return "timestamp-without-time-zone";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return TypeNames.columns(occasion)
                .filter(column -> TypeNames.name(column).equals("timestamp"))
                .map(column -> finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        column.text("colname")
                                + " is a timestamp without time zone: it says no moment, only what a clock showed.",
                        "Use timestamptz, which takes no more room.",
                        Docs.TIMES));
    }
}
