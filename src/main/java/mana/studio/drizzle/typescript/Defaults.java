package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.typescript.Code.Call;
import mana.studio.drizzle.typescript.ColumnTypes.Builder;
import mana.studio.drizzle.typescript.ColumnTypes.Family;

/// A column's default as the call that gives it: a value of JavaScript where drizzle makes exactly this text of it, a
/// template otherwise.
final class Defaults {
    private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'", Pattern.DOTALL);
    private static final Pattern JSON = Pattern.compile("'(.*)'::(jsonb?)", Pattern.DOTALL);

    private final ColumnTypes types;

    Defaults(ColumnTypes types) {
        this.types = types;
    }

    /// @param ofTable a view's columns do not get their quotes doubled, so there nothing is said as a value
    Optional<Call> of(DrizzleColumn column, Builder builder, boolean ofTable, Uses uses) {
        DefaultValue value = column.defaultValue();
        return value == null ? Optional.empty() : Optional.of(call(value, column, builder, ofTable, uses));
    }

    private Call call(DefaultValue value, DrizzleColumn column, Builder builder, boolean ofTable, Uses uses) {
        boolean single = !builder.isArray();
        return switch (value) {
            case DefaultValue.Bool(boolean flag) ->
                set(String.valueOf(flag), single && builder.family() == Family.BOOLEAN);
            case DefaultValue.Number(String literal) -> set(literal, single && builder.family() == Family.NUMBER);
            case DefaultValue.Json(String json) -> {
                Optional<Code> point = JsonLiteral.of(json).filter(code -> single && builder.family() == Family.POINT);
                yield point.map(code -> Code.call("default", code)).orElseGet(() -> set(json, false));
            }
            case DefaultValue.Sql(String text) ->
                shorthand(text, builder)
                        .or(() -> ofTable
                                ? literal(text, column, builder).map(each -> Code.call("default", each))
                                : Optional.empty())
                        .orElseGet(() -> Code.call("default", uses.sql(text)));
        };
    }

    /// A value of another kind than the column's stands in a snapshot only where someone forced it in; so do we.
    private static Call set(String literal, boolean fits) {
        return Code.call("default", Code.text(fits ? literal : literal + " as never"));
    }

    private static Optional<Call> shorthand(String text, Builder builder) {
        boolean time = builder.family() == Family.TIME_TEXT || builder.family() == Family.TIME_DATE;
        if (!builder.isArray() && time && text.equals("now()")) {
            return Optional.of(Code.call("defaultNow"));
        }
        return !builder.isArray() && builder.family() == Family.UUID && text.equals("gen_random_uuid()")
                ? Optional.of(Code.call("defaultRandom"))
                : Optional.empty();
    }

    private Optional<Code> literal(String text, DrizzleColumn column, Builder builder) {
        if (builder.family() == Family.JSON && !builder.isArray()) {
            Matcher json = JSON.matcher(text);
            return json.matches() && json.group(2).equals(column.type())
                    ? JsonLiteral.of(json.group(1)).filter(code -> !isText(code))
                    : Optional.empty();
        }
        Matcher quoted = QUOTED.matcher(text);
        if (!quoted.matches()) {
            return Optional.empty();
        }
        return builder.isArray()
                ? array(quoted.group(1), column, builder)
                : string(quoted.group(1).replace("''", "'"), column, builder.family())
                        .map(Code::string);
    }

    /// A text is written without the cast.
    private static boolean isText(Code code) {
        return code instanceof Code.Text(String text) && (text.startsWith("'") || text.equals("null"));
    }

    private Optional<String> string(String value, DrizzleColumn column, Family family) {
        return switch (family) {
            case TEXT, TIME_TEXT, UUID, NUMERIC_TEXT -> Optional.of(value);
            case ENUM -> Optional.of(value).filter(each -> types.values(column).contains(each));
            case CUSTOM ->
                Optional.of(value)
                        .filter(each -> ColumnTypes.data(column.type()).equals("string"));
            case TIME_DATE, NUMBER, BIGINT, BOOLEAN, JSON, POINT, OTHER -> Optional.empty();
        };
    }

    private Optional<Code> array(String text, DrizzleColumn column, Builder builder) {
        if (text.contains("'") || text.contains("\\") || !text.startsWith("{")) {
            return Optional.empty();
        }
        ArrayText reader = new ArrayText(text, column, builder);
        return reader.read(builder.sizes().size()).filter(code -> reader.atEnd());
    }

    /// Reads `{"a","b"}`, `{{1},{2}}`; gives up at whatever drizzle would not have written.
    private final class ArrayText {
        private final String text;
        private final DrizzleColumn column;
        private final Builder builder;
        private int at;

        ArrayText(String text, DrizzleColumn column, Builder builder) {
            this.text = text;
            this.column = column;
            this.builder = builder;
        }

        boolean atEnd() {
            return at == text.length();
        }

        Optional<Code> read(int depth) {
            return depth == 0 ? element() : list(depth);
        }

        private Optional<Code> list(int depth) {
            if (!eat('{')) {
                return Optional.empty();
            }
            List<Code> elements = new ArrayList<>();
            while (!eat('}')) {
                Optional<Code> element = elements.isEmpty() || eat(',') ? read(depth - 1) : Optional.empty();
                if (element.isEmpty()) {
                    return Optional.empty();
                }
                elements.add(element.get());
            }
            return Optional.of(Code.brackets(elements));
        }

        private Optional<Code> element() {
            boolean quoted = eat('"');
            int start = at;
            while (at < text.length() && (quoted ? text.charAt(at) != '"' : ",{}\"".indexOf(text.charAt(at)) < 0)) {
                at++;
            }
            String value = text.substring(start, at);
            if (quoted) {
                return eat('"') ? string(value, column, builder.family()).map(Code::string) : Optional.empty();
            }
            boolean number = builder.family() == Family.NUMBER && JsonLiteral.isNumber(value);
            boolean flag = builder.family() == Family.BOOLEAN && value.matches("true|false");
            return number || flag ? Optional.of(Code.text(value)) : Optional.empty();
        }

        private boolean eat(char expected) {
            boolean there = at < text.length() && text.charAt(at) == expected;
            at += there ? 1 : 0;
            return there;
        }
    }
}
