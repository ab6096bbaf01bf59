package mana.studio.safety.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.LockMode;
import mana.studio.safety.Severity;
import mana.studio.safety.Touched;

/// A foreign key locks the table it refers to as well.
final class ForeignKeyLocksBothTables implements Rule {
    @Override
    public String id() {
        return "foreign-key-locks-both-tables";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        List<Touched> others = occasion.effects().locks().entrySet().stream()
                .filter(lock -> lock.getValue() == LockMode.SHARE_ROW_EXCLUSIVE)
                .map(Map.Entry::getKey)
                .filter(relation -> relation.kind() == Touched.Kind.TABLE)
                .filter(relation -> !relation.name().toString().endsWith("." + plain(occasion.relation())))
                .toList();
        boolean refers =
                occasion.tree().all().anyMatch(node -> node.text("contype").equals("CONSTR_FOREIGN"));
        if (others.isEmpty() || !refers) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                Severity.NOTE,
                "The foreign key stops writes to " + Occasion.names(others) + " too, until COMMIT.",
                "Make it the last statement of a short transaction of its own, with lock_timeout set.",
                Docs.LOCKING));
    }

    private static String plain(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
