package mana.studio.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The casts between built-in types, from `pg_cast` of PostgreSQL 13 to 18: those that ALTER COLUMN TYPE applies by
/// itself (`castcontext` a and i), and those that must be asked for (e). Casts through text are the caller's affair.
final class Casts {
    private static final Pattern MODIFIER = Pattern.compile("\\(\\d+(,\\s*-?\\d+)?\\)");
    private static final Set<String> STRINGS = Set.of("text", "character varying", "character", "name");

    private static final Map<String, Set<String>> BY_ITSELF = table("""
        bigint: smallint, integer, real, double precision, numeric, money
        bit: bit varying
        bit varying: bit
        box: polygon
        cidr: inet
        date: timestamp without time zone, timestamp with time zone
        double precision: smallint, numeric, bigint, real, integer
        inet: cidr
        integer: money, bigint, smallint, real, double precision, numeric
        interval: time without time zone
        json: jsonb
        jsonb: json
        macaddr: macaddr8
        macaddr8: macaddr
        money: numeric
        numeric: bigint, money, smallint, integer, real, double precision
        path: polygon
        point: box
        polygon: path
        real: double precision, bigint, smallint, integer, numeric
        smallint: real, double precision, numeric, bigint, integer
        time with time zone: time without time zone
        time without time zone: time with time zone, interval
        timestamp with time zone: time with time zone, timestamp without time zone, date, time without time zone
        timestamp without time zone: timestamp with time zone, date, time without time zone
        """);

    private static final Map<String, Set<String>> ON_REQUEST = table("""
        bigint: bit
        bit: integer, bigint
        boolean: integer
        box: circle, lseg, point
        circle: box, point, polygon
        integer: boolean, bit
        jsonb: double precision, boolean, numeric, smallint, integer, bigint, real
        lseg: point
        polygon: box, point, circle
        daterange: datemultirange
        int4range: int4multirange
        int8range: int8multirange
        numrange: nummultirange
        tsrange: tsmultirange
        tstzrange: tstzmultirange
        """);

    private Casts() {}

    private static Map<String, Set<String>> table(String text) {
        Map<String, Set<String>> casts = new HashMap<>();
        text.lines().forEach(line -> {
            int colon = line.indexOf(':');
            casts.put(
                    line.substring(0, colon),
                    Arrays.stream(line.substring(colon + 1).split(","))
                            .map(String::strip)
                            .collect(Collectors.toUnmodifiableSet()));
        });
        return Map.copyOf(casts);
    }

    /// A type's name without its modifier: `character varying` of `character varying(20)`.
    static String base(String type) {
        return type.startsWith("interval") ? "interval" : MODIFIER.matcher(type).replaceAll("");
    }

    static boolean isString(String base) {
        return STRINGS.contains(base);
    }

    /// Whether ALTER COLUMN TYPE needs no USING. Anything becomes a string by itself (I/O conversion casts: CREATE
    /// CAST, notes).
    static boolean convertsByItself(String from, String to) {
        return from.equals(to)
                || isString(to)
                || BY_ITSELF.getOrDefault(from, Set.of()).contains(to);
    }

    /// Whether `c::type` is understood: between strings and anything else it always is.
    static boolean convertsOnRequest(String from, String to) {
        return isString(from) || ON_REQUEST.getOrDefault(from, Set.of()).contains(to);
    }
}
