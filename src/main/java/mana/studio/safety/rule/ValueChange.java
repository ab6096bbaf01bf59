package mana.studio.safety.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.schema.DataType;
import mana.studio.statement.Node;
import org.jspecify.annotations.Nullable;

/// What a change of type does to values that it accepts.
final class ValueChange {
    private static final Pattern PARTS = Pattern.compile("([a-z ]+?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?( with.*)?");
    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
    private static final Set<String> FRACTIONAL = Set.of("numeric", "double precision", "real");
    private static final Map<String, Integer> RANGE = Map.of("smallint", 2, "integer", 4, "bigint", 8);
    private static final Map<String, String> PRINTED = Map.ofEntries(
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("varchar", "character varying"),
            Map.entry("bpchar", "character"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"));
    private static final Map<List<String>, String> CHANGES = Map.ofEntries(
            Map.entry(List.of("timestamp without time zone", "date"), "the time of day is cut off"),
            Map.entry(List.of("timestamp with time zone", "date"), "the time of day is cut off"),
            Map.entry(List.of("timestamp without time zone", "time without time zone"), "the date is cut off"),
            Map.entry(List.of("timestamp with time zone", "time without time zone"), "the date is cut off"),
            Map.entry(
                    List.of("timestamp with time zone", "timestamp without time zone"),
                    "they become what a clock showed in the session's time zone"),
            Map.entry(
                    List.of("timestamp without time zone", "timestamp with time zone"),
                    "they are taken for the session's time zone"),
            Map.entry(List.of("date", "timestamp with time zone"), "they are taken for the session's time zone"),
            Map.entry(List.of("json", "jsonb"), "the order of keys, spaces and repeated keys are lost"),
            Map.entry(List.of("inet", "cidr"), "the bits behind the mask become zero"),
            Map.entry(List.of("bigint", "double precision"), "beyond 15 digits they are rounded"),
            Map.entry(List.of("bigint", "real"), "beyond 6 digits they are rounded"),
            Map.entry(List.of("integer", "real"), "beyond 6 digits they are rounded"),
            Map.entry(List.of("numeric", "double precision"), "beyond 15 digits they are rounded"),
            Map.entry(List.of("numeric", "real"), "beyond 6 digits they are rounded"),
            Map.entry(List.of("double precision", "real"), "beyond 6 digits they are rounded"));

    private ValueChange() {}

    /// A type as it is printed, taken apart.
    ///
    /// @param first  its length or precision; -1 for none
    /// @param second its scale; 0 for none
    private record Shape(String name, int first, int second) {}

    private static Shape shape(DataType type) {
        Matcher parts = PARTS.matcher(type.sql());
        if (!parts.matches()) {
            return new Shape(type.sql(), -1, 0);
        }
        String suffix = parts.group(4) == null ? "" : parts.group(4);
        return new Shape(parts.group(1) + suffix, number(parts.group(2), -1), number(parts.group(3), 0));
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static Shape shape(Node type) {
        String name = type.names("names").getLast();
        List<Integer> modifiers = type.list("typmods").stream()
                .map(each ->
                        each.child("ival").map(value -> value.number("ival")).orElse(0))
                .toList();
        int first = modifiers.isEmpty() ? -1 : modifiers.getFirst();
        String printed = type.has("arrayBounds") ? name + "[]" : PRINTED.getOrDefault(name, name);
        return new Shape(printed, first, modifiers.size() > 1 ? modifiers.get(1) : 0);
    }

    /// How values become others; empty where they stay, or where the statement says itself how.
    static Optional<String> of(DataType from, Node to, boolean hasUsing) {
        Shape old = shape(from);
        Shape wanted = shape(to);
        if (hasUsing) {
            return Optional.empty();
        }
        String known = CHANGES.get(List.of(old.name(), wanted.name()));
        if (known != null) {
            return Optional.of(known);
        }
        if (FRACTIONAL.contains(old.name()) && WHOLE.contains(wanted.name())) {
            return Optional.of("they are rounded to whole numbers");
        }
        boolean numeric = old.name().equals("numeric") && wanted.name().equals("numeric") && wanted.first() >= 0;
        if (numeric && (old.first() < 0 || wanted.second() < old.second())) {
            return Optional.of("they are rounded to " + wanted.second() + " decimals");
        }
        boolean temporal = wanted.name().equals(old.name())
                && (wanted.name().startsWith("time") || wanted.name().equals("interval"));
        if (temporal && wanted.first() >= 0 && (old.first() < 0 || wanted.first() < old.first())) {
            return Optional.of("seconds are rounded to " + wanted.first() + " decimals");
        }
        return Optional.empty();
    }

    /// Whether some value of the old type has no place in the new one.
    static boolean mayNotFit(DataType from, Node to) {
        Shape old = shape(from);
        Shape wanted = shape(to);
        if (WHOLE.contains(wanted.name())) {
            return FRACTIONAL.contains(old.name())
                    || RANGE.getOrDefault(old.name(), 0) > RANGE.getOrDefault(wanted.name(), 0);
        }
        if (wanted.name().equals("numeric") && wanted.first() >= 0) {
            int digits = wanted.first() - wanted.second();
            return !old.name().equals("numeric") || old.first() < 0 || old.first() - old.second() > digits;
        }
        boolean text = old.name().equals("text") || old.name().startsWith("character");
        return text
                && wanted.name().startsWith("character")
                && wanted.first() >= 0
                && (old.first() < 0 || old.first() > wanted.first());
    }
}
