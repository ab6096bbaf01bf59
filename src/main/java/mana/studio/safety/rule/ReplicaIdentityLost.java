package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.schema.Table;

/// Without a primary key or replica identity, UPDATE and DELETE fail on a published table.
final class ReplicaIdentityLost implements Rule {
    @Override
    public String id() {
        return "replica-identity-lost";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean key = occasion.commands("AT_DropConstraint")
                .anyMatch(command -> occasion.table()
                        .flatMap(Table::primaryKey)
                        .filter(primary -> primary.name().equals(command.text("name")))
                        .isPresent());
        boolean nothing = occasion.commands("AT_ReplicaIdentity")
                .flatMap(command -> command.child("def").stream())
                .anyMatch(definition -> definition.text("identity_type").equals("n"));
        return key || nothing
                ? Stream.of(finding(
                        Aspect.REPLICATION,
                        Severity.WARNING,
                        "If " + occasion.relation()
                                + " is published, UPDATE and DELETE on it fail without a replica identity.",
                        "Set REPLICA IDENTITY USING INDEX or FULL before.",
                        Docs.REPLICATION))
                : Stream.empty();
    }
}
