package mana.studio.statement;

/// A piece of a script that runs by itself.
///
/// @param text  from its first word to its last, without the semicolon
/// @param start where the text begins in the script, an index of a `char`
/// @param end   where it ends
/// @param line  of its first word, from 1
public record SqlStatement(Kind kind, String text, int start, int end, int line) {
    /// Who reads it.
    public enum Kind {
        /// The server.
        SQL,
        /// `psql`: a command that begins with a backslash, to the end of its line.
        PSQL_COMMAND,
        /// The `COPY … FROM STDIN` before it: rows, without the line `\.` that ends them.
        COPY_DATA
    }
}
