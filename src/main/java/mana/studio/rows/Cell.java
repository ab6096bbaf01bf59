package mana.studio.rows;

import org.jspecify.annotations.Nullable;

/// A value as PostgreSQL prints it.
///
/// @param text   null for NULL; otherwise its text, perhaps cut by the server
/// @param length of the whole text in characters where it was cut and its length is known without reading it whole;
///               otherwise that of `text`; 0 for NULL
/// @param cut    whether `text` is only the beginning
public record Cell(@Nullable String text, long length, boolean cut) {
    public static final Cell NULL = new Cell(null, 0, false);

    public static Cell of(String text) {
        return new Cell(text, text.length(), false);
    }

    public boolean isNull() {
        return text == null;
    }
}
