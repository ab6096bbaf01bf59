package mana.studio.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's text of arrays ("Array Input and Output Syntax" of its manual).
public final class ArrayText {
    private final String text;
    private final char separator;
    private int at;

    private ArrayText(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /// An element of an array.
    public sealed interface Element {
        /// @param text null for NULL
        record Value(@Nullable String text) implements Element {}

        /// An array of a further dimension.
        record Nested(List<Element> elements) implements Element {
            public Nested {
                elements = List.copyOf(elements);
            }
        }
    }

    /// The elements of an array's text, as the server printed it whole.
    ///
    /// @param type the array's type
    /// @throws IllegalArgumentException if that is no array's text
    public static List<Element> split(String text, DataType type) {
        // Every type separates by a comma but box: pg_type.typdelim.
        ArrayText reader = new ArrayText(text, type.sql().startsWith("box") ? ';' : ',');
        // Bounds come first where they are not 1: [0:2]={1,2,3}
        reader.at = text.startsWith("[") ? text.indexOf('=') + 1 : 0;
        List<Element> elements = reader.array();
        if (reader.at != text.length()) {
            throw reader.wrong();
        }
        return elements;
    }

    /// The type of an array's elements, as far as its name tells.
    public static DataType element(DataType array) {
        String sql = array.sql().replaceFirst("(\\[])+$", "");
        Family family =
                switch (sql.replaceFirst("\\(.*", "")) {
                    case "smallint", "integer", "bigint" -> Family.INTEGER;
                    case "numeric", "real", "double precision" -> Family.DECIMAL;
                    case "boolean" -> Family.BOOLEAN;
                    case "json", "jsonb" -> Family.JSON;
                    case "uuid" -> Family.UUID;
                    case "bytea" -> Family.BINARY;
                    default -> Family.TEXT;
                };
        return new DataType(sql, family, array.named());
    }

    /// The text of a one-dimensional array of these elements.
    static String join(List<String> elements) {
        return elements.stream()
                .map(element -> '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private List<Element> array() {
        take('{');
        List<Element> elements = new ArrayList<>();
        if (peek() == '}') {
            at++;
            return elements;
        }
        while (true) {
            elements.add(peek() == '{' ? new Element.Nested(array()) : value());
            if (peek() == '}') {
                at++;
                return elements;
            }
            take(separator);
        }
    }

    private Element.Value value() {
        boolean quoted = peek() == '"';
        at += quoted ? 1 : 0;
        StringBuilder value = new StringBuilder();
        while (quoted ? peek() != '"' : peek() != separator && peek() != '}') {
            at += peek() == '\\' ? 1 : 0;
            value.append(peek());
            at++;
        }
        at += quoted ? 1 : 0;
        boolean isNull = !quoted && value.toString().equalsIgnoreCase("NULL");
        return new Element.Value(isNull ? null : value.toString());
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw wrong();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("Not the text of an array at character " + at);
    }
}
