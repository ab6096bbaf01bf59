package mana.studio.sql;

import java.util.regex.Pattern;

/// Quoting of identifiers, as `quote_ident` does it: only what needs quotes gets them.
public final class Identifier {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private Identifier() {}

    /// The identifier as SQL text.
    public static String quote(String name) {
        return PLAIN.matcher(name).matches() && !Keywords.needsQuotes(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A qualified name as SQL text: `auth.users`.
    public static String quote(String schema, String name) {
        return quote(schema) + "." + quote(name);
    }
}
