package mana.studio.scratch;

import org.jspecify.annotations.Nullable;

/// Why SQL could not be loaded.
///
/// @param message  in the server's words where it was the server that refused
/// @param detail   the server's; null for none
/// @param hint     the server's, or what to do instead; null for none
/// @param sqlState the server's five letters; null where it did not speak
/// @param place    where in the script; null where it is about no statement
public record ScratchFailure(
        Kind kind,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable String sqlState,
        @Nullable Place place) {

    /// What a person can do differs.
    public enum Kind {
        /// The scratch server does not start, or was lost.
        NO_SERVER,
        /// The text is no SQL.
        SYNTAX,
        /// It needs an extension whose files the scratch server does not have.
        MISSING_EXTENSION,
        /// It wants what a scratch server does not do: run programs, read files, include other scripts.
        NOT_ON_SCRATCH,
        /// The server refuses the statement.
        REFUSED
    }

    /// Where in a script something is.
    ///
    /// @param statement the text of the statement
    /// @param offset    of the first letter of what is wrong in the script, counted from 0
    /// @param line      counted from 1
    /// @param column    in characters, counted from 1
    public record Place(String statement, int offset, int line, int column) {
        /// @param offset of what is wrong
        static Place in(String script, String statement, int offset) {
            int at = Math.min(offset, script.length());
            String before = script.substring(0, at);
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
            return new Place(statement, at, line, column);
        }
    }

    /// On one line: `line 3: syntax error at or near "CRATE"`.
    public String text() {
        return place == null ? message : "line " + place.line() + ": " + message;
    }
}
