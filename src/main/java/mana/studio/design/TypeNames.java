package mana.studio.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.OtherObject;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.sql.Identifier;

/// The types of a database, and what a person means who types the name of one.
public final class TypeNames {
    /// What the extensions bring along that people use most; others are known where a column has them.
    private static final Map<String, List<String>> EXTENSIONS = Map.of(
            "citext", List.of("citext"),
            "hstore", List.of("hstore"),
            "ltree", List.of("ltree", "lquery", "ltxtquery"),
            "vector", List.of("vector", "halfvec", "sparsevec"),
            "postgis", List.of("geometry", "geography"),
            "cube", List.of("cube"),
            "seg", List.of("seg"),
            "isn", List.of("ean13", "isbn13", "isbn", "issn", "upc"));

    private final List<Choice> choices;
    private final Map<QualifiedName, DataType> named = new LinkedHashMap<>();

    private TypeNames(Database database) {
        ownTypes(database);
        extensionTypes(database);
        usedTypes(database);
        choices = choices(database);
    }

    public static TypeNames of(Database database) {
        return new TypeNames(database);
    }

    /// A type to choose.
    ///
    /// @param aliases  other words by which it is found: `timestamptz`
    /// @param what     what it is: `built in`, `enum`, `domain` …
    /// @param modifier how its modifier is written, to be typed behind it: `(n)`; empty where it takes none
    public record Choice(DataType type, List<String> aliases, String what, String modifier) {
        public Choice {
            aliases = List.copyOf(aliases);
        }
    }

    /// What was typed.
    public sealed interface Reading {}

    /// @param type as the server will print it
    public record Known(DataType type) implements Reading {}

    /// No type, but a habit: `serial` makes an integer, and a sequence beside it. An identity column does the same and
    /// keeps it together; that is offered, never done unasked.
    ///
    /// @param type    the integer it is
    /// @param message what it means, and what is offered
    public record Serial(DataType type, String message) implements Reading {}

    /// @param message what is wrong with it, and what was probably meant
    public record Unknown(String message) implements Reading {}

    /// Reads what a person typed, by the grammar of PostgreSQL. A name without a schema is a built-in type's, or that
    /// of
    /// the only type of the database that is called so.
    public Reading read(String typed) {
        return new TypeReader(typed, this).read();
    }

    /// The type that a text means, for what was read or generated and must be one.
    ///
    /// @throws IllegalArgumentException where it is none
    public DataType type(String text) {
        return switch (read(text)) {
            case Known known -> known.type();
            case Serial _, Unknown _ -> throw new IllegalArgumentException(text);
        };
    }

    /// Every type there is, the database's own first, then the built-in ones, the usual first; without the array forms,
    /// which are any of them with `[]` behind it.
    public List<Choice> all() {
        return choices;
    }

    /// What matches a search in name or alias, best first: what begins with it before what holds it. With `[]` at its
    /// end the arrays.
    public List<Choice> matching(String search) {
        String trimmed = search.strip().toLowerCase(java.util.Locale.ROOT);
        boolean array = trimmed.endsWith("[]");
        String text = array ? trimmed.substring(0, trimmed.length() - 2).strip() : trimmed;
        return choices.stream()
                .filter(choice -> rank(choice, text) < 4)
                .sorted(Comparator.comparingInt(choice -> rank(choice, text)))
                .map(choice -> array
                        ? new Choice(array(choice.type()), choice.aliases(), choice.what() + ", array", "")
                        : choice)
                .toList();
    }

    private static int rank(Choice choice, String text) {
        List<String> words = Stream.concat(Stream.of(choice.type().sql()), choice.aliases().stream())
                .map(word -> word.toLowerCase(java.util.Locale.ROOT))
                .toList();
        if (words.contains(text)) {
            return 0;
        }
        if (words.stream().anyMatch(word -> word.startsWith(text))) {
            return 1;
        }
        if (words.stream().anyMatch(word -> word.contains("." + text))) {
            return 2;
        }
        return words.stream().anyMatch(word -> word.contains(text)) ? 3 : 4;
    }

