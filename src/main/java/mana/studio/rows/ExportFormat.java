package mana.studio.rows;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.DataType;
import org.jspecify.annotations.Nullable;

/// How rows are written to a file, in UTF-8.
public enum ExportFormat {
    /// With a header, as `COPY … (FORMAT csv, HEADER)` reads it: NULL is nothing at all, the empty string is `""`.
    CSV("CSV", "csv"),
    /// An object per line; numbers, booleans, arrays and JSON as what they are, NULL as null.
    JSON_LINES("JSON Lines", "jsonl");

    private final String label;
    private final String extension;

    ExportFormat(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    /// The words a person reads.
    public String label() {
        return label;
    }

    /// Of a file's name, without the dot.
    public String extension() {
        return extension;
    }

    /// Where rows go.
    @FunctionalInterface
    interface Output {
        void row(List<@Nullable String> texts) throws IOException;
    }

    Output begin(List<Column> columns, Writer out) {
        List<String> names = columns.stream().map(Column::name).toList();
        return switch (this) {
            case CSV -> {
                CsvWriter writer = Csv.writer(out, ',');
                writer.writeRecord(names);
                yield (List<@Nullable String> texts) -> Csv.line(writer, texts);
            }
            case JSON_LINES -> {
                List<DataType> types = columns.stream().map(Column::type).toList();
                yield (List<@Nullable String> texts) -> {
                    StringBuilder line = new StringBuilder();
                    JsonValue.object(names, types, texts, line);
                    out.append(line.append('\n'));
                };
            }
        };
    }
}
