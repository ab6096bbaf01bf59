package mana.studio.ui.objects;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.design.template.Nouns;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import mana.studio.sql.Keywords;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;

/// What is to be said of a name before it is given.
///
/// @param proposal a better name; null for none
record NameCheck(Level level, String message, @Nullable String proposal) {
    static final NameCheck FINE = new NameCheck(Level.FINE, "", null);

    private static final int LONGEST = 63;

    enum Level {
        FINE,
        /// It can be given, and may not be meant.
        ADVICE,
        /// It cannot be given.
        REFUSED
    }

    boolean isAllowed() {
        return level != Level.REFUSED;
    }

    /// Of a table, view, sequence or type.
    ///
    /// @param self the thing that bears it by now; null for a new one
    static NameCheck ofObject(Database database, String schema, String name, @Nullable Identity self) {
        NameCheck shape = shape(name);
        if (!shape.isAllowed()) {
            return shape;
        }
        Optional<String> other = database.schema(schema)
                .flatMap(there -> bearers(there, self, name).findFirst());
        return other.<NameCheck>map(word -> refused("There is " + word + " " + name + " in " + schema + " already."))
                .orElse(shape);
    }

    /// Of a table: they are called in the plural here.
    static NameCheck ofTable(Database database, String schema, String name) {
        NameCheck check = ofObject(database, schema, name, null);
        return check != FINE || Nouns.isPlural(name)
                ? check
                : new NameCheck(Level.ADVICE, "Tables are called in the plural here.", Nouns.plural(name));
    }

    static NameCheck ofSchema(Database database, String name, @Nullable Identity self) {
        NameCheck shape = shape(name);
        if (!shape.isAllowed()) {
            return shape;
        }
        if (name.startsWith("pg_") || name.equals("information_schema")) {
            return refused("Names that begin with pg_ belong to PostgreSQL.");
        }
        boolean taken = database.schemas().stream()
                .anyMatch(schema -> schema.name().equals(name)
                        && (self == null || !schema.id().same(self)));
        return taken ? refused("There is a schema " + name + " already.") : shape;
    }

    private static NameCheck shape(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (name.isEmpty()) {
            return refused("A name is needed.");
        }
        if (bytes > LONGEST) {
            return refused("A name has at most 63 bytes; this one has " + bytes + ".");
        }
        if (!name.equals(name.strip())) {
            return advice("It begins or ends with a blank.", name.strip());
        }
        if (Keywords.needsQuotes(name)) {
            return advice(name + " is a word of SQL: it needs quotes wherever it is used.", null);
        }
        return Identifier.quote(name).equals(name)
                ? FINE
                : advice("It needs quotes wherever it is used: " + Identifier.quote(name) + ".", snake(name));
    }

    private static @Nullable String snake(String name) {
        String snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
        return snake.matches("[a-z_][a-z0-9_]*") ? snake : null;
    }

    /// Tables, views, sequences, indexes and types have their names among each other.
    private static Stream<String> bearers(Schema schema, @Nullable Identity self, String name) {
        Stream<String> objects = schema.objects()
                .filter(object -> !(object instanceof Routine)
                        && (self == null || !object.id().same(self)))
                .filter(object -> object.name().name().equals(name))
                .map(object -> article(Icons.word(object)));
        Stream<String> indexes = schema.relations()
                .flatMap(relation -> relation.indexes().stream())
                .map(Index::name)
                .filter(name::equals)
                .map(_ -> "an index");
        Stream<String> keys = schema.tables().stream()
                .map(Table::constraints)
                .flatMap(constraints -> constraints.stream().filter(NameCheck::hasIndex))
                .map(Constraint::name)
                .filter(name::equals)
                .map(_ -> "a key");
        return Stream.of(objects, indexes, keys).flatMap(words -> words);
    }

    private static String article(String word) {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }

    private static boolean hasIndex(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclusion _ -> true;
            case Constraint.ForeignKey _, Constraint.Check _ -> false;
        };
    }

    private static NameCheck refused(String message) {
        return new NameCheck(Level.REFUSED, message, null);
    }

    private static NameCheck advice(String message, @Nullable String proposal) {
        return new NameCheck(Level.ADVICE, message, proposal);
    }
}
