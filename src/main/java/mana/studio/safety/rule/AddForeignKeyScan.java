package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// A foreign key is proven for every row while writes to both tables wait.
final class AddForeignKeyScan implements Rule {
    @Override
    public String id() {
        return "add-foreign-key-scan";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean column = occasion.addedColumns().anyMatch(each -> TypeNames.has(each, "CONSTR_FOREIGN"));
        boolean table = occasion.addedConstraints("CONSTR_FOREIGN").anyMatch(Occasion::isValidated);
        if (occasion.effects().scanned().isEmpty() || !(column || table)) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                occasion.weigh(occasion.effects().scanned()),
                "Reads " + Occasion.names(occasion.effects().scanned())
                        + " to check the foreign key while writes to both sides"
                        + " wait; fails where a row refers to nothing.",
                "Add the foreign key NOT VALID, commit, then VALIDATE CONSTRAINT.",
                Docs.ALTER_TABLE));
    }
}
