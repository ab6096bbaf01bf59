package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// serial leaves a sequence with rights and a default of its own.
final class SerialType implements Rule {
    @Override
    public String id() {
        return "serial-type";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return TypeNames.columns(occasion)
                .filter(TypeNames::isSerial)
                .map(column -> finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        column.text("colname")
                                + " is a serial: its sequence has privileges of its own and can drift from the column.",
                        "Use GENERATED … AS IDENTITY.",
                        Docs.IDENTITY));
    }
}
