package mana.studio.drizzle.write;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mana.studio.schema.DataType;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Identifier;

/// Names and types as drizzle-kit writes them: every name in quotes, whether it needs them or not.
final class Quotes {
    private static final Pattern VARCHAR = Pattern.compile("^character varying");
    private static final Pattern CHAR = Pattern.compile("^character(?=[(\\[]|$)");
    private static final Pattern SCALE = Pattern.compile("^(numeric\\(\\d+),(-?\\d+\\))");

    private static final Pattern LOCAL = Pattern.compile("^(time|timestamp)(\\(\\d\\))? without time zone");

    private Quotes() {}

    static String of(String name) {
        String quoted = Identifier.quote(name);
        return quoted.startsWith("\"") ? quoted : '"' + quoted + '"';
    }

    static String of(QualifiedName name) {
        return of(name.schema()) + "." + of(name.name());
    }

    /// `"a","b"`.
    static String names(List<String> names) {
        return names.stream().map(Quotes::of).collect(Collectors.joining(","));
    }

    /// `("a","b")`.
    static String list(List<String> names) {
        return "(" + names(names) + ")";
    }

    static String type(DataType type) {
        QualifiedName named = type.named();
        if (named != null) {
            String plain = Identifier.quote(named.schema(), named.name());
            return type.sql().startsWith(plain) ? of(named) + type.sql().substring(plain.length()) : type.sql();
        }
        String text = VARCHAR.matcher(type.sql()).replaceFirst("varchar");
        text = CHAR.matcher(text).replaceFirst("char");
        text = LOCAL.matcher(text).replaceFirst("$1$2");
        Matcher scale = SCALE.matcher(text);
        return scale.find() ? scale.replaceFirst("$1, $2") : text;
    }
}
