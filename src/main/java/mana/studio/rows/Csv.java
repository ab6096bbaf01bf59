package mana.studio.rows;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Separated values as `COPY … (FORMAT csv)` reads and writes them: NULL is nothing at all, the empty string is `""`.
final class Csv {
    /// An unquoted `\.` ends the data for PostgreSQL before 18 ("File Formats" of COPY).
    private static final String END_OF_DATA = "\\.";

    private Csv() {}

    /// A writer that holds nothing back: `out` buffers.
    static CsvWriter writer(Writer out, char separator) {
        return CsvWriter.builder()
                .bufferSize(0)
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(new QuoteStrategy() {
                    @Override
                    public boolean quoteEmpty(int lineNo, int fieldIdx) {
                        return true;
                    }

                    @Override
                    public boolean quoteValue(int lineNo, int fieldIdx, String value) {
                        return value.equals(END_OF_DATA);
                    }
                })
                .build(out);
    }

    /// Writes a line; null for NULL.
    static void line(CsvWriter writer, List<@Nullable String> texts) {
        CsvWriter.CsvWriterRecord line = writer.writeRecord();
        texts.forEach(line::writeField);
        line.endRecord();
    }
}
