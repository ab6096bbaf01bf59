package mana.studio.rows;

import java.util.List;
import java.util.stream.Collectors;
import mana.studio.schema.Column;

/// Rows as a Markdown table; numbers to the right.
final class MarkdownText {
    private MarkdownText() {}

    static String write(List<Column> columns, List<List<Cell>> rows) {
        String head = line(columns.stream().map(column -> escape(column.name())).toList());
        String rule = line(columns.stream().map(MarkdownText::rule).toList());
        return head
                + rule
                + rows.stream()
                        .map(row -> line(row.stream().map(MarkdownText::text).toList()))
                        .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String rule(Column column) {
        return switch (column.type().family()) {
            case INTEGER, DECIMAL -> "---:";
            case BOOLEAN, TEXT, UUID, DATE, TIME, TIMESTAMP, INTERVAL, JSON, BINARY, ENUM, ARRAY, RANGE, COMPOSITE,
                    NETWORK, GEOMETRIC, BITS, OTHER ->
                "---";
        };
    }

    private static String text(Cell cell) {
        String text = cell.text();
        return text == null ? "*NULL*" : escape(text);
    }

    /// What Markdown would read as markup, or as the end of the cell.
    private static String escape(String text) {
        return text.replaceAll("([\\\\`*_<>|\\[\\]])", "\\\\$1").replaceAll("\\R", "<br>");
    }
}
