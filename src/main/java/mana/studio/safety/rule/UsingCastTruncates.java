package mana.studio.safety.rule;

import java.util.Set;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.statement.Node;

/// An explicit cast in USING cuts values off where the assignment would refuse.
final class UsingCastTruncates implements Rule {
    private static final Set<String> LENGTHS = Set.of("varchar", "bpchar", "varbit", "bit");

    @Override
    public String id() {
        return "using-cast-truncates";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.commands("AT_AlterColumnType")
                .flatMap(command -> command.child("def").stream())
                .filter(definition -> definition
                        .child("raw_default")
                        .filter(UsingCastTruncates::shortens)
                        .isPresent())
                .map(definition -> finding(
                        Aspect.LOSES_DATA,
                        Severity.DANGER,
                        "The explicit cast in USING cuts longer values off without a word; without it the server would"
                                + " refuse.",
                        "Leave USING out: the server then stops at the first value that does not fit.",
                        Docs.ALTER_TABLE));
    }

    /// A cast to a type with a length.
    private static boolean shortens(Node using) {
        return using.is("TypeCast")
                && using.child("typeName")
                        .filter(type -> type.has("typmods")
                                && LENGTHS.contains(type.names("names").getLast()))
                        .isPresent();
    }
}
