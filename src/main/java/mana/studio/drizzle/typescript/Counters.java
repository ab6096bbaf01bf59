package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.List;
import mana.studio.drizzle.model.DrizzleColumn.Counter;
import mana.studio.drizzle.typescript.Code.Property;

/// The options of a sequence, those left out that drizzle takes anyway.
final class Counters {
    private static final String LOWEST = "-9223372036854775808";
    private static final String HIGHEST = "9223372036854775807";

    private Counters() {}

    static List<Property> ofSequence(Counter counter) {
        return options(counter, LOWEST, HIGHEST);
    }

    /// Drizzle takes the lowest smallint for a descending identity of any type.
    static List<Property> ofIdentity(Counter counter, String type) {
        return options(
                counter,
                "-32768",
                switch (type) {
                    case "integer" -> "2147483647";
                    case "bigint" -> HIGHEST;
                    default -> "32767";
                });
    }

    private static List<Property> options(Counter counter, String lowest, String highest) {
        boolean descends = counter.increment().startsWith("-");
        String min = descends ? lowest : "1";
        String max = descends ? "-1" : highest;
        List<Property> options = new ArrayList<>();
        add(options, "startWith", counter.startWith(), descends ? counter.maxValue() : counter.minValue());
        add(options, "increment", counter.increment(), "1");
        add(options, "minValue", counter.minValue(), min);
        add(options, "maxValue", counter.maxValue(), max);
        add(options, "cache", counter.cache(), "1");
        if (counter.cycle()) {
            options.add(new Property("cycle", Code.text("true")));
        }
        return options;
    }

    private static void add(List<Property> options, String key, String value, String otherwise) {
        if (!value.equals(otherwise)) {
            boolean number = JsonLiteral.isNumber(value);
            options.add(new Property(key, number ? Code.text(value) : Code.string(value)));
        }
    }
}
