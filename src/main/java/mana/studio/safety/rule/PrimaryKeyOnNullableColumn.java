package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// PRIMARY KEY makes its columns NOT NULL, which reads the table.
final class PrimaryKeyOnNullableColumn implements Rule {
    @Override
    public String id() {
        return "primary-key-on-nullable-column";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean scans = occasion.addedConstraints("CONSTR_PRIMARY")
                .anyMatch(constraint -> !constraint.text("indexname").isEmpty());
        if (!scans || occasion.effects().scanned().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                occasion.weigh(occasion.effects().scanned()),
                "A column of the key is nullable: all of "
                        + Occasion.names(occasion.effects().scanned()) + " is read while nobody else can.",
                "Make the columns NOT NULL first, by a validated check.",
                Docs.ALTER_TABLE));
    }
}
