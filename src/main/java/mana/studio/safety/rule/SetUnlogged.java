package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// An unlogged table is empty after a crash.
final class SetUnlogged implements Rule {
    @Override
    public String id() {
        return "set-unlogged";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.commands("AT_SetUnLogged")
                .map(command -> finding(
                        Aspect.LOSES_DATA,
                        Severity.WARNING,
                        "After a crash " + occasion.relation() + " is empty, and replicas do not have it.",
                        "Keep the table logged unless its rows can be made again.",
                        Docs.CREATE_TABLE));
    }
}
