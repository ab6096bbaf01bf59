package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// A unique, primary key or exclusion constraint that builds its index while the table is closed.
final class ConstraintBuildsIndex implements Rule {
    @Override
    public String id() {
        return "constraint-builds-index";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean table = Stream.of("CONSTR_UNIQUE", "CONSTR_PRIMARY", "CONSTR_EXCLUSION")
                .flatMap(occasion::addedConstraints)
                .anyMatch(constraint -> constraint.text("indexname").isEmpty());
        boolean column = occasion.addedColumns()
                .anyMatch(each -> TypeNames.has(each, "CONSTR_UNIQUE") || TypeNames.has(each, "CONSTR_PRIMARY"));
        if (occasion.effects().scanned().isEmpty() || !(table || column)) {
            return Stream.empty();
        }
        boolean exclusion =
                occasion.addedConstraints("CONSTR_EXCLUSION").findAny().isPresent();
        return Stream.of(finding(
                Aspect.BLOCKS,
                occasion.weigh(occasion.effects().scanned()),
                "Builds an index on " + Occasion.names(occasion.effects().scanned())
                        + " while nobody can read it; fails where" + " values collide.",
                exclusion
                        ? "There is no way to do this while the table is in use: make a new table with the constraint"
                                + " and copy."
                        : "CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … USING INDEX.",
                Docs.ALTER_TABLE));
    }
}
