package mana.studio.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.sql.Identifier;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import org.jspecify.annotations.Nullable;

/// What may stand at a caret: columns of the relations that the statement names, relations, schemas, keywords.
public final class Completion {
    private static final int MOST = 200;
    private static final List<String> KEYWORDS = List.of("""
        SELECT FROM WHERE JOIN LEFT RIGHT FULL INNER CROSS LATERAL ON USING GROUP ORDER BY HAVING LIMIT OFFSET DISTINCT \
        AS AND OR NOT NULL IS IN EXISTS BETWEEN LIKE ILIKE CASE WHEN THEN ELSE END UNION ALL EXCEPT INTERSECT WITH \
        RECURSIVE INSERT INTO VALUES UPDATE SET DELETE RETURNING CONFLICT DO NOTHING MERGE CREATE ALTER DROP TABLE \
        VIEW MATERIALIZED INDEX UNIQUE CONCURRENTLY SCHEMA SEQUENCE FUNCTION TRIGGER TYPE ENUM COLUMN ADD CONSTRAINT \
        PRIMARY KEY FOREIGN REFERENCES CHECK DEFAULT CASCADE RESTRICT TRUNCATE BEGIN COMMIT ROLLBACK SAVEPOINT \
        EXPLAIN ANALYZE VACUUM GRANT REVOKE ASC DESC NULLS FIRST LAST OVER PARTITION FILTER FOR TRUE FALSE SHOW \
        COALESCE CAST INTERVAL COUNT SUM AVG MIN MAX NOW\
        """.split(" "));

    private final Database database;
    private final String statement;
    private final Set<Suggestion> found = new LinkedHashSet<>();

    private Completion(Database database, String statement) {
        this.database = database;
        this.statement = statement;
    }

    /// What a suggestion is.
    public enum Kind {
        COLUMN,
        RELATION,
        SCHEMA,
        ROUTINE,
        KEYWORD
    }

    /// @param insert what is put in place of the word at the caret
    /// @param detail its type, its table
    public record Suggestion(Kind kind, String name, String insert, String detail) {}

    /// @param from where the word begins that is being written
    public record Suggestions(int from, List<Suggestion> list) {}

    /// @param caret within the text
    public static Suggestions at(String text, int caret, @Nullable Database database) {
        int from = caret;
        while (from > 0 && isWordPart(text.charAt(from - 1))) {
            from--;
        }
        String prefix = text.substring(from, caret).toLowerCase(Locale.ROOT).replace("\"", "");
        String statement = Script.of(text).at(caret).map(found -> found.text()).orElse("");
        Set<Suggestion> found = new LinkedHashSet<>();
        Optional<String> owner = ownerBefore(text, from);
        if (database != null) {
            Completion completion = new Completion(database, statement);
            owner.ifPresentOrElse(completion::within, completion::anything);
            found.addAll(completion.found);
        }
        if (owner.isEmpty()) {
            boolean lower = prefix.isEmpty() || text.substring(from, caret).equals(prefix);
            KEYWORDS.forEach(word -> found.add(new Suggestion(
                    Kind.KEYWORD, word, lower && !prefix.isEmpty() ? word.toLowerCase(Locale.ROOT) : word, "")));
        }
        return new Suggestions(from, fitting(found, prefix));
    }

    private static List<Suggestion> fitting(Set<Suggestion> found, String prefix) {
        return found.stream()
                .filter(one -> fit(one, prefix) < 3)
                .sorted(Comparator.comparingInt(one -> fit(one, prefix)))
                .limit(MOST)
                .toList();
    }

    /// 0 for the best.
    private static int fit(Suggestion suggestion, String prefix) {
        String name = suggestion.name().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.') + 1;
        boolean begins = name.startsWith(prefix) || name.startsWith(prefix, dot);
        return begins
                ? 0
                : name.contains("_" + prefix) ? 1 : suggestion.kind() != Kind.KEYWORD && name.contains(prefix) ? 2 : 3;
    }

