package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Values of an enum can be added and renamed, never removed.
final class CreatesEnum implements Rule {
    @Override
    public String id() {
        return "creates-enum";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.is("CreateEnumStmt")
                ? Stream.of(finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        "A value can be added to an enum later, but not removed without writing its tables anew.",
                        "Use text with a check, or a table of values, where values come and go.",
                        Docs.ALTER_TYPE))
                : Stream.empty();
    }
}
