package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// A change of type that the stored bytes do not fit.
final class TypeChangeRewrites implements Rule {
    @Override
    public String id() {
        return "type-change-rewrites";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (occasion.rewrittenTables().isEmpty()) {
            return Stream.empty();
        }
        return occasion.commands("AT_AlterColumnType")
                .map(command -> finding(
                        Aspect.BLOCKS,
                        occasion.weigh(occasion.rewrittenTables()),
                        occasion.situation().database() == null
                                ? "Unless the old values fit as they are, the new type of " + command.text("name")
                                        + " has every row and index written anew while nobody can read the table."
                                : "The new type of " + command.text("name") + " has every row and index of "
                                        + Occasion.names(occasion.rewrittenTables())
                                        + " written anew while nobody can read it.",
                        "Add a column of the new type, keep both in step by a trigger, fill it in batches, and swap"
                                + " the names in a short transaction.",
                        Docs.ALTER_TABLE));
    }
}