    /// The name before the dot that stands before the word; empty where none does.
    private static Optional<String> ownerBefore(String text, int from) {
        if (from == 0 || text.charAt(from - 1) != '.') {
            return Optional.empty();
        }
        int start = from - 1;
        while (start > 0 && (isWordPart(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        return Optional.of(text.substring(start, from - 1).replace("\"", ""));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '"' || c == '$';
    }

    /// Behind a dot: of a schema its relations, of a relation or its alias the columns.
    private void within(String owner) {
        database.schema(owner).ifPresent(this::inSchema);
        named().forEach((alias, relation) -> {
            boolean whole = (relation.name().schema() + "." + relation.name().name()).equals(owner);
            if (alias.equals(owner) || whole) {
                columns(relation, "");
            }
        });
    }

    private void inSchema(Schema schema) {
        schema.relations()
                .forEach(relation -> found.add(new Suggestion(
                        Kind.RELATION,
                        relation.name().name(),
                        Identifier.quote(relation.name().name()),
                        kind(relation))));
        routines(schema);
    }

    private void anything() {
        Map<String, Relation> named = named();
        Set<Relation> relations = new LinkedHashSet<>(named.values());
        relations.forEach(relation -> columns(relation, relation.name().name()));
        named.forEach((alias, relation) -> found.add(new Suggestion(
                Kind.RELATION, alias, Identifier.quote(alias), relation.name().toString())));
        for (Schema schema : database.schemas()) {
            found.add(new Suggestion(Kind.SCHEMA, schema.name(), Identifier.quote(schema.name()), "schema"));
        }
        for (Schema schema : database.schemas()) {
            schema.relations()
                    .forEach(relation -> found.add(new Suggestion(
                            Kind.RELATION,
                            relation.name().toString(),
                            Identifier.quote(schema.name(), relation.name().name()),
                            kind(relation))));
        }
    }

    private void routines(Schema schema) {
        schema.objects()
                .filter(Routine.class::isInstance)
                .forEach(routine -> found.add(new Suggestion(
                        Kind.ROUTINE,
                        routine.name().name(),
                        Identifier.quote(routine.name().name()) + "(",
                        "function")));
    }

    private void columns(Relation relation, String of) {
        for (Column column : relation.columns()) {
            String detail = column.type().sql() + (of.isEmpty() ? "" : " · " + of);
            found.add(new Suggestion(Kind.COLUMN, column.name(), Identifier.quote(column.name()), detail));
        }
    }

    private static String kind(Relation relation) {
        return relation instanceof mana.studio.schema.View ? "view" : "table";
    }

    /// The relations that the statement names, by their aliases and by their names.
    private Map<String, Relation> named() {
        List<String> words = words();
        Map<String, Relation> named = new LinkedHashMap<>();
        for (int at = 0; at < words.size(); at++) {
            boolean qualified = at + 2 < words.size() && words.get(at + 1).equals(".");
            int last = qualified ? at + 2 : at;
            Optional<Relation> relation = qualified
                    ? relation(words.get(at), words.get(last))
                    : at > 0 && words.get(at - 1).equals(".") ? Optional.empty() : relation("public", words.get(at));
            if (relation.isPresent()) {
                named.put(relation.get().name().name(), relation.get());
                alias(words, last).ifPresent(alias -> named.put(alias, relation.get()));
                at = last;
            }
        }
        return named;
    }

    private Optional<Relation> relation(String schema, String name) {
        return database.schema(schema).stream()
                .flatMap(Schema::relations)
                .filter(relation -> relation.name().name().equals(name))
                .findFirst();
    }

    private static Optional<String> alias(List<String> words, int relation) {
        int at = relation + 1;
        if (at < words.size() && words.get(at).equalsIgnoreCase("as")) {
            at++;
        }
        boolean isName = at < words.size()
                && words.get(at).chars().allMatch(c -> isWordPart((char) c))
                && !KEYWORDS.contains(words.get(at).toUpperCase(Locale.ROOT));
        return isName ? Optional.of(words.get(at)) : Optional.empty();
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        Stream<Token> tokens = SqlTokens.scan(statement).stream()
                .filter(token -> token.kind() != Token.Kind.WHITESPACE && token.kind() != Token.Kind.COMMENT);
        tokens.forEach(token -> words.add(token.text(statement).replace("\"", "")));
        return words;
    }
}
