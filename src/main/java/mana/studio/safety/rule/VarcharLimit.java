package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// A limit in the type is awkward to change.
final class VarcharLimit implements Rule {
    @Override
    public String id() {
        return "varchar-limit";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return TypeNames.columns(occasion)
                .filter(column -> TypeNames.name(column).equals("varchar")
                        && column.child("typeName").orElseThrow().has("typmods"))
                .map(column -> finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        "A shorter limit for " + column.text("colname") + " would later have the table written anew.",
                        "Use text with a check on the length, which can be changed without a rewrite.",
                        Docs.CHARACTERS));
    }
}
