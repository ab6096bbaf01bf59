package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Inserts without the column fail from now on.
final class SetNotNullBreaksInserts implements Rule {
    @Override
    public String id() {
        return "set-not-null-breaks-inserts";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.isOld()
                ? occasion.commands("AT_SetNotNull")
                        .filter(command -> occasion.column(command.text("name"))
                                .filter(column -> column.defaultExpression() == null && !column.isNotNull())
                                .isPresent())
                        .map(command -> finding(
                                Aspect.BREAKS_CODE,
                                Severity.WARNING,
                                "Code that inserts without " + command.text("name") + " fails.",
                                "Deploy code that gives the value first, or set a default.",
                                Docs.ALTER_TABLE))
                : Stream.empty();
    }
}
