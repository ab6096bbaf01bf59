package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// char(n) pads and compares oddly.
final class CharType implements Rule {
    @Override
    public String id() {
        return "char-type";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return TypeNames.columns(occasion)
                .filter(column -> TypeNames.name(column).equals("bpchar"))
                .map(column -> finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        column.text("colname")
                                + " is char(n): values are padded with spaces that take room and count for nothing.",
                        "Use text, with a check where the length matters.",
                        Docs.CHARACTERS));
    }
}
