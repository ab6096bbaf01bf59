package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.typescript.Code.Property;
import mana.studio.drizzle.typescript.Options.Bigint;
import mana.studio.schema.QualifiedName;

/// From a type's text in a snapshot to the builder that gives exactly this text.
final class ColumnTypes {
    private static final Set<String> PLAIN = Set.of(
            "smallint",
            "integer",
            "boolean",
            "text",
            "uuid",
            "json",
            "jsonb",
            "real",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "point",
            "line",
            "date",
            "serial",
            "smallserial",
            "varchar",
            "char",
            "numeric");
    private static final Pattern ARRAY = Pattern.compile("^(.*?)((?:\\[\\d*])+)$", Pattern.DOTALL);
    private static final Pattern SIZE = Pattern.compile("\\[(\\d*)]");
    private static final Pattern LENGTH = Pattern.compile("(varchar|char)\\(([1-9]\\d*)\\)");
    private static final Pattern DIMENSIONS = Pattern.compile("(vector|halfvec|sparsevec|bit)\\(([1-9]\\d*)\\)");
    private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+)(?:, (-?\\d+))?\\)");
    private static final Pattern TIME = Pattern.compile("(timestamp|time)( ?)(?:\\(([0-6])\\))?( with time zone)?");
    private static final Pattern INTERVAL = Pattern.compile(
            "interval(?: (year to month|day to hour|day to minute|day to second|hour to minute|hour to second"
                    + "|minute to second|year|month|day|hour|minute|second))?(?:\\(([1-9])\\))?");

    private final DrizzleSchema schema;
    private final Options options;

    ColumnTypes(DrizzleSchema schema, Options options) {
        this.schema = schema;
        this.options = options;
    }

    /// What a builder is called with.
    ///
    /// @param family  what kind of default it takes
    /// @param builder the function; a {@link Thing} of the schema's own where the family is an enum or custom
    /// @param sizes   of the array's dimensions, empty texts without one
    record Builder(Family family, String builder, List<Property> config, List<String> sizes) {
        boolean isArray() {
            return !sizes.isEmpty();
        }
    }

    /// What JavaScript has for a value, as far as defaults go.
    enum Family {
        TEXT,
        /// A text, and `defaultNow()` is there.
        TIME_TEXT,
        /// A Date, and `defaultNow()` is there.
        TIME_DATE,
        UUID,
        NUMBER,
        NUMERIC_TEXT,
        BIGINT,
        BOOLEAN,
        JSON,
        POINT,
        ENUM,
        CUSTOM,
        OTHER
    }

    /// The enum or the custom type of a column.
    Optional<Thing> thing(DrizzleColumn column) {
        Builder builder = of(column);
        String base = base(column.type());
        return switch (builder.family()) {
            case ENUM -> Optional.of(Thing.enumType(enumName(column)));
            case CUSTOM -> Optional.of(Thing.type(base));
            default -> Optional.empty();
        };
    }

    /// The values of a column's enum; empty where the schema does not declare it.
    List<String> values(DrizzleColumn column) {
        return schema.enumType(enumName(column))
                .map(DrizzleSchema.DrizzleEnum::values)
                .orElse(List.of());
    }

    Builder of(DrizzleColumn column) {
        String base = base(column.type());
        List<String> sizes = sizes(column.type());
        return isEnum(column, base) ? new Builder(Family.ENUM, "", List.of(), sizes) : simple(column, base, sizes);
    }

    static String base(String type) {
        Matcher array = ARRAY.matcher(type);
        return array.matches() ? array.group(1) : type;
    }

    private static List<String> sizes(String type) {
        Matcher array = ARRAY.matcher(type);
        List<String> sizes = new ArrayList<>();
        if (array.matches()) {
            SIZE.matcher(array.group(2)).results().forEach(size -> sizes.add(size.group(1)));
        }
        return sizes;
    }

    /// Snapshots that came from older ones name an enum of public without its schema.
    private boolean isEnum(DrizzleColumn column, String base) {
        return column.typeSchema() != null
                || simple(column, base, List.of()).family() == Family.CUSTOM
                        && schema.enumType(new QualifiedName("public", base)).isPresent();
    }

    private static QualifiedName enumName(DrizzleColumn column) {
        String typeSchema = column.typeSchema();
        return new QualifiedName(typeSchema == null ? "public" : typeSchema, base(column.type()));
    }

    private Builder simple(DrizzleColumn column, String base, List<String> sizes) {
        if (PLAIN.contains(base)) {
            return new Builder(plain(base), base, config(base, column), sizes);
        }
        Matcher length = LENGTH.matcher(base);
        if (length.matches()) {
            return new Builder(Family.TEXT, length.group(1), List.of(property("length", length.group(2))), sizes);
        }
        Matcher dimensions = DIMENSIONS.matcher(base);
        if (dimensions.matches()) {
            Family family = base.startsWith("bit") ? Family.TEXT : Family.OTHER;
            return new Builder(
                    family, dimensions.group(1), List.of(property("dimensions", dimensions.group(2))), sizes);
        }
        Matcher numeric = NUMERIC.matcher(base);
        if (numeric.matches()) {
            return numeric(column, numeric, sizes);
        }
        Matcher time = TIME.matcher(base);
        if (time.matches() && (time.group(3) != null || time.group(2).isEmpty())) {
            return time(base, time, sizes);
        }
        Matcher interval = INTERVAL.matcher(base);
        if (interval.matches()) {
            return interval(interval, sizes);
        }
        return switch (base) {
            case "bigint", "bigserial" -> bigint(column, base, sizes);
            case "double precision" -> new Builder(Family.NUMBER, "doublePrecision", List.of(), sizes);
            case "geometry(point)" ->
                new Builder(Family.OTHER, "geometry", List.of(new Property("type", Code.string("point"))), sizes);
            default -> new Builder(Family.CUSTOM, "", List.of(), sizes);
        };
    }

    private static Family plain(String base) {
        return switch (base) {
            case "smallint", "integer", "real", "serial", "smallserial" -> Family.NUMBER;
            case "boolean" -> Family.BOOLEAN;
            case "json", "jsonb" -> Family.JSON;
            case "uuid" -> Family.UUID;
            case "date" -> Family.TIME_TEXT;
            case "numeric" -> Family.NUMERIC_TEXT;
            case "point" -> Family.POINT;
            case "line" -> Family.OTHER;
            default -> Family.TEXT;
        };
    }

    private static List<Property> config(String base, DrizzleColumn column) {
        return base.equals("numeric") && isNumber(column) ? List.of(mode("number")) : List.of();
    }

    private static Builder numeric(DrizzleColumn column, Matcher numeric, List<String> sizes) {
        List<Property> config = new ArrayList<>(List.of(property("precision", numeric.group(1))));
        if (numeric.group(2) != null) {
            config.add(property("scale", numeric.group(2)));
        }
        if (isNumber(column)) {
            config.add(mode("number"));
        }
        return new Builder(isNumber(column) ? Family.NUMBER : Family.NUMERIC_TEXT, "numeric", config, sizes);
    }

    /// With a precision the mode can be told from the text: drizzle sets a blank before it in mode `date` only.
    private static Builder time(String base, Matcher time, List<String> sizes) {
        List<Property> config = new ArrayList<>();
        boolean stamp = time.group(1).equals("timestamp");
        boolean text = !stamp || base.startsWith("timestamp(");
        if (time.group(3) != null) {
            config.add(property("precision", time.group(3)));
        }
        if (time.group(4) != null) {
            config.add(property("withTimezone", "true"));
        }
        if (stamp && text) {
            config.add(mode("string"));
        }
        if (!stamp && base.startsWith("time (")) {
            return new Builder(Family.CUSTOM, "", List.of(), sizes);
        }
        return new Builder(text ? Family.TIME_TEXT : Family.TIME_DATE, time.group(1), config, sizes);
    }

    private static Builder interval(Matcher interval, List<String> sizes) {
        List<Property> config = new ArrayList<>();
        if (interval.group(1) != null) {
            config.add(new Property("fields", Code.string(interval.group(1))));
        }
        if (interval.group(2) != null) {
            config.add(property("precision", interval.group(2)));
        }
        return new Builder(Family.TEXT, "interval", config, sizes);
    }

    /// A default that is a number can be said in mode `number` only.
    private Builder bigint(DrizzleColumn column, String base, List<String> sizes) {
        boolean number = options.bigint() == Bigint.NUMBER || isNumber(column);
        return new Builder(
                number ? Family.NUMBER : Family.BIGINT, base, List.of(mode(number ? "number" : "bigint")), sizes);
    }

    private static boolean isNumber(DrizzleColumn column) {
        return column.defaultValue() instanceof DefaultValue.Number;
    }

    private static Property mode(String mode) {
        return new Property("mode", Code.string(mode));
    }

    private static Property property(String key, String value) {
        return new Property(key, Code.text(value));
    }

    /// What JavaScript has for the values of types that drizzle has no builder for.
    static String data(String type) {
        return Map.of("bytea", "Uint8Array", "xml", "string").getOrDefault(type, "string");
    }
}
