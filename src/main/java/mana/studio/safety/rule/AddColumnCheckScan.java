package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// A check in the definition of a new column is proven for every row, though all have the same value.
final class AddColumnCheckScan implements Rule {
    @Override
    public String id() {
        return "add-column-check-scan";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (occasion.effects().scanned().isEmpty()
                || !occasion.rewrittenTables().isEmpty()) {
            return Stream.empty();
        }
        return occasion.addedColumns()
                .filter(column -> TypeNames.has(column, "CONSTR_CHECK"))
                .map(column -> finding(
                        Aspect.BLOCKS,
                        occasion.weigh(occasion.effects().scanned()),
                        "The check on the new column " + column.text("colname") + " reads all of "
                                + Occasion.names(occasion.effects().scanned()) + " while nobody else can.",
                        "Add the column without the check; then ADD CONSTRAINT … CHECK … NOT VALID, and VALIDATE"
                                + " later.",
                        Docs.ALTER_TABLE));
    }
}
