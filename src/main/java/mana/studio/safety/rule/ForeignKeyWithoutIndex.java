package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Deleting a referenced row looks through the referencing table.
final class ForeignKeyWithoutIndex implements Rule {
    @Override
    public String id() {
        return "foreign-key-without-index";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.addedConstraints("CONSTR_FOREIGN")
                .filter(constraint -> occasion.table()
                        .filter(table -> !TypeNames.hasIndex(table, constraint.names("fk_attrs")))
                        .isPresent())
                .map(constraint -> finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        "No index begins with " + Occasion.list(constraint.names("fk_attrs"))
                                + ": each DELETE of a referenced row" + " reads all of " + occasion.relation() + ".",
                        "CREATE INDEX CONCURRENTLY on the columns first.",
                        Docs.ALTER_TABLE));
    }
}
