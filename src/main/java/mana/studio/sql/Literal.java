package mana.studio.sql;

/// Quoting of string constants, for statements that cannot take parameters (DDL) and text a person copies.
public final class Literal {
    private Literal() {}

    /// A string constant that means the same whatever `standard_conforming_strings` is, as `quote_literal` writes it.
    public static String quote(String value) {
        String doubled = value.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : " E'" + doubled.replace("\\", "\\\\") + "'";
    }
}
