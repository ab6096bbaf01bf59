package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Inserts that leave the column out store something else.
final class DropDefaultBreaksInserts implements Rule {
    @Override
    public String id() {
        return "drop-default-breaks-inserts";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.isOld()
                ? occasion.commands("AT_ColumnDefault")
                        .filter(command -> !command.has("def"))
                        .filter(command -> occasion.commands("AT_ColumnDefault")
                                .noneMatch(other ->
                                        other.has("def") && other.text("name").equals(command.text("name"))))
                        .map(command -> finding(
                                Aspect.BREAKS_CODE,
                                Severity.NOTE,
                                "Inserts that leave out " + command.text("name")
                                        + " store null, or fail where it is NOT NULL.",
                                "Deploy code that gives the value first.",
                                Docs.ALTER_TABLE))
                : Stream.empty();
    }
}
