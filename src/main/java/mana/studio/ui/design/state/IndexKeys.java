package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import mana.studio.schema.Column;
import mana.studio.schema.Index;
import mana.studio.schema.Index.Key;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// The keys of an index, as they are typed.
public final class IndexKeys {
    private IndexKeys() {}

    /// The column or the expression; an expression stands in parentheses.
    public static String what(Key key) {
        String column = key.column();
        String expression = key.expression();
        return column != null ? column : expression == null ? "" : expression;
    }

    /// `role, created_at desc`.
    public static String text(Index index) {
        return index.keys().stream()
                .map(key -> what(key)
                        + (key.operatorClass() == null ? "" : " " + Collations.text(key.operatorClass()))
                        + (KeyOrder.of(key) == KeyOrder.ASCENDING ? "" : " " + KeyOrder.of(key)))
                .collect(Collectors.joining(", "));
    }

    /// An expression where it looks like one; otherwise a column, whether there is one or not.
    public static Key with(Key key, String text) {
        String typed = text.strip();
        boolean expression = typed.contains("(") || typed.contains(" ") || typed.contains("::");
        return new Key(
                expression ? null : column(typed),
                expression ? typed : null,
                key.collation(),
                key.operatorClass(),
                key.operatorOptions(),
                key.descending(),
                key.nullsFirst());
    }

    private static String column(String typed) {
        boolean quoted = typed.length() > 1 && typed.startsWith("\"") && typed.endsWith("\"");
        return quoted ? typed.substring(1, typed.length() - 1).replace("\"\"", "\"") : typed;
    }

    public static Key operatorClass(Key key, String text) {
        return new Key(
                key.column(),
                key.expression(),
                key.collation(),
                name(text),
                key.operatorOptions(),
                key.descending(),
                key.nullsFirst());
    }

    public static Key collation(Key key, String text) {
        return new Key(
                key.column(),
                key.expression(),
                name(text),
                key.operatorClass(),
                key.operatorOptions(),
                key.descending(),
                key.nullsFirst());
    }

    private static @Nullable QualifiedName name(String text) {
        return Collations.parse(text);
    }

    /// The index with one key changed. A name that was made of its keys follows them.
    ///
    /// @param table where it is; empty where its name is to stay
    public static Index changed(Optional<Table> table, Index index, int place, UnaryOperator<Key> change) {
        List<Key> keys = new ArrayList<>(index.keys());
        keys.set(place, change.apply(keys.get(place)));
        return table.map(found -> named(found, index, keys)).orElseGet(() -> index.withKeys(keys));
    }

    public static Index add(Table table, Index index) {
        List<Key> keys = new ArrayList<>(index.keys());
        String next = table.columns().stream()
                .map(Column::name)
                .filter(name -> keys.stream().noneMatch(key -> name.equals(key.column())))
                .findFirst()
                .orElse(table.columns().getFirst().name());
        keys.add(Proposals.key(next));
        return named(table, index, keys);
    }

    public static Index without(Index index, int place) {
        List<Key> keys = new ArrayList<>(index.keys());
        keys.remove(place);
        return index.withKeys(keys);
    }

    public static Index up(Index index, int place) {
        List<Key> keys = new ArrayList<>(index.keys());
        keys.add(place - 1, keys.remove(place));
        return index.withKeys(keys);
    }

    private static Index named(Table table, Index index, List<Key> keys) {
        boolean follows = index.name().equals(Proposals.indexName(table, columns(index.keys())));
        Index changed = index.withKeys(keys);
        return follows ? changed.withName(Proposals.indexName(table, columns(keys))) : changed;
    }

    private static List<String> columns(List<Key> keys) {
        return keys.stream()
                .map(key -> key.column() == null ? "expr" : key.column())
                .toList();
    }

    /// Those people use, by access method.
    public static List<Choice> operatorClasses(String method) {
        return switch (method) {
            case "gin" ->
                List.of(
                        Choice.of("jsonb_ops", "every key and value"),
                        Choice.of("jsonb_path_ops", "smaller, for @>"),
                        Choice.of("array_ops", "arrays"),
                        Choice.of("tsvector_ops", "text search"),
                        Choice.of(Identifier.quote("public", "gin_trgm_ops"), "LIKE, by pg_trgm"));
            case "gist" ->
                List.of(
                        Choice.of("range_ops", "ranges"),
                        Choice.of("inet_ops", "networks"),
                        Choice.of("tsvector_ops", "text search"),
                        Choice.of(Identifier.quote("public", "gist_trgm_ops"), "similarity, by pg_trgm"));
            case "brin" ->
                List.of(
                        Choice.of("timestamptz_minmax_ops", "moments"),
                        Choice.of("int8_minmax_ops", "bigint"),
                        Choice.of("text_minmax_ops", "text"));
            default ->
                List.of(
                        Choice.of("text_pattern_ops", "LIKE 'a%'"),
                        Choice.of("varchar_pattern_ops", "LIKE 'a%'"),
                        Choice.of("bpchar_pattern_ops", "LIKE 'a%'"));
        };
    }
}
