package mana.studio.drizzle.snapshot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.schema.DataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A default that the server deparsed, as Drizzle's builders would put it: without the cast that the server adds,
/// numbers
/// and truth values as such. What it says stays exactly the same: the server deparses what is spelled here as it
/// deparsed what was read.
final class SpelledDefault {
    private static final Pattern CONSTANT = Pattern.compile("(?s)(E?)'((?:[^']|'')*)'::(.+)");
    private static final Pattern NUMERAL = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern TYPMOD = Pattern.compile("\\([^()]*\\)");
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> FLOATS = Set.of("real", "double precision");
    private static final Set<String> PLAIN_ELEMENTS =
            Set.of("smallint", "integer", "bigint", "real", "double precision", "numeric");

    private final String expression;
    private final String type;

    private SpelledDefault(String expression, String type) {
        this.expression = expression;
        this.type = type;
    }

    static DefaultValue of(String expression, DataType type) {
        return new SpelledDefault(expression, base(type.sql())).spelled();
    }

    /// Without modifiers, and as constants of the type are cast.
    private static String base(String sql) {
        String plain = TYPMOD.matcher(sql).replaceFirst("");
        return plain.equals("character") ? "bpchar" : plain.equals("character[]") ? "bpchar[]" : plain;
    }

    private DefaultValue spelled() {
        if (type.equals("boolean") && (expression.equals("true") || expression.equals("false"))) {
            return new DefaultValue.Bool(expression.equals("true"));
        }
        Matcher constant = CONSTANT.matcher(expression);
        if (!constant.matches()) {
            return NUMERAL.matcher(expression).matches() ? number(expression) : new DefaultValue.Sql(expression);
        }
        String value = value(constant);
        String cast = constant.group(3);
        if (NUMERAL.matcher(value).matches() && isCastOfNumeral(cast)) {
            return number(value);
        }
        return cast.equals(type) ? ownConstant(value) : new DefaultValue.Sql(expression);
    }

    private static String value(Matcher constant) {
        String value = constant.group(2).replace("''", "'");
        return constant.group(1).isEmpty() ? value : value.replace("\\\\", "\\");
    }

    /// The server puts a numeral in quotes where it is negative or long.
    private boolean isCastOfNumeral(String cast) {
        return INTEGERS.contains(type) && INTEGERS.contains(cast)
                || FLOATS.contains(type) && (cast.equals("numeric") || INTEGERS.contains(cast))
                || type.equals("numeric") && INTEGERS.contains(cast);
    }

    /// JavaScript has doubles only; and a numeric column takes texts, so that a bare numeral is SQL there.
    private DefaultValue number(String numeral) {
        boolean countable = INTEGERS.contains(type) || FLOATS.contains(type);
        return countable && isWrittenSoByJavaScript(numeral)
                ? new DefaultValue.Number(numeral)
                : new DefaultValue.Sql(numeral);
    }

    private static boolean isWrittenSoByJavaScript(String numeral) {
        double value = Double.parseDouble(numeral);
        double size = Math.abs(value);
        boolean plain = value == 0 || size >= 1e-6 && size < 1e21;
        String written = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return plain && written.equals(numeral);
    }

    private DefaultValue ownConstant(String value) {
        if (type.equals("json") || type.equals("jsonb")) {
            return new DefaultValue.Sql(quoted(compact(value)) + "::" + type);
        }
        return new DefaultValue.Sql(quoted(type.endsWith("[]") ? array(value) : value));
    }

    /// jsonb keeps no blanks; json keeps the text as it is.
    private String compact(String json) {
        try {
            return type.equals("jsonb") ? Json.compact(Json.read(json)) : json;
        } catch (JacksonException unreadable) {
            return json;
        }
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /// Texts in an array stand in double quotes always.
    private String array(String value) {
        String element = type.substring(0, type.length() - 2);
        if (PLAIN_ELEMENTS.contains(element)) {
            return value;
        }
        List<String> elements = elements(value);
        if (elements == null) {
            return value;
        }
        return elements.stream()
                .map(text -> element.equals("boolean") ? (text.equals("t") ? "true" : "false") : '"' + text + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// The elements of an array of one dimension; null where there is one that only quoting and escaping can say.
    private static @Nullable List<String> elements(String value) {
        List<String> elements = new ArrayList<>();
        if (!value.startsWith("{") || !value.endsWith("}")) {
            return null;
        }
        String inner = value.substring(1, value.length() - 1);
        Matcher element = Pattern.compile("\\G(?:\"([^\"\\\\]*)\"|([^\"\\\\{},]+))(?:,|$)")
                .matcher(inner);
        int end = 0;
        while (end < inner.length() && element.find()) {
            if ("NULL".equals(element.group(2))) {
                return null;
            }
            elements.add(element.group(1) == null ? element.group(2) : element.group(1));
            end = element.end();
        }
        return end == inner.length() ? elements : null;
    }
}
