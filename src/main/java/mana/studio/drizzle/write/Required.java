package mana.studio.drizzle.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import mana.studio.plan.ColumnChange;
import mana.studio.plan.Statement;
import mana.studio.schema.Column;
import mana.studio.schema.QualifiedName;

/// A column that comes to take no NULL, in steps: first without that demand, so that rows can be filled, then with a
/// check that is proven while others go on, and with NOT NULL, which the server then believes without reading the
/// table (ALTER TABLE, notes; from PostgreSQL 12 on).
final class Required {
    private static final String ENDING = "_not_null_proof";
    /// NAMEDATALEN - 1.
    private static final int LONGEST = 63;

    private final QualifiedName table;
    private final ColumnChange.SetNotNull set;

    Required(ColumnChange.SetNotNull set) {
        this.set = set;
        this.table = set.relation().name();
    }

    /// Whether rows that are there would have no value for it: the server refuses such a column in one step.
    static boolean needsValues(Column column) {
        return column.notNull() != null
                && column.defaultExpression() == null
                && column.identity() == null
                && column.generated() == null
                && Phrasing.isSimple(column);
    }

    /// The column, taking NULL for now.
    static String empty(ColumnChange.AddColumn add) {
        Column empty = add.column().withNotNull(null);
        return Phrasing.of(new Statement(
                "", new ColumnChange.AddColumn(add.relation(), empty, add.successor()), null, List.of(), true));
    }

    String notNull() {
        return alter() + "ALTER COLUMN " + Quotes.of(column()) + " SET NOT NULL;";
    }

    /// No NULL comes in any more.
    String watch() {
        return alter() + "ADD CONSTRAINT " + proof() + " CHECK (" + Quotes.of(column()) + " IS NOT NULL) NOT VALID;";
    }

    String validate() {
        return alter() + "VALIDATE CONSTRAINT " + proof() + ";";
    }

    String dropProof() {
        return alter() + "DROP CONSTRAINT " + proof() + ";";
    }

    private String alter() {
        return "ALTER TABLE " + Quotes.of(table) + " ";
    }

    private String column() {
        return set.column().name();
    }

    private String proof() {
        String start = table.name() + "_" + column();
        while (start.getBytes(StandardCharsets.UTF_8).length > LONGEST - ENDING.length()) {
            start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
        }
        return Quotes.of(start + ENDING);
    }
}
