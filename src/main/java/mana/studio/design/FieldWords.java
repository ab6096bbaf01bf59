package mana.studio.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column.Generated;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.DataType;
import mana.studio.schema.Index;
import mana.studio.schema.Privileges;
import mana.studio.schema.Sequence.OwningColumn;
import mana.studio.schema.SequenceOptions;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// The fields of things and their values, in words.
final class FieldWords {
    private static final int LONGEST = 60;
    private static final Set<String> UNSAID = Set.of("id", "local", "valid");

    private FieldWords() {}

    /// What differs between two states of one thing, in words, but for its parts: `type text → character varying(200)`.
    static List<String> between(Record before, Record after) {
        List<String> words = new ArrayList<>();
        for (String component : differing(before, after)) {
            words.add(word(component) + " "
                    + change(Components.get(before, component), Components.get(after, component)));
        }
        return words;
    }

    /// The fields that differ, but for parts.
    static List<String> differing(Record before, Record after) {
        return Components.differing(before, after).stream()
                .filter(component -> !UNSAID.contains(component))
                .filter(component -> !Components.isOfThings(Components.get(before, component))
                        && !Components.isOfThings(Components.get(after, component)))
                .toList();
    }

    private static String change(@Nullable Object before, @Nullable Object after) {
        if (before instanceof List<?> || after instanceof List<?>) {
            return list(before) + " → " + list(after);
        }
        return value(before) + " → " + value(after);
    }

    private static String list(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty()
                ? cut(list.stream().map(FieldWords::value).collect(Collectors.joining(", ")))
                : "none";
    }

    /// A value of a field as a person reads it.
    static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case Boolean flag -> flag ? "yes" : "no";
            case DataType type -> type.sql();
            case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case NotNull notNull -> notNull(notNull);
            case IdentityColumn identity -> identity.always() ? "always" : "by default";
            case Generated generated -> cut(generated.expression()) + (generated.stored() ? " stored" : " virtual");
            case Table.RowSecurity security ->
                security.enabled() ? security.forced() ? "on, for the owner too" : "on" : "off";
            case Table.PartitionOf partition -> partition.parent() + " " + partition.bound();
            case OwningColumn owner -> owner.table() + "." + owner.column();
            case Backing backing -> backing(backing);
            case SequenceOptions options -> options(options);
            case Index.Key key -> key(key);
            case Privileges privileges ->
                privileges.defaults() ? "the usual" : privileges.grants().size() + " grants";
            case List<?> list -> list(list);
            case String text when text.isEmpty() -> "nothing";
            default -> cut(value.toString());
        };
    }

    private static String notNull(NotNull notNull) {
        return "yes"
                + (notNull.constraintName() == null ? "" : ", as " + notNull.constraintName())
                + (notNull.validated() ? "" : ", not valid")
                + (notNull.noInherit() ? ", no inherit" : "");
    }

    private static String backing(Backing backing) {
        List<String> words = new ArrayList<>();
        if (!backing.include().isEmpty()) {
            words.add("include " + String.join(", ", backing.include()));
        }
        words.addAll(backing.options());
        if (backing.tablespace() != null) {
            words.add("tablespace " + backing.tablespace());
        }
        if (backing.clustered()) {
            words.add("clustered");
        }
        if (backing.replicaIdentity()) {
            words.add("replica identity");
        }
        return words.isEmpty() ? "plain" : String.join("; ", words);
    }

    private static String options(SequenceOptions options) {
        return "%s, start %d, by %d, %d to %d, cache %d%s"
                .formatted(
                        options.type(),
                        options.start(),
                        options.increment(),
                        options.minimum(),
                        options.maximum(),
                        options.cache(),
                        options.cycle() ? ", cycle" : "");
    }

    private static String key(Index.Key key) {
        return Objects.requireNonNullElse(key.column(), Objects.requireNonNullElse(key.expression(), ""))
                + (key.operatorClass() == null ? "" : " " + key.operatorClass().name())
                + (key.descending() ? " descending" : "")
                + (key.nullsFirst() == key.descending() ? "" : key.nullsFirst() ? " nulls first" : " nulls last");
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /// The name of a component as words: `on delete`.
    static String word(String component) {
        return switch (component) {
            case "defaultExpression" -> "default";
            case "baseType" -> "type";
            case "ofType" -> "of type";
            case "rowSecurity" -> "row-level security";
            case "using" -> "using expression";
            case "check" -> "check expression";
            case "backing" -> "index";
            default -> component.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        };
    }

    /// The field of a form that shows a component.
    static Field field(String component) {
        return switch (component) {
            case "name" -> Field.NAME;
            case "type", "baseType" -> Field.TYPE;
            case "defaultExpression" -> Field.DEFAULT;
            case "notNull" -> Field.NOT_NULL;
            case "generated" -> Field.GENERATED;
            case "identity" -> Field.IDENTITY;
            case "collation" -> Field.COLLATION;
            case "columns", "keys", "include", "setColumns" -> Field.COLUMNS;
            case "referencedTable", "referencedColumns", "onUpdate", "onDelete", "match" -> Field.REFERENCE;
            case "expression", "using", "check" -> Field.EXPRESSION;
            case "predicate" -> Field.PREDICATE;
            case "comment" -> Field.COMMENT;
            case "definition" -> Field.DEFINITION;
            case "labels" -> Field.LABELS;
            default -> Field.OPTIONS;
        };
    }
}
