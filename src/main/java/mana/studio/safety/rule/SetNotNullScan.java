package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// SET NOT NULL reads the whole table unless the catalog proves already that no value is null.
final class SetNotNullScan implements Rule {
    @Override
    public String id() {
        return "set-not-null-scan";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (occasion.effects().scanned().isEmpty()
                || !occasion.rewrittenTables().isEmpty()) {
            return Stream.empty();
        }
        return occasion.commands("AT_SetNotNull")
                .map(command -> finding(
                        Aspect.BLOCKS,
                        occasion.weigh(occasion.effects().scanned()),
                        "Reads all of " + Occasion.names(occasion.effects().scanned())
                                + " while nobody else can, to see that " + command.text("name")
                                + " is never null; fails where it is.",
                        occasion.situation().major() >= 18
                                ? "ADD CONSTRAINT … NOT NULL … NOT VALID, commit, then VALIDATE CONSTRAINT."
                                : "ADD CONSTRAINT … CHECK (" + command.text("name")
                                        + " IS NOT NULL) NOT VALID, commit, VALIDATE CONSTRAINT, commit, SET NOT NULL;"
                                        + " drop the check in a statement of its own.",
                        Docs.ALTER_TABLE));
    }
}
