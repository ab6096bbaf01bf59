package mana.studio.safety.rule;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.LockMode;
import mana.studio.safety.Severity;
import mana.studio.safety.Touched;

/// What is dropped with a foreign key locks the table at the other end.
final class DropLocksReferencedTables implements Rule {
    @Override
    public String id() {
        return "drop-locks-referenced-tables";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean index = occasion.tree().text("removeType").equals("OBJECT_INDEX");
        boolean drops = occasion.is("DropStmt") && !index
                || occasion.commands("AT_DropColumn").findAny().isPresent()
                || occasion.commands("AT_DropConstraint").findAny().isPresent();
        List<Touched> others = occasion.locked(LockMode.ACCESS_EXCLUSIVE).stream()
                .filter(relation -> relation.kind() == Touched.Kind.TABLE && !isNamed(relation, occasion))
                .toList();
        if (!drops || others.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                Severity.WARNING,
                "Closes " + Occasion.names(others) + " too, at the other end of a foreign key.",
                "Drop the foreign key first, in a short transaction of its own with lock_timeout set.",
                Docs.LOCKING));
    }

    private static boolean isNamed(Touched relation, Occasion occasion) {
        String name = relation.name().name();
        return occasion.tree().all().anyMatch(node -> node.string().equals(name))
                || occasion.tree()
                        .child("relation")
                        .map(node -> node.text("relname").equals(name))
                        .orElse(false);
    }
}
