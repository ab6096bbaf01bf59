package mana.studio.safety.rule;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.safety.Touched;

/// TRUNCATE.
final class Truncate implements Rule {
    @Override
    public String id() {
        return "truncate";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (!occasion.is("TruncateStmt")) {
            return Stream.empty();
        }
        boolean cascades = occasion.tree().text("behavior").equals("DROP_CASCADE");
        List<Touched> emptied = occasion.effects().rewritten().stream()
                .filter(relation -> relation.kind() == Touched.Kind.TABLE)
                .toList();
        if (emptied.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.LOSES_DATA,
                Severity.DANGER,
                "All rows of " + Occasion.names(emptied) + " are gone."
                        + (cascades ? " CASCADE takes every table that refers to them." : ""),
                cascades ? "Name every table, without CASCADE." : "DELETE in batches where only some rows should go.",
                Docs.TRUNCATE));
    }
}
