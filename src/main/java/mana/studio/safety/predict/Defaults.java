package mana.studio.safety.predict;

import java.util.Optional;
import java.util.Set;
import mana.studio.statement.Node;

/// Defaults that the server will not take.
final class Defaults {
    private Defaults() {}

    /// Why a default cannot be used yet: a value that the same transaction has added to an enum is unsafe until COMMIT
    /// (`check_safe_enum_use`, `enum.c`), unless the type itself is new too, which PostgreSQL 17 and later notice.
    static Optional<String> unusable(SqlType type, Optional<Node> expression, Ground ground) {
        if (type.named() == null || expression.isEmpty()) {
            return Optional.empty();
        }
        Situation situation = ground.situation();
        boolean safe = situation.major() >= 17 && situation.newTypes().contains(type.named());
        Set<String> labels = situation.newLabels().getOrDefault(type.named(), Set.of());
        return expression
                .get()
                .all()
                .filter(node -> node.is("A_Const"))
                .flatMap(constant -> constant.child("sval").stream())
                .map(Node::string)
                .filter(label -> !safe && labels.contains(label))
                .findFirst()
                .map(label -> "unsafe use of new value \"" + label + "\" of enum type " + type.named());
    }
}
