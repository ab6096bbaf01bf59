package mana.studio.rows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mana.studio.schema.Column;
import mana.studio.schema.Relation;
import mana.studio.sql.Identifier;
import mana.studio.sql.Literal;

/// Rows as INSERT statements.
final class InsertText {
    private static final int ROWS_PER_STATEMENT = 500;

    private final String head;
    private final List<Column> columns;
    private final int[] places;

    InsertText(Relation relation, List<Column> columns) {
        this.columns = columns;
        this.places = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).generated() == null)
                .toArray();
        this.head = head(relation);
    }

    private String head(Relation relation) {
        boolean identity = IntStream.of(places).mapToObj(columns::get).anyMatch(InsertText::isAlwaysIdentity);
        return "INSERT INTO " + Columns.table(relation)
                + IntStream.of(places)
                        .mapToObj(i -> Identifier.quote(columns.get(i).name()))
                        .collect(Collectors.joining(", ", " (", ")"))
                + (identity ? " OVERRIDING SYSTEM VALUE" : "")
                + " VALUES\n";
    }

    /// The server refuses a value for it unless told so.
    private static boolean isAlwaysIdentity(Column column) {
        Column.IdentityColumn identity = column.identity();
        return identity != null && identity.always();
    }

    String write(List<List<Cell>> rows) {
        StringBuilder text = new StringBuilder();
        if (places.length == 0) {
            return "";
        }
        for (int start = 0; start < rows.size(); start += ROWS_PER_STATEMENT) {
            text.append(rows.subList(start, Math.min(start + ROWS_PER_STATEMENT, rows.size())).stream()
                    .map(this::values)
                    .collect(Collectors.joining(",\n", head, ";\n")));
        }
        return text.toString();
    }

    private String values(List<Cell> row) {
        return IntStream.of(places)
                .mapToObj(i -> literal(columns.get(i), row.get(i)))
                .collect(Collectors.joining(", ", "    (", ")"));
    }

    private static String literal(Column column, Cell cell) {
        String text = cell.text();
        if (text == null) {
            return "NULL";
        }
        return switch (column.type().family()) {
            case BOOLEAN -> text;
            case INTEGER, DECIMAL -> JsonValue.isNumber(text) ? text : Literal.quote(text);
            case TEXT, UUID, DATE, TIME, TIMESTAMP, INTERVAL, JSON, BINARY, ENUM, ARRAY, RANGE, COMPOSITE, NETWORK,
                    GEOMETRIC, BITS, OTHER ->
                Literal.quote(text).strip();
        };
    }
}
