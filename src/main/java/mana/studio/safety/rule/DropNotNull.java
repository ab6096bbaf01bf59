package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Code may rely on there being a value.
final class DropNotNull implements Rule {
    @Override
    public String id() {
        return "drop-not-null";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.isOld()
                ? occasion.commands("AT_DropNotNull")
                        .map(command -> finding(
                                Aspect.BREAKS_CODE,
                                Severity.NOTE,
                                "Code that expects a value in " + command.text("name") + " may meet a null.",
                                "Deploy code that can read nulls before any is written.",
                                Docs.ALTER_TABLE))
                : Stream.empty();
    }
}
