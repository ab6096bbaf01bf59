package mana.studio.console;

import java.util.List;
import mana.studio.schema.DataType;
import org.jspecify.annotations.Nullable;

/// Rows that a statement returned, the first of them.
///
/// @param more whether the server had more
public record Grid(List<Head> columns, List<List<Value>> rows, boolean more) {
    public Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// A column of the result; names may repeat.
    public record Head(String name, DataType type) {}

    /// A value as PostgreSQL prints it.
    ///
    /// @param text   null for NULL; otherwise its text, or the beginning of a long one
    /// @param length of the whole text, in characters
    public record Value(@Nullable String text, long length) {
        static final Value NULL = new Value(null, 0);
        /// So many characters of a value are kept.
        static final int LIMIT = 100_000;

        static Value of(@Nullable String text) {
            return text == null
                    ? NULL
                    : new Value(text.length() > LIMIT ? text.substring(0, LIMIT) : text, text.length());
        }

        /// Whether `text` is only the beginning.
        public boolean cut() {
            return text != null && text.length() < length;
        }
    }
}
