package mana.studio.diagram;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.schema.CompositeType;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.sql.Identifier;

/// Types as people write them, and as PostgreSQL does.
public final class TypeText {
    private static final Pattern SHAPE = Pattern.compile("([^(\\[]+?)\\s*(\\([\\d\\s,]+\\))?\\s*((?:\\[\\])*)");
    private static final Map<String, String> SHORT = Map.of(
            "timestamp with time zone", "timestamptz",
            "timestamp without time zone", "timestamp",
            "time with time zone", "timetz",
            "time without time zone", "time",
            "character varying", "varchar",
            "character", "char",
            "double precision", "float8",
            "bit varying", "varbit");
    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("time", "time without time zone"),
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("float8", "double precision"),
            Map.entry("float", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("decimal", "numeric"),
            Map.entry("varbit", "bit varying"));
    private static final Map<Family, List<String>> BUILT_IN = Map.ofEntries(
            Map.entry(Family.BOOLEAN, List.of("boolean")),
            Map.entry(Family.INTEGER, List.of("smallint", "integer", "bigint")),
            Map.entry(Family.DECIMAL, List.of("numeric", "real", "double precision", "money")),
            Map.entry(Family.TEXT, List.of("text", "character varying", "character", "name")),
            Map.entry(Family.UUID, List.of("uuid")),
            Map.entry(Family.DATE, List.of("date")),
            Map.entry(Family.TIME, List.of("time without time zone", "time with time zone")),
            Map.entry(Family.TIMESTAMP, List.of("timestamp without time zone", "timestamp with time zone")),
            Map.entry(Family.INTERVAL, List.of("interval")),
            Map.entry(Family.JSON, List.of("json", "jsonb")),
            Map.entry(Family.BINARY, List.of("bytea")),
            Map.entry(Family.NETWORK, List.of("inet", "cidr", "macaddr", "macaddr8")),
            Map.entry(Family.GEOMETRIC, List.of("point", "line", "lseg", "box", "path", "polygon", "circle")),
            Map.entry(Family.BITS, List.of("bit", "bit varying")),
            Map.entry(Family.RANGE, List.of("int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange")),
            Map.entry(Family.OTHER, List.of("xml", "tsvector", "tsquery", "pg_lsn")));

    private TypeText() {}

    /// A type as people write it: `timestamptz`, `varchar(20)`, `user_role` where it lives in the same schema.
    public static String brief(DataType type, String schema) {
        QualifiedName named = type.named();
        if (named != null) {
            String qualifier = Identifier.quote(named.schema()) + ".";
            return named.schema().equals(schema) && type.sql().startsWith(qualifier)
                    ? type.sql().substring(qualifier.length())
                    : type.sql();
        }
        // `timestamp(3) with time zone` has its precision in the middle.
        String precision = type.sql().replaceFirst("^(timestamp|time)(\\(\\d+\\)) (with(?:out)? time zone)", "$1 $3$2");
        return shape(precision)
                .map(shape -> SHORT.getOrDefault(shape.group(1), shape.group(1)) + rest(shape))
                .orElse(type.sql());
    }

    /// The type that a person means; empty where there is none of that name.
    ///
    /// @param schema whose enums and domains need no schema before their name
    public static Optional<DataType> read(String written, Database database, String schema) {
        return shape(written.strip()).flatMap(shape -> {
            String base = shape.group(1).strip();
            return builtIn(base.toLowerCase(Locale.ROOT), shape).or(() -> named(base, shape, database, schema));
        });
    }

    private static Optional<DataType> builtIn(String written, Matcher shape) {
        String base = LONG.getOrDefault(written, written).replaceAll("\\s+", " ");
        return BUILT_IN.entrySet().stream()
                .filter(entry -> entry.getValue().contains(base))
                .findFirst()
                .map(entry -> new DataType(withPrecision(base, shape), family(entry.getKey(), shape), null));
    }

    private static String withPrecision(String base, Matcher shape) {
        String precision = shape.group(2);
        if (precision == null) {
            return base + shape.group(3);
        }
        String tight = precision.replaceAll("\\s", "");
        int zone = base.indexOf(" with");
        return (zone < 0 ? base + tight : base.substring(0, zone) + tight + base.substring(zone)) + shape.group(3);
    }

    private static Optional<DataType> named(String base, Matcher shape, Database database, String schema) {
        return database.schemas().stream()
                .flatMap(TypeText::types)
                .filter(type -> base.equals(sql(type))
                        || type.name().schema().equals(schema)
                                && base.equals(Identifier.quote(type.name().name())))
                .findFirst()
                .map(type -> new DataType(sql(type) + rest(shape), family(familyOf(type), shape), type.name()));
    }

    private static Stream<SchemaObject> types(Schema schema) {
        return Stream.of(schema.enums(), schema.domains(), schema.composites()).flatMap(List::stream);
    }

    private static String sql(SchemaObject type) {
        return Identifier.quote(type.name().schema(), type.name().name());
    }

    private static Family familyOf(SchemaObject type) {
        return switch (type) {
            case EnumType _ -> Family.ENUM;
            case DomainType domain -> domain.baseType().family();
            case CompositeType _ -> Family.COMPOSITE;
            case Relation _, Sequence _, Routine _ -> Family.OTHER;
        };
    }

    private static Family family(Family base, Matcher shape) {
        return shape.group(3).isEmpty() ? base : Family.ARRAY;
    }

    private static String rest(Matcher shape) {
        return (shape.group(2) == null ? "" : shape.group(2)) + shape.group(3);
    }

    private static Optional<Matcher> shape(String sql) {
        Matcher matcher = SHAPE.matcher(sql);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
