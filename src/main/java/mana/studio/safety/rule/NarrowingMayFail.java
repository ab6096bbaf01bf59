package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// A shorter or smaller type refuses values that do not fit.
final class NarrowingMayFail implements Rule {
    @Override
    public String id() {
        return "narrowing-may-fail";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.commands("AT_AlterColumnType")
                .flatMap(command -> command
                        .child("def")
                        .flatMap(definition -> definition.child("typeName"))
                        .filter(type -> occasion.column(command.text("name"))
                                .filter(column -> ValueChange.mayNotFit(column.type(), type))
                                .isPresent())
                        .stream()
                        .map(type -> finding(
                                Aspect.FAILS,
                                Severity.WARNING,
                                "Fails where a value of " + command.text("name")
                                        + " does not fit the new type; later inserts of such" + " values fail too.",
                                "Count the values that do not fit before it runs.",
                                Docs.ALTER_TABLE)));
    }
}
