package mana.studio.safety.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.schema.QualifiedName;
import mana.studio.statement.Node;

/// How far a script has come when a statement runs.
///
/// @param inTransaction whether a transaction block is open
/// @param lockTimeout   whether the session's lock_timeout is set
/// @param held          the strong locks that the transaction holds: SHARE UPDATE EXCLUSIVE and above
/// @param before        the statements that the same transaction has run
/// @param made          relations that the script has created: nobody else uses them yet
public record Course(
        boolean inTransaction,
        boolean lockTimeout,
        Map<Touched, LockMode> held,
        List<Node> before,
        Set<QualifiedName> made) {
    public Course {
        held = Map.copyOf(held);
        before = List.copyOf(before);
        made = Set.copyOf(made);
    }
}
