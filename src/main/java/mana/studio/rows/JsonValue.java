package mana.studio.rows;

import java.util.List;
import java.util.regex.Pattern;
import mana.studio.schema.DataType;
import org.jspecify.annotations.Nullable;

/// Values as JSON: numbers, booleans, JSON and arrays as what they are, NaN and the infinities and everything else as
/// the string PostgreSQL prints.
final class JsonValue {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private JsonValue() {}

    /// An object with a member per column, on one line.
    static void object(List<String> names, List<DataType> types, List<@Nullable String> texts, StringBuilder out) {
        for (int i = 0; i < names.size(); i++) {
            out.append(i == 0 ? "{" : ",");
            JsonText.quote(names.get(i), out);
            out.append(':');
            write(types.get(i), texts.get(i), out);
        }
        out.append(names.isEmpty() ? "{}" : "}");
    }

    private static void write(DataType type, @Nullable String text, StringBuilder out) {
        if (text == null) {
            out.append("null");
            return;
        }
        switch (type.family()) {
            case BOOLEAN -> out.append(text.startsWith("t"));
            case INTEGER, DECIMAL -> number(text, out);
            case JSON -> out.append(JsonText.oneLine(text));
            case ARRAY -> array(ArrayText.split(text, type), ArrayText.element(type), out);
            case TEXT, UUID, DATE, TIME, TIMESTAMP, INTERVAL, BINARY, ENUM, RANGE, COMPOSITE, NETWORK, GEOMETRIC, BITS,
                    OTHER ->
                JsonText.quote(text, out);
        }
    }

    private static void number(String text, StringBuilder out) {
        if (isNumber(text)) {
            out.append(text);
        } else {
            JsonText.quote(text, out);
        }
    }

    /// Whether a number's text needs no quotes, in JSON and in SQL.
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static void array(List<ArrayText.Element> elements, DataType type, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (ArrayText.Element element : elements) {
            out.append(separator);
            switch (element) {
                case ArrayText.Element.Value value -> write(type, value.text(), out);
                case ArrayText.Element.Nested nested -> array(nested.elements(), type, out);
            }
            separator = ",";
        }
        out.append(']');
    }
}
