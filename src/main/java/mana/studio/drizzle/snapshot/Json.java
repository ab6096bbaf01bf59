package mana.studio.drizzle.snapshot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// JSON as `JSON.stringify(value, null, 2)` writes it: drizzle-kit's files to the byte.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();
    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private Json() {}

    /// @throws tools.jackson.core.JacksonException where it is no JSON
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /// With two blanks, and no newline at the end.
    public static String indented(JsonNode node) {
        return MAPPER.writer().with(INDENTED).writeValueAsString(node);
    }

    static String compact(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /// A value of an option: text, number or boolean.
    static JsonNode value(Object value) {
        return switch (value) {
            case String text -> JsonNodeFactory.instance.stringNode(text);
            case Boolean flag -> JsonNodeFactory.instance.booleanNode(flag);
            case Long number -> JsonNodeFactory.instance.numberNode(number.longValue());
            case BigInteger number -> JsonNodeFactory.instance.numberNode(number);
            case BigDecimal number -> raw(literal(number));
            default -> throw new IllegalArgumentException("no value that JSON has: " + value);
        };
    }

    static ObjectNode options(Map<String, Object> options) {
        ObjectNode object = object();
        options.forEach((key, value) -> object.set(key, value(value)));
        return object;
    }

    /// JSON that is written as it stands.
    static JsonNode raw(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }

    /// A number as JavaScript writes it, from which Java's spelling differs in the exponent only.
    static String literal(JsonNode number) {
        return number.isIntegralNumber() ? number.bigIntegerValue().toString() : literal(number.decimalValue());
    }

    private static String literal(BigDecimal number) {
        return number.toString().replace('E', 'e');
    }
}
