package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// What a constraint kept out can come in.
final class ConstraintDropped implements Rule {
    @Override
    public String id() {
        return "constraint-dropped";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.isOld()
                ? occasion.commands("AT_DropConstraint")
                        .filter(command ->
                                occasion.commands("AT_AddConstraint").findAny().isEmpty())
                        .map(command -> finding(
                                Aspect.BREAKS_CODE,
                                Severity.NOTE,
                                "Nothing keeps out any more what " + command.text("name")
                                        + " kept out; ON CONFLICT that names it or" + " its columns fails.",
                                "Make sure that the code checks for itself.",
                                Docs.ALTER_TABLE))
                : Stream.empty();
    }
}