    /// The array of a type.
    public static DataType array(DataType type) {
        return type.family() == Family.ARRAY ? type : new DataType(type.sql() + "[]", Family.ARRAY, type.named());
    }

    /// The type outside of `pg_catalog` of that name, without modifiers.
    java.util.Optional<DataType> named(QualifiedName name) {
        return java.util.Optional.ofNullable(named.get(name));
    }

    /// Those called so in whatever schema.
    List<DataType> called(String name) {
        return named.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void ownTypes(Database database) {
        for (Schema schema : database.schemas()) {
            schema.enums().forEach(type -> know(type.name(), Family.ENUM));
            schema.domains().forEach(type -> know(type.name(), type.baseType().family()));
            schema.composites().forEach(type -> know(type.name(), Family.COMPOSITE));
        }
        for (OtherObject other : database.others()) {
            if (other.schema() != null
                    && (other.kind().equals("range type") || other.kind().equals("base type"))) {
                know(
                        new QualifiedName(other.schema(), other.name()),
                        other.kind().equals("range type") ? Family.RANGE : Family.OTHER);
            }
        }
    }

    private void extensionTypes(Database database) {
        database.extensions()
                .forEach(extension -> EXTENSIONS
                        .getOrDefault(extension.name(), List.of())
                        .forEach(name -> know(
                                new QualifiedName(extension.schema(), name),
                                name.equals("citext") ? Family.TEXT : Family.OTHER)));
    }

    /// A type that a column has is there, whoever made it.
    private void usedTypes(Database database) {
        Said.dataTypes(database)
                .filter(type -> type.named() != null && !named.containsKey(type.named()))
                .forEach(type -> know(Objects.requireNonNull(type.named()), type.family()));
        // The rows of a table are of a type too.
        database.schemas().stream()
                .flatMap(Schema::relations)
                .forEach(relation -> named.putIfAbsent(
                        relation.name(), new DataType(quoted(relation.name()), Family.COMPOSITE, relation.name())));
    }

    private void know(QualifiedName name, Family family) {
        if (!name.name().isEmpty()) {
            named.put(name, new DataType(quoted(name), family == Family.ARRAY ? Family.OTHER : family, name));
        }
    }

    private static String quoted(QualifiedName name) {
        return Identifier.quote(name.schema(), name.name());
    }

    private List<Choice> choices(Database database) {
        Map<QualifiedName, String> words = database.schemas().stream()
                .flatMap(Schema::objects)
                .filter(object -> !(object instanceof mana.studio.schema.Routine)
                        && !(object instanceof mana.studio.schema.Sequence))
                .collect(Collectors.toMap(object -> object.name(), Words::kind, (first, _) -> first));
        Function<QualifiedName, String> what = name -> words.getOrDefault(name, "type");
        List<Choice> all = new ArrayList<>();
        named.values().stream()
                .filter(type -> !isRow(what.apply(Objects.requireNonNull(type.named()))))
                .map(type -> new Choice(type, List.of(), what.apply(Objects.requireNonNull(type.named())), ""))
                .sorted(Comparator.comparing(choice -> choice.type().sql()))
                .forEach(all::add);
        BuiltIn.ALL.forEach(type -> all.add(new Choice(
                new DataType(
                        type.name().equals("character") || type.name().equals("bit")
                                ? type.name() + "(1)"
                                : type.name(),
                        type.family(),
                        null),
                type.aliases(),
                "built in",
                switch (type.modifier()) {
                    case NONE -> "";
                    case LENGTH -> "(length)";
                    case PRECISION_AND_SCALE -> "(precision, scale)";
                    case SECONDS -> "(digits of seconds)";
                })));
        return List.copyOf(all);
    }

    private static boolean isRow(String what) {
        return what.endsWith("table") || what.endsWith("view");
    }
}
