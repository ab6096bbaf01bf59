package mana.studio.design;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mana.studio.design.Problem.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import mana.studio.sql.Keywords;
import org.jspecify.annotations.Nullable;

/// What is wrong with names: none, another's, the system's, too long, or such that they must always be quoted.
final class NameRules {
    static final int LONGEST = 63;
    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private final Database design;
    private final Consumer<Problem> problems;

    NameRules(Database design, Consumer<Problem> problems) {
        this.design = design;
        this.problems = problems;
    }

    void schema(Schema schema) {
        Spot spot = new Spot(schema.id(), null, Field.NAME);
        boolean taken = design.schemas().stream()
                .anyMatch(other -> !other.id().same(schema.id()) && isSame(other.name(), schema.name()));
        name(spot, "schema", schema.name(), taken ? "Another schema" : null);
        if (schema.name().startsWith("pg_")) {
            error(spot, "Schemas that begin with pg_ are the system's.");
        }
    }

    void object(SchemaObject object) {
        if (object instanceof Routine) {
            return;
        }
        Spot spot = new Spot(object.id(), null, Field.NAME);
        String name = object.name().name();
        name(spot, Words.kind(object), name, bearer(object.name().schema(), name, object.id()));
    }

    /// Who else has the name in the schema: tables, views, sequences, indexes and types get in each other's way.
    private @Nullable String bearer(String schema, String name, Identity own) {
        return design.schemas().stream()
                .filter(one -> one.name().equals(schema))
                .flatMap(Schema::objects)
                .filter(other -> !(other instanceof Routine))
                .flatMap(other -> Stream.concat(
                        other.id().same(own) || !isSame(other.name().name(), name)
                                ? Stream.empty()
                                : Stream.of("Another " + Words.kind(other)),
                        other instanceof Relation relation ? indexes(relation, name, own) : Stream.empty()))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> indexes(Relation relation, String name, Identity own) {
        Stream<String> indexes = relation.indexes().stream()
                .filter(index -> !index.id().same(own) && isSame(index.name(), name))
                .map(_ -> "An index of " + relation.name());
        Stream<String> keys = relation instanceof Table table
                ? table.constraints().stream()
                        .filter(constraint ->
                                !constraint.id().same(own) && isIndexed(constraint) && isSame(constraint.name(), name))
                        .map(constraint -> "The " + Words.kind(constraint) + " of " + relation.name())
                : Stream.empty();
        return Stream.concat(indexes, keys);
    }

    private static boolean isIndexed(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey
                || constraint instanceof Constraint.Unique
                || constraint instanceof Constraint.Exclusion;
    }

    /// @param old null where the object is new
    void parts(@Nullable SchemaObject old, SchemaObject object) {
        for (String component : Parts.components(object)) {
            for (Record part : Parts.in(object, component)) {
                Identity id = Objects.requireNonNull(Components.identity(part));
                String name = Parts.name(part);
                String was = old == null ? "" : Parts.name(old, id);
                boolean moved =
                        old != null && !old.name().schema().equals(object.name().schema());
                boolean isNew = old == null || Parts.find(old, id).isEmpty();
                if (isNew || !was.equals(name) || (moved && part instanceof Constraint)) {
                    part(object, component, part, id, name);
                }
            }
        }
    }

    private void part(SchemaObject object, String component, Record part, Identity id, String name) {
        Spot spot = new Spot(object.id(), id, Field.NAME);
        String word = Merge.word(part);
        boolean sibling = Parts.in(object, component).stream()
                .anyMatch(other ->
                        !Objects.requireNonNull(Components.identity(other)).same(id)
                                && isSame(Parts.name(other), name));
        boolean indexed = part instanceof mana.studio.schema.Index
                || (part instanceof Constraint constraint && isIndexed(constraint));
        String taken = sibling
                ? "Another " + (part instanceof Constraint ? "constraint" : word) + " of the table"
                : indexed && !name.isEmpty() ? bearer(object.name().schema(), name, id) : null;
        name(spot, word, name, taken);
        if (part instanceof Column && object instanceof Table && SYSTEM_COLUMNS.contains(name)) {
            error(spot, "“%s” is a column that every table has by itself.".formatted(name));
        }
    }

    private void name(Spot spot, String word, String name, @Nullable String bearer) {
        if (name.isEmpty()) {
            error(spot, "%s %s needs a name.".formatted("aeiou".indexOf(word.charAt(0)) >= 0 ? "An" : "A", word));
            return;
        }
        if (bearer != null) {
            error(spot, "%s is called %s already.".formatted(bearer, name));
        }
        if (name.indexOf('\0') >= 0) {
            error(spot, "A name cannot hold the character 0.");
        }
        if (bytes(name) > LONGEST) {
            warning(spot, "The name has %d bytes; the server cuts it to 63: %s".formatted(bytes(name), cut(name)));
        } else if (Keywords.needsQuotes(name)) {
            warning(spot, "“%s” is a word of SQL: it must be quoted wherever it is written.".formatted(name));
        } else if (!Identifier.quote(name).equals(name)) {
            warning(spot, "Such a name must be quoted wherever it is written: %s".formatted(Identifier.quote(name)));
        }
    }

    static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /// As the server cuts it: at 63 bytes, never inside a character.
    static String cut(String name) {
        int end = name.length();
        while (bytes(name.substring(0, end)) > LONGEST) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    /// Two long names may be one by the time the server has cut them.
    private static boolean isSame(String one, String other) {
        return one.equals(other) || (one.length() > 20 && other.length() > 20 && cut(one).equals(cut(other)));
    }

    static String shown(String text) {
        return text.isEmpty() ? "without letters" : "“" + text + "”";
    }

    private void error(Spot spot, String message) {
        problems.accept(new Problem(spot, Severity.ERROR, message));
    }

    private void warning(Spot spot, String message) {
        problems.accept(new Problem(spot, Severity.WARNING, message));
    }
}
