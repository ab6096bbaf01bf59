package mana.studio.drizzle.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Options whose values are what JSON has: whole numbers are one kind of number here, so that equal ones are equal.
final class JsonOptions {
    private JsonOptions() {}

    static Map<String, Object> of(Map<String, Object> options) {
        Map<String, Object> normal = new LinkedHashMap<>();
        options.forEach((key, value) -> normal.put(key, normal(value)));
        return Collections.unmodifiableMap(normal);
    }

    private static Object normal(Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
            case Double number -> normal(BigDecimal.valueOf(number));
            case BigDecimal number -> whole(number.stripTrailingZeros());
            default -> value;
        };
    }

    private static Object whole(BigDecimal number) {
        return number.scale() <= 0 && number.precision() - number.scale() <= 18 ? number.longValueExact() : number;
    }
}
