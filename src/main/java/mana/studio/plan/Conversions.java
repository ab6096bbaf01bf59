package mana.studio.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mana.studio.ddl.Pieces;
import mana.studio.plan.Conversion.Effect;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.CompositeType.Attribute;
import mana.studio.schema.DataType;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// How values of one type become values of another. USING is written only where the server would not convert by
/// itself: an explicit cast cuts off what does not fit, while the server's own conversion refuses it.
final class Conversions {
    private static final Pattern NUMBERS = Pattern.compile("\\((\\d+)(?:,\\s*(-?\\d+))?\\)");
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> FLOATS = Set.of("real", "double precision");
    private static final List<String> WIDTHS = List.of("smallint", "integer", "bigint");
    private static final Set<String> TIMESTAMPS = Set.of("timestamp without time zone", "timestamp with time zone");

    private final Lookup from;
    private final Lookup to;
    private final Recreation recreation;

    Conversions(Lookup from, Lookup to, Recreation recreation) {
        this.from = from;
        this.to = to;
        this.recreation = recreation;
    }

    Conversion of(Column before, Column after) {
        String column = Identifier.quote(before.name());
        String source = resolved(before.type(), from);
        String target = resolved(after.type(), to);
        String written = Casts.base(after.type().sql());
        boolean mayBeArrayText = Casts.isString(Casts.base(source)) && !Casts.isString(Casts.base(element(target)));
        if (isArray(target) && Casts.isString(Casts.base(source)) && !mayBeArrayText) {
            return new Conversion(
                    "CASE WHEN " + column + " IS NULL THEN NULL WHEN " + column + " ~ '^{.*}$' THEN " + column + "::"
                            + written + " ELSE ARRAY[" + column + "]::" + written + " END",
                    Effect.REFUSES,
                    "a text in braces is read as an array, another becomes an array of one");
        }
        if (isArray(target) && !isArray(source) && !mayBeArrayText) {
            boolean same = before.type().sql().equals(element(after.type().sql())) && !isRemade(after.type());
            return new Conversion(
                    "CASE WHEN " + column + " IS NULL THEN NULL ELSE ARRAY[" + column + (same ? "" : "::text") + "]"
                            + "::" + written + " END",
                    same ? Effect.KEEPS : Effect.REFUSES,
                    "each value becomes an array of one");
        }
        if (isArray(source) && !isArray(target) && !Casts.isString(Casts.base(target))) {
            return new Conversion(
                    "(" + column + ")[1]::text::" + written,
                    Effect.LOSES,
                    "only the first element of each array is kept");
        }
        String suffix = isArray(source) && isArray(target) ? "[]" : "";
        if (isNamed(before, after)) {
            return named(column, before, after, written, suffix);
        }
        return plain(column, element(source), element(target), written, suffix);
    }

    /// Where a type of a person's own is on either side.
    private Conversion named(String column, Column before, Column after, String written, String suffix) {
        Optional<CompositeType> oldRow = composite(before, from);
        Optional<CompositeType> newRow = composite(after, to);
        if (oldRow.isPresent() && newRow.isPresent() && suffix.isEmpty()) {
            return new Conversion(row(column, oldRow.get(), newRow.get()), effect(oldRow.get(), newRow.get()), null);
        }
        boolean sameKind = before.type().equals(after.type()) && !isRemade(after.type());
        if (sameKind || (Casts.isString(Casts.base(element(after.type().sql()))) && suffix.isEmpty())) {
            return new Conversion(null, Effect.KEEPS, null);
        }
        String source = Casts.base(element(resolved(before.type(), from)));
        String target = Casts.base(element(resolved(after.type(), to)));
        boolean builtIn = isBuiltIn(before, from) && isBuiltIn(after, to);
        if (builtIn
                && suffix.isEmpty()
                && after.type().named() == null
                && before.type().named() != null) {
            // A domain's values are those of its base type.
            return plain(column, resolved(before.type(), from), resolved(after.type(), to), written, suffix);
        }
        if (builtIn && !isRemade(before.type()) && Casts.convertsByItself(source, target)) {
            return new Conversion(null, Effect.REFUSES, null);
        }
        String through = Casts.isString(source) && before.type().named() == null ? "" : "::text" + suffix;
        return new Conversion(column + through + "::" + written, Effect.REFUSES, null);
    }

