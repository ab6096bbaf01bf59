package mana.studio.sql;

/// A piece of SQL text.
///
/// @param start of its first character
/// @param end   after its last character
public record Token(Kind kind, int start, int end) {
    /// What a piece is, as far as its letters tell.
    public enum Kind {
        WHITESPACE,
        COMMENT,
        /// A word of the grammar. Names that look like one are taken for one: only a parser could tell.
        KEYWORD,
        /// The name of a built-in type.
        TYPE,
        IDENTIFIER,
        QUOTED_IDENTIFIER,
        /// A constant in quotes, whatever stands before them: `'…'`, `E'…'`, `B'…'`, `X'…'`, `U&'…'`.
        STRING,
        /// A constant in dollar quotes; in the definition of a function, its body.
        DOLLAR_STRING,
        NUMBER,
        /// `$1`
        PARAMETER,
        OPERATOR,
        PUNCTUATION,
        /// A character that SQL has no use for.
        UNKNOWN
    }

    public int length() {
        return end - start;
    }

    public String text(String sql) {
        return sql.substring(start, end);
    }
}
