package mana.studio.plan.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mana.studio.schema.CompositeType;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;

/// Values to try in a column, as their text: the likeliest first, the server has the last word.
final class SampleValues {
    private static final Pattern MODIFIERS = Pattern.compile("\\((\\d+)(?:,(-?\\d+))?\\)");
    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'])(-?\\d+(?:\\.\\d+)?)(?![\\w'])");

    private final Database database;

    SampleValues(Database database) {
        this.database = database;
    }

    /// @param row from 1; values of different rows differ where the type has enough of them
    List<String> of(DataType type, int row) {
        String sql = type.sql();
        if (sql.endsWith("[]")) {
            List<String> elements =
                    of(new DataType(sql.substring(0, sql.length() - 2), type.family(), type.named()), row);
            return elements.isEmpty()
                    ? List.of("{}")
                    : List.of(
                            array(elements.subList(0, 1)),
                            array(List.of(elements.getFirst(), elements.getLast())),
                            "{}");
        }
        return type.named() == null ? builtIn(sql, row) : named(type.named(), sql, row);
    }

    private List<String> named(QualifiedName name, String sql, int row) {
        Optional<SchemaObject> object = database.schema(name.schema()).stream()
                .flatMap(schema -> IntStream.range(0, 3).boxed().flatMap(kind -> switch (kind) {
                    case 0 -> schema.enums().stream();
                    case 1 -> schema.domains().stream();
                    default -> schema.composites().stream();
                }))
                .map(SchemaObject.class::cast)
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        return switch (object.orElse(null)) {
            case EnumType type -> rotated(type.labels(), row);
            case DomainType type -> {
                List<String> values = new ArrayList<>(of(type.baseType(), row));
                type.checks().forEach(check -> values.addAll(rotated(literals(check.expression()), row)));
                yield values;
            }
            case CompositeType type -> List.of(composite(type, row));
            case null, default -> builtIn(sql.substring(sql.lastIndexOf('.') + 1), row);
        };
    }

    private String composite(CompositeType type, int row) {
        return type.attributes().stream()
                .map(attribute -> of(attribute.type(), row).stream().findFirst())
                .map(value -> value.map(SampleValues::quoted).orElse(""))
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static String array(List<String> elements) {
        return elements.stream().map(SampleValues::quoted).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// The constants in an expression.
    static List<String> literals(String expression) {
        List<String> found = new ArrayList<>();
        STRING.matcher(expression)
                .results()
                .forEach(one -> found.add(one.group(1).replace("''", "'")));
        String rest = STRING.matcher(expression).replaceAll("''");
        NUMBER.matcher(rest).results().forEach(one -> found.add(one.group(1)));
        return found;
    }

    /// Begins with another value in each row.
    static List<String> rotated(List<String> values, int row) {
        List<String> rotated = new ArrayList<>(values.size());
        for (int at = 0; at < values.size(); at++) {
            rotated.add(values.get((at + row - 1) % values.size()));
        }
        return rotated;
    }

    private static List<String> builtIn(String sql, int row) {
        Matcher modifiers = MODIFIERS.matcher(sql);
        boolean limited = modifiers.find();
        int first = limited ? Integer.parseInt(modifiers.group(1)) : -1;
        int second = limited && modifiers.group(2) != null ? Integer.parseInt(modifiers.group(2)) : 0;
        String name = MODIFIERS.matcher(sql).replaceFirst("").replace("\"", "").strip();
        return switch (name) {
            case "smallint", "integer", "bigint", "oid", "money", "xid", "cid", "xid8" -> integers(row);
            case "real", "double precision" -> prepend(row + ".5", integers(row));
            case "numeric" -> decimals(row, limited, first, second);
            case "character varying", "character", "bpchar" ->
                texts(row).stream()
                        .map(text -> limited && text.length() > first ? text.substring(text.length() - first) : text)
                        .toList();
            case "boolean" -> row % 2 == 1 ? List.of("true", "false") : List.of("false", "true");
            case "bit" -> List.of(bits(row, limited ? first : 1));
            case "bit varying" -> List.of(bits(row, limited ? Math.min(first, 8) : 8));
            case "uuid" -> List.of("00000000-0000-4000-8000-00000000000" + row);
            case "json", "jsonb" -> List.of("{\"k\": " + row + "}", "[" + row + "]");
            case "bytea" -> List.of("\\x0" + row + "ff");
            default -> moments(name, row, first);
        };
    }

    private static List<String> moments(String name, int row, int precision) {
        String fraction = precision < 0 ? ".345678" : precision == 0 ? "" : ".345678".substring(0, precision + 1);
        String time = "10:1" + row + ":12" + fraction;
        UnaryOperator<String> at = date -> date + " " + time;
        List<String> dates =
                List.of("2024-01-0" + row, "2025-06-0" + row, "2023-06-0" + row, "2026-02-0" + row, "1900-01-0" + row);
        return switch (name) {
            case "date" -> dates;
            case "timestamp without time zone" -> dates.stream().map(at).toList();
            case "timestamp with time zone" ->
                dates.stream().map(at).map(text -> text + "+00").toList();
            case "time without time zone" -> List.of(time);
            case "time with time zone" -> List.of(time + "+00");
            case "interval" -> List.of(row + " days 02:03:0" + row, row + " days", row + ":00", "1-" + row);
            default -> others(name, row);
        };
    }

    private static List<String> others(String name, int row) {
        return switch (name) {
            case "inet" -> List.of("192.168.0." + row);
            case "cidr" -> List.of("192.168." + row + ".0/24");
            case "macaddr" -> List.of("08:00:2b:01:02:0" + row);
            case "macaddr8" -> List.of("08:00:2b:01:02:03:04:0" + row);
            case "point" -> List.of("(" + row + "," + row + ")");
            case "line" -> List.of("{1,2," + row + "}");
            case "lseg" -> List.of("[(0,0),(" + row + ",1)]");
            case "box" -> List.of("(" + row + ",1),(0,0)");
            case "path", "polygon" -> List.of("((0,0),(" + row + ",1),(1,0))");
            case "circle" -> List.of("<(0,0)," + row + ">");
            case "int4range", "int8range", "numrange" -> List.of("[" + row * 10 + "," + (row * 10 + 5) + ")");
            case "int4multirange", "int8multirange", "nummultirange" ->
                List.of("{[" + row * 10 + "," + (row * 10 + 5) + ")}");
            case "daterange", "tsrange", "tstzrange" -> List.of("[2024-0" + row + "-01,2024-0" + row + "-15)");
            case "datemultirange", "tsmultirange", "tstzmultirange" ->
                List.of("{[2024-0" + row + "-01,2024-0" + row + "-15)}");
            case "tsvector", "tsquery" -> List.of("word" + row);
            case "xml" -> List.of("<a>" + row + "</a>");
            case "pg_lsn" -> List.of("0/" + row);
            case "jsonpath" -> List.of("$.k" + row);
            case "regclass" -> List.of("pg_catalog.pg_class");
            case "regtype" -> List.of("integer");
            case "char" -> List.of("" + row);
            case "hstore" -> List.of("k=>" + row);
            case "ltree" -> List.of("a.b" + row);
            case "cube" -> List.of("(" + row + ")");
            default -> texts(row);
        };
    }

    private static List<String> integers(int row) {
        List<String> values = new ArrayList<>(List.of("" + row, "" + row * 10, "" + (100 + row), "0", "-" + row));
        IntStream.range(4, 24).forEach(more -> values.add("" + more * row));
        values.addAll(List.of("1000" + row, "18", "2000", "2024"));
        return values;
    }

    private static List<String> decimals(int row, boolean limited, int precision, int scale) {
        if (!limited) {
            return prepend(row + ".2345", integers(row));
        }
        String fraction = scale > 0 ? "." + "23456789012345678901234567890".substring(0, Math.min(scale, 12)) : "";
        return prepend((precision > scale ? "" + row : "0") + fraction, integers(row));
    }

    private static List<String> texts(int row) {
        return List.of(
                "row value " + row,
                "v" + row,
                "" + row,
                "user" + row + "@example.org",
                "https://example.org/" + row,
                "slug-" + row,
                "V" + row,
                "AB",
                "ABC",
                "{\"k\": " + row + "}",
                "00000000-0000-4000-8000-00000000000" + row,
                "2024-01-0" + row,
                "true",
                "#aabb0" + row,
                "+49123456789" + row,
                "192.168.0." + row,
                "a text that is long enough for whoever wants one, row " + row,
                "");
    }

    private static String bits(int row, int length) {
        String bits = "0".repeat(length) + Integer.toBinaryString(row);
        return bits.substring(bits.length() - length);
    }

    private static List<String> prepend(String first, List<String> others) {
        List<String> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all;
    }
}