    /// A domain over a built-in type converts as that type does.
    private static boolean isBuiltIn(Column column, Lookup lookup) {
        QualifiedName name = column.type().named();
        return name == null
                || (lookup.type(name).filter(DomainType.class::isInstance).isPresent()
                        && !resolved(element(column.type()), lookup).equals("enum"));
    }

    private boolean isRemade(DataType type) {
        return type.named() != null && recreation.contains(mana.studio.schema.Part.type(type.named()));
    }

    private boolean isNamed(Column before, Column after) {
        return before.type().named() != null || after.type().named() != null;
    }

    private static Optional<CompositeType> composite(Column column, Lookup lookup) {
        QualifiedName name = column.type().named();
        return name == null
                ? Optional.empty()
                : lookup.type(name).filter(CompositeType.class::isInstance).map(CompositeType.class::cast);
    }

    /// Attribute by attribute, so that none slips into another's place.
    private String row(String column, CompositeType before, CompositeType after) {
        String values = after.attributes().stream()
                .map(attribute -> attribute(before, attribute.name())
                        .map(old -> "(" + column + ")." + Identifier.quote(old.name())
                                + (isKept(old, attribute)
                                        ? ""
                                        : "::text::" + attribute.type().sql()))
                        .orElse("NULL"))
                .collect(Collectors.joining(", "));
        return "CASE WHEN " + column + " IS NULL THEN NULL ELSE ROW(" + values + ")::" + Pieces.name(after.name())
                + " END";
    }

    private boolean isKept(Attribute old, Attribute attribute) {
        return InPlace.sameType(old, attribute) && !isRemade(attribute.type());
    }

    private static Effect effect(CompositeType before, CompositeType after) {
        boolean kept = before.attributes().stream()
                .allMatch(old -> attribute(after, old.name()).isPresent());
        boolean same = before.attributes().stream()
                .allMatch(old -> attribute(after, old.name())
                        .map(now -> InPlace.sameType(old, now))
                        .orElse(true));
        return kept ? same ? Effect.REFUSES : Effect.CHANGES : Effect.LOSES;
    }

