package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// An identity on a column with rows counts from 1.
final class IdentityStartsAtOne implements Rule {
    @Override
    public String id() {
        return "identity-starts-at-one";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.commands("AT_AddIdentity")
                .map(command -> finding(
                        Aspect.FAILS,
                        Severity.WARNING,
                        "The new sequence starts at 1: inserts collide with values that " + command.text("name")
                                + " has already.",
                        "setval the sequence to the largest value in the same transaction.",
                        Docs.IDENTITY));
    }
}
