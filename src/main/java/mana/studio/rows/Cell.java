package mana.studio.rows;

import org.jspecify.annotations.Nullable;

/// A value as PostgreSQL prints it.
///
/// @param text   null for NULL; otherwise its text, perhaps cut by the server: to about 1,000 characters, or to nothing
///               where even a beginning would have cost reading and printing the whole (a large jsonb)
/// @param length how large the whole value is: in bytes where it was cut, as far as the server knows without reading
///               it, and for bytea; otherwise the length of `text`; 0 for NULL
/// @param cut    whether `text` is only the beginning: see {@link RowReader#value} and {@link RowReader#whole}
public record Cell(@Nullable String text, long length, boolean cut) {
    public static final Cell NULL = new Cell(null, 0, false);

    public static Cell of(String text) {
        return new Cell(text, text.length(), false);
    }

    public boolean isNull() {
        return text == null;
    }
}
