package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mana.studio.drizzle.typescript.Code.Property;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as a literal of TypeScript, where `JSON.stringify` of the literal gives the same text again.
final class JsonLiteral {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9]\\d{0,14})|-?(0\\.[1-9]|[1-9]\\d{0,7}\\.)\\d{0,5}[1-9]");
    private static final Pattern KEY = Pattern.compile("[A-Za-z_$][\\w$]*");

    private JsonLiteral() {}

    static Optional<Code> of(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            return isExact(node) && stringify(node).equals(json) ? Optional.of(code(node)) : Optional.empty();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /// Whether JavaScript spells the number so.
    static boolean isNumber(String literal) {
        return NUMBER.matcher(literal).matches() && !literal.equals("-0");
    }

    static String key(String name) {
        return KEY.matcher(name).matches() ? name : Literals.string(name);
    }

    /// JavaScript sorts keys that are whole numbers, and sets a prototype by one.
    private static boolean isExact(JsonNode node) {
        return node.properties().stream()
                        .noneMatch(member -> member.getKey().matches("\\d+")
                                || member.getKey().equals("__proto__"))
                && (!node.isNumber() || isNumber(node.asString()))
                && node.values().stream().allMatch(JsonLiteral::isExact);
    }

    private static Code code(JsonNode node) {
        if (node.isObject()) {
            List<Property> properties = new ArrayList<>();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                properties.add(new Property(key(member.getKey()), code(member.getValue())));
            }
            return Code.braces(properties);
        }
        if (node.isArray()) {
            return Code.brackets(node.values().stream().map(JsonLiteral::code).toList());
        }
        return node.isString() ? Code.string(node.stringValue()) : Code.text(node.asString("null"));
    }

    private static String stringify(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(member -> quoted(member.getKey()) + ":" + stringify(member.getValue()))
                    .collect(java.util.stream.Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return node.values().stream()
                    .map(JsonLiteral::stringify)
                    .collect(java.util.stream.Collectors.joining(",", "[", "]"));
        }
        return node.isString() ? quoted(node.stringValue()) : node.asString("null");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            quoted.append(
                    switch (character) {
                        case '"' -> "\\\"";
                        case '\\' -> "\\\\";
                        case '\b' -> "\\b";
                        case '\f' -> "\\f";
                        case '\n' -> "\\n";
                        case '\r' -> "\\r";
                        case '\t' -> "\\t";
                        default -> character < ' ' ? "\\u%04x".formatted((int) character) : String.valueOf(character);
                    });
        }
        return quoted.append('"').toString();
    }
}
