package mana.studio.rows;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.DataType;
import mana.studio.schema.Relation;
import org.jspecify.annotations.Nullable;

/// How rows become text for the clipboard.
public enum CopyFormat {
    /// With a header; for spreadsheets. NULL is nothing, the empty string is `""`.
    TSV("TSV"),
    /// With a header; as `COPY … (FORMAT csv, HEADER)` reads it. NULL is nothing, the empty string is `""`.
    CSV("CSV"),
    /// An array of objects; numbers, booleans, arrays and JSON as what they are.
    JSON("JSON"),
    /// Statements that put the rows back; generated columns are left out.
    INSERT("INSERT"),
    /// A table.
    MARKDOWN("Markdown");

    private final String label;

    CopyFormat(String label) {
        this.label = label;
    }

    /// The word a person reads.
    public String label() {
        return label;
    }

    /// Rows as text.
    ///
    /// @param columns some columns of the relation
    /// @param rows    a cell for each of these columns
    /// @throws IllegalArgumentException if a cell is cut ({@link RowReader#whole} makes it whole), or the numbers of
    ///                                  cells and columns differ
    public String write(Relation relation, List<Column> columns, List<List<Cell>> rows) {
        check(columns, rows);
        return this == INSERT ? new InsertText(relation, columns).write(rows) : written(columns, rows);
    }

    /// Rows of no relation as text; not as INSERT, which needs one.
    ///
    /// @throws IllegalArgumentException as above
    public String write(List<Column> columns, List<List<Cell>> rows) {
        check(columns, rows);
        return written(columns, rows);
    }

    private static void check(List<Column> columns, List<List<Cell>> rows) {
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns");
            }
            if (row.stream().anyMatch(Cell::cut)) {
                throw new IllegalArgumentException("A cut value cannot be copied");
            }
        }
    }

    private String written(List<Column> columns, List<List<Cell>> rows) {
        return switch (this) {
            case TSV -> separated(columns, rows, '\t');
            case CSV -> separated(columns, rows, ',');
            case JSON -> json(columns, rows);
            case INSERT -> throw new IllegalArgumentException("INSERT needs a relation");
            case MARKDOWN -> MarkdownText.write(columns, rows);
        };
    }

    private static String separated(List<Column> columns, List<List<Cell>> rows, char separator) {
        StringWriter text = new StringWriter();
        CsvWriter writer = Csv.writer(text, separator);
        writer.writeRecord(columns.stream().map(Column::name).toList());
        rows.forEach(row -> Csv.line(writer, texts(row)));
        return text.toString();
    }

    private static String json(List<Column> columns, List<List<Cell>> rows) {
        List<String> names = columns.stream().map(Column::name).toList();
        List<DataType> types = columns.stream().map(Column::type).toList();
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < rows.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n");
            JsonValue.object(names, types, texts(rows.get(i)), text);
        }
        return text.append("\n]\n").toString();
    }

    private static List<@Nullable String> texts(List<Cell> row) {
        List<@Nullable String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell.text()));
        return texts;
    }
}
