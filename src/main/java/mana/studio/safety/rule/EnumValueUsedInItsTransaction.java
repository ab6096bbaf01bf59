package mana.studio.safety.rule;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.safety.predict.Situation;
import mana.studio.statement.Node;

/// A new value of an enum cannot be used before COMMIT; since 17 it can where its type is as new.
final class EnumValueUsedInItsTransaction implements Rule {
    private static final int WITH_ITS_TYPE = 17;

    @Override
    public String id() {
        return "enum-value-used-in-its-transaction";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        Situation situation = occasion.situation();
        Set<String> labels = situation.newLabels().entrySet().stream()
                .filter(type -> situation.major() < WITH_ITS_TYPE
                        || !situation.newTypes().contains(type.getKey()))
                .flatMap(type -> type.getValue().stream())
                .collect(Collectors.toSet());
        boolean uses = !occasion.is("AlterEnumStmt")
                && occasion.tree()
                        .all()
                        .filter(node -> node.is("A_Const"))
                        .anyMatch(node -> node.child("sval")
                                .map(Node::string)
                                .filter(labels::contains)
                                .isPresent());
        return uses
                ? Stream.of(finding(
                        Aspect.FAILS,
                        Severity.DANGER,
                        "The value was added to the enum in this transaction: the server refuses to use it (55P04).",
                        "Commit first. With a migrator that runs all pending migrations in one transaction, a second"
                                + " file does not help: a second deployment does.",
                        Docs.ALTER_TYPE))
                : Stream.empty();
    }
}
