package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// A domain with a constraint is checked for every row of a new column, even where it is null everywhere.
final class AddColumnConstrainedDomain implements Rule {
    @Override
    public String id() {
        return "add-column-constrained-domain";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (occasion.rewrittenTables().isEmpty()) {
            return Stream.empty();
        }
        return occasion.addedColumns()
                .filter(column -> TypeNames.isConstrainedDomain(column, occasion))
                .map(column -> finding(
                        Aspect.BLOCKS,
                        occasion.weigh(occasion.rewrittenTables()),
                        "Column " + column.text("colname") + " is of a domain with a constraint: every row of "
                                + Occasion.names(occasion.rewrittenTables())
                                + " is written anew, even though it is nullable.",
                        "Add the column with the domain's base type and the same condition as a check: NOT VALID"
                                + " first, VALIDATE later.",
                        Docs.ALTER_TABLE));
    }
}
