package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// A stored generated column is computed for every row at once.
final class AddColumnStoredGenerated implements Rule {
    @Override
    public String id() {
        return "add-column-stored-generated";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (occasion.rewrittenTables().isEmpty()) {
            return Stream.empty();
        }
        return occasion.addedColumns()
                .filter(column -> TypeNames.has(column, "CONSTR_GENERATED"))
                .map(column -> finding(
                        Aspect.BLOCKS,
                        occasion.weigh(occasion.rewrittenTables()),
                        "Adding the stored generated column " + column.text("colname") + " writes every row of "
                                + Occasion.names(occasion.rewrittenTables()) + " anew while nobody can read it.",
                        "From PostgreSQL 18 on a VIRTUAL generated column costs nothing. Otherwise use a plain column"
                                + " with a trigger and fill it in batches, or an index on the expression.",
                        Docs.ALTER_TABLE));
    }
}
