package mana.studio.safety.predict;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.schema.DataType;
import mana.studio.schema.QualifiedName;
import mana.studio.statement.Node;
import org.jspecify.annotations.Nullable;

/// A type, by the name it has in `pg_type`.
///
/// @param name      `int4`, `varchar` …; of a type outside of `pg_catalog` its own name
/// @param named     the type outside of `pg_catalog` that it is, or is an array of; null for others
/// @param modifiers what stands in parentheses: a length, precision and scale; empty for none
/// @param array     whether it is an array
/// @param fields    of an interval (`day to second`), the words; empty for others
record SqlType(String name, @Nullable QualifiedName named, List<Integer> modifiers, boolean array, String fields) {
    private static final Pattern PRINTED = Pattern.compile("([^(\\[]+)(?:\\(([-\\d, ]+)\\))?([^\\[]*)((?:\\[\\d*])*)");
    private static final Map<String, String> CATALOG_NAMES = Map.ofEntries(
            Map.entry("bigint", "int8"),
            Map.entry("integer", "int4"),
            Map.entry("smallint", "int2"),
            Map.entry("real", "float4"),
            Map.entry("double precision", "float8"),
            Map.entry("boolean", "bool"),
            Map.entry("character varying", "varchar"),
            Map.entry("character", "bpchar"),
            Map.entry("bit varying", "varbit"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("time without time zone", "time"),
            Map.entry("time with time zone", "timetz"));
    private static final Map<String, String> SERIALS = Map.of(
            "smallserial",
            "int2",
            "serial2",
            "int2",
            "serial",
            "int4",
            "serial4",
            "int4",
            "bigserial",
            "int8",
            "serial8",
            "int8");
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "float4", "float8", "numeric");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "citext");

    /// The type of a column.
    static SqlType of(DataType type) {
        Matcher printed = PRINTED.matcher(type.sql());
        if (!printed.matches()) {
            return new SqlType(type.sql(), type.named(), List.of(), type.sql().endsWith("[]"), "");
        }
        boolean array = !printed.group(4).isEmpty();
        List<Integer> modifiers = printed.group(2) == null
                ? List.of()
                : List.of(printed.group(2).split(",")).stream()
                        .map(number -> Integer.valueOf(number.strip()))
                        .toList();
        String words = (printed.group(1) + printed.group(3)).strip();
        if (words.startsWith("interval")) {
            return new SqlType(
                    "interval",
                    null,
                    modifiers,
                    array,
                    words.substring("interval".length()).strip());
        }
        String name = type.named() != null ? type.named().name() : CATALOG_NAMES.getOrDefault(words, words);
        return new SqlType(name, type.named(), modifiers, array, "");
    }

    /// The type that a statement names.
    static SqlType of(Node typeName, Ground ground) {
        List<String> names = typeName.names("names");
        String name = names.getLast();
        boolean array = typeName.has("arrayBounds");
        List<Integer> modifiers = typeName.list("typmods").stream()
                .filter(each -> each.is("A_Const"))
                .map(SqlType::integer)
                .toList();
        boolean catalog = names.size() == 2 && names.getFirst().equals("pg_catalog");
        QualifiedName named = catalog ? null : own(names, ground);
        String canonical = CATALOG_NAMES.getOrDefault(name, name);
        if (named != null) {
            return new SqlType(named.name(), named, modifiers, array, "");
        }
        return switch (canonical) {
            // The grammar gives a bare char and bit their length of 1; an interval's first modifier is its fields.
            case "interval" -> interval(modifiers, array);
            default -> new SqlType(canonical, null, modifiers, array, "");
        };
    }

    private static SqlType interval(List<Integer> modifiers, boolean array) {
        String fields =
                modifiers.isEmpty() || modifiers.getFirst() == 0x7FFF ? "" : String.valueOf(modifiers.getFirst());
        return new SqlType("interval", null, modifiers.stream().skip(1).toList(), array, fields);
    }

    /// The type of the database's own of that name, if it has one.
    private static @Nullable QualifiedName own(List<String> names, Ground ground) {
        QualifiedName found = ground.nameOf(
                names,
                name -> ground.enumType(name)
                        .<Object>map(type -> type)
                        .or(() -> ground.domain(name))
                        .or(() -> ground.composite(name)));
        boolean exists = ground.enumType(found).isPresent()
                || ground.domain(found).isPresent()
                || ground.composite(found).isPresent();
        return exists || names.size() > 1 ? found : null;
    }

    private static int integer(Node constant) {
        return constant.child("ival").map(value -> value.number("ival")).orElse(0);
    }

    /// `serial` and its kin: an integer with a sequence of its own.
    boolean isSerial() {
        return named == null && SERIALS.containsKey(name);
    }

    boolean isNumber() {
        return named == null && NUMBERS.contains(name);
    }

    boolean isText() {
        return !array && TEXTS.contains(name);
    }

    boolean is(String other) {
        return !array && named == null && name.equals(other);
    }

    SqlType element() {
        return new SqlType(name, named, modifiers, false, fields);
    }

    SqlType plain() {
        return new SqlType(name, named, List.of(), array, "");
    }

    /// The first modifier; -1 for none, as the server has it.
    int modifier() {
        return modifiers.isEmpty() ? -1 : modifiers.getFirst();
    }

    @Override
    public String toString() {
        String base = named != null ? named.toString() : name;
        String numbers = modifiers.isEmpty()
                ? ""
                : modifiers.toString().replace('[', '(').replace(']', ')').replace(" ", "");
        return base + numbers + (array ? "[]" : "");
    }
}