    private static Optional<Attribute> attribute(CompositeType type, String name) {
        return type.attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    private static Conversion plain(String column, String before, String after, String written, String suffix) {
        String source = Casts.base(before);
        String target = Casts.base(after);
        if (Casts.convertsByItself(source, target)) {
            return new Conversion(null, effect(before, after), remark(source, target));
        }
        boolean toBoolean = target.equals("boolean") && !source.equals("jsonb") && !Casts.isString(source);
        if (!toBoolean && Casts.convertsOnRequest(source, target)) {
            return new Conversion(column + "::" + written, Effect.REFUSES, null);
        }
        if (!suffix.isEmpty()) {
            return new Conversion(column + "::text[]::" + written, Effect.REFUSES, null);
        }
        boolean number = INTEGERS.contains(source) || FLOATS.contains(source) || source.equals("numeric");
        if (number && TIMESTAMPS.contains(target)) {
            String utc = target.equals("timestamp without time zone") ? " AT TIME ZONE 'UTC'" : "";
            return new Conversion(
                    "to_timestamp(" + column + ")" + utc, Effect.KEEPS, "the numbers are taken for seconds since 1970");
        }
        if (TIMESTAMPS.contains(source) && INTEGERS.contains(target)) {
            return new Conversion(
                    "extract(epoch FROM " + column + ")::" + target, Effect.CHANGES, "as seconds since 1970");
        }
        if (source.equals("boolean") && INTEGERS.contains(target)) {
            return new Conversion(column + "::integer::" + target, Effect.KEEPS, null);
        }
        if ((INTEGERS.contains(source) || source.equals("numeric")) && target.equals("boolean")) {
            return new Conversion(column + " <> 0", Effect.CHANGES, "every number but 0 becomes true");
        }
        if (source.startsWith("json") || target.startsWith("json")) {
            return json(column, source, target, written);
        }
        return new Conversion(column + "::text::" + written, Effect.REFUSES, null);
    }

    private static Conversion json(String column, String source, String target, String written) {
        return source.equals("jsonb") || source.equals("json")
                ? new Conversion("(" + column + " #>> '{}')::" + written, Effect.REFUSES, null)
                : new Conversion("to_" + target + "(" + column + ")", Effect.KEEPS, null);
    }

    private static Effect effect(String before, String after) {
        String source = Casts.base(before);
        String target = Casts.base(after);
        if (Casts.isString(target)) {
            return length(after) < length(before) ? Effect.REFUSES : Effect.KEEPS;
        }
        if (INTEGERS.contains(source) && INTEGERS.contains(target)) {
            return WIDTHS.indexOf(target) >= WIDTHS.indexOf(source) ? Effect.KEEPS : Effect.REFUSES;
        }
        if (source.equals("numeric") && target.equals("numeric")) {
            return numeric(before, after);
        }
        if (source.equals(target)) {
            return length(after) < length(before) ? Effect.CHANGES : Effect.KEEPS;
        }
        return isExact(source, target) ? Effect.KEEPS : Effect.CHANGES;
    }

    private static Effect numeric(String before, String after) {
        Integer digits = number(after, 1);
        if (digits == null) {
            return Effect.KEEPS;
        }
        Integer oldDigits = number(before, 1);
        int scale = Objects.requireNonNullElse(number(after, 2), 0);
        int oldScale = Objects.requireNonNullElse(number(before, 2), 0);
        if (oldDigits == null || scale < oldScale) {
            return Effect.CHANGES;
        }
        return digits - scale >= oldDigits - oldScale ? Effect.KEEPS : Effect.REFUSES;
    }

    private static boolean isExact(String source, String target) {
        return switch (source) {
            case "smallint", "integer" -> !target.equals("real") || source.equals("smallint");
            case "bigint" -> target.equals("numeric");
            case "real" -> target.equals("double precision");
            case "date" -> target.startsWith("timestamp");
            case "cidr" -> target.equals("inet");
            case "jsonb" -> target.equals("json");
            case "bit" -> target.equals("bit varying");
            case "macaddr" -> true;
            case "money" -> target.equals("numeric");
            default -> false;
        };
    }

    private static @Nullable String remark(String source, String target) {
        if (TIMESTAMPS.contains(source) && TIMESTAMPS.contains(target) && !source.equals(target)) {
            return "the session's TimeZone decides what the values mean";
        }
        boolean toWhole = INTEGERS.contains(target) && (FLOATS.contains(source) || source.equals("numeric"));
        return toWhole ? "the numbers are rounded" : null;
    }

    /// The first number of a type's modifier: as good as endless where there is none.
    private static int length(String type) {
        return Objects.requireNonNullElse(number(type, 1), Integer.MAX_VALUE);
    }

    private static @Nullable Integer number(String type, int group) {
        Matcher matcher = NUMBERS.matcher(type);
        return matcher.find() && matcher.group(group) != null ? Integer.valueOf(matcher.group(group)) : null;
    }

    private static boolean isArray(String type) {
        return type.endsWith("[]");
    }

    /// The type of an array's elements; the type itself where it is none.
    private static DataType element(DataType type) {
        return isArray(type.sql()) ? new DataType(element(type.sql()), type.family(), type.named()) : type;
    }

    private static String element(String type) {
        return isArray(type) ? type.substring(0, type.length() - 2) : type;
    }

    /// The type below a domain.
    private static String resolved(DataType type, Lookup lookup) {
        if (type.named() != null && !isArray(type.sql())) {
            SchemaObject object = lookup.type(type.named()).orElse(null);
            if (object instanceof DomainType domain) {
                return resolved(domain.baseType(), lookup);
            }
            if (object instanceof EnumType) {
                return "enum";
            }
        }
        return type.sql();
    }
}
