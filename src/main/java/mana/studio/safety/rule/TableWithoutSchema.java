package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Where a name without a schema leads depends on the search path.
final class TableWithoutSchema implements Rule {
    @Override
    public String id() {
        return "table-without-schema";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean unqualified = occasion.is("CreateStmt")
                && occasion.tree()
                        .child("relation")
                        .filter(relation -> !relation.has("schemaname")
                                && !relation.text("relpersistence").equals("t"))
                        .isPresent();
        return unqualified
                ? Stream.of(finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        "The search path of whoever runs this decides in which schema the table is created.",
                        "Write the schema's name before it.",
                        Docs.PATHS))
                : Stream.empty();
    }
}
