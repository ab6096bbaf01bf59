package mana.studio.safety.rule;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// A new NOT NULL column without a value for the rows that are there.
final class NotNullWithoutDefault implements Rule {
    private static final List<String> VALUES = List.of("CONSTR_DEFAULT", "CONSTR_IDENTITY", "CONSTR_GENERATED");

    @Override
    public String id() {
        return "not-null-without-default";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.isOld()
                ? occasion.addedColumns()
                        .filter(column ->
                                TypeNames.has(column, "CONSTR_NOTNULL") || TypeNames.has(column, "CONSTR_PRIMARY"))
                        .filter(column -> !TypeNames.isSerial(column)
                                && VALUES.stream().noneMatch(type -> TypeNames.has(column, type)))
                        .flatMap(column -> Stream.of(
                                finding(
                                        Aspect.FAILS,
                                        Severity.DANGER,
                                        "Fails unless " + occasion.relation() + " is empty: " + column.text("colname")
                                                + " would be null in every row.",
                                        "Give a default, or add it nullable, fill it, and make it NOT NULL by a"
                                                + " validated check.",
                                        Docs.ALTER_TABLE),
                                finding(
                                        Aspect.BREAKS_CODE,
                                        Severity.WARNING,
                                        "Code that inserts without " + column.text("colname") + " fails.",
                                        "Keep a default until all code gives the value.",
                                        Docs.ALTER_TABLE)))
                : Stream.empty();
    }
}
