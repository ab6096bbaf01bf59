package mana.studio.safety.rule;

import java.util.Set;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// An integer key is used up at two thousand million.
final class SmallKeyType implements Rule {
    private static final Set<String> SMALL = Set.of("int2", "int4", "serial", "serial4", "smallserial", "serial2");

    @Override
    public String id() {
        return "small-key-type";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return TypeNames.columns(occasion)
                .filter(column -> SMALL.contains(TypeNames.name(column)))
                .filter(column -> TypeNames.has(column, "CONSTR_PRIMARY")
                        || TypeNames.isSerial(column)
                        || TypeNames.has(column, "CONSTR_IDENTITY"))
                .map(column -> finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        column.text("colname")
                                + " can run out of numbers, and a larger type later has the table written anew.",
                        "Use bigint for keys that are counted.",
                        Docs.NUMBERS));
    }
}
