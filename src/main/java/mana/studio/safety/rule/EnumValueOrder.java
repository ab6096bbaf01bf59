package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// A new value of an enum goes to the end unless told otherwise.
final class EnumValueOrder implements Rule {
    @Override
    public String id() {
        return "enum-value-order";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean adds =
                occasion.is("AlterEnumStmt") && occasion.tree().text("oldVal").isEmpty();
        return adds && occasion.tree().text("newValNeighbor").isEmpty()
                ? Stream.of(finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        "The new value sorts behind all others.",
                        "Say BEFORE or AFTER where the order of the values means something.",
                        Docs.ALTER_TYPE))
                : Stream.empty();
    }
}
