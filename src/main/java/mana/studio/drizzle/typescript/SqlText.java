package mana.studio.drizzle.typescript;

import java.util.Map;
import java.util.TreeMap;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// An expression of a table as a template: verbatim, but for references to the table's own columns spelled as drizzle
/// spells them, which stand as `${table.column}`, so that the code knows what it refers to.
final class SqlText {
    private final Map<String, String> references = new TreeMap<>();

    private SqlText() {}

    /// In checks, predicates and policies of the stable line: `"auth"."users"."id"`.
    static SqlText qualified(QualifiedName table, Map<String, String> properties, String parameter) {
        String prefix = table.schema().equals("public") ? "" : quoted(table.schema()) + ".";
        return of(prefix + quoted(table.name()) + ".", properties, parameter);
    }

    /// In expressions of an index: `"id"`.
    static SqlText bare(Map<String, String> properties, String parameter) {
        return of("", properties, parameter);
    }

    private static SqlText of(String prefix, Map<String, String> properties, String parameter) {
        SqlText text = new SqlText();
        properties.forEach((column, property) ->
                text.references.put(prefix + quoted(column), "${" + access(parameter, property) + "}"));
        return text;
    }

    Code code(String sql, Uses uses) {
        StringBuilder template = new StringBuilder();
        int at = 0;
        int plain = 0;
        while (at < sql.length()) {
            String reference = reference(sql, at);
            if (reference == null) {
                at = tokenEnd(sql, at);
            } else {
                template.append(Literals.template(sql.substring(plain, at))).append(references.get(reference));
                at += reference.length();
                plain = at;
            }
        }
        uses.orm("sql");
        return Code.text("sql`" + template + Literals.template(sql.substring(plain)) + "`");
    }

    static String access(String parameter, String property) {
        return JsonLiteral.key(property).equals(property)
                ? parameter + "." + property
                : parameter + "[" + Literals.string(property) + "]";
    }

    private @Nullable String reference(String sql, int at) {
        if (sql.charAt(at) != '"' || at > 0 && sql.charAt(at - 1) == '.') {
            return null;
        }
        return references.keySet().stream()
                .filter(each -> sql.startsWith(each, at))
                .filter(each ->
                        at + each.length() == sql.length() || ".\"(".indexOf(sql.charAt(at + each.length())) < 0)
                .findFirst()
                .orElse(null);
    }

    /// The end of a string, a quoted name, or of one character.
    private static int tokenEnd(String sql, int at) {
        char quote = sql.charAt(at);
        if (quote != '\'' && quote != '"') {
            return at + 1;
        }
        int end = sql.indexOf(quote, at + 1);
        return end < 0 ? sql.length() : end + 1;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
