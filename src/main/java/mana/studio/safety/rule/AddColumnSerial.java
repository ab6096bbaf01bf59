package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// A serial or identity column numbers the rows that are there, one by one.
final class AddColumnSerial implements Rule {
    @Override
    public String id() {
        return "add-column-serial";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (occasion.rewrittenTables().isEmpty()) {
            return Stream.empty();
        }
        return occasion.addedColumns()
                .filter(column -> TypeNames.isSerial(column) || TypeNames.has(column, "CONSTR_IDENTITY"))
                .map(column -> finding(
                        Aspect.BLOCKS,
                        occasion.weigh(occasion.rewrittenTables()),
                        "Adding the numbered column " + column.text("colname") + " writes every row of "
                                + Occasion.names(occasion.rewrittenTables()) + " anew while nobody can read it.",
                        "Add a plain bigint column and a sequence as its default, fill the old rows in batches, then"
                                + " make it an identity column.",
                        Docs.ALTER_TABLE));
    }
}
