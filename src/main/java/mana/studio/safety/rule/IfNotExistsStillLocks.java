package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// IF NOT EXISTS does nothing under the same lock.
final class IfNotExistsStillLocks implements Rule {
    @Override
    public String id() {
        return "if-not-exists-still-locks";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.commands("AT_AddColumn")
                .filter(command -> command.flag("missing_ok"))
                .filter(command -> command.child("def")
                        .filter(def -> occasion.column(def.text("colname")).isPresent())
                        .isPresent())
                .map(command -> finding(
                        Aspect.BLOCKS,
                        Severity.NOTE,
                        "The column is there already; the table is closed all the same until COMMIT.",
                        "Leave the statement out.",
                        Docs.ALTER_TABLE));
    }
}
