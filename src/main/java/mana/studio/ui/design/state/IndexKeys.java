package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import mana.studio.schema.Column;
import mana.studio.schema.Index;
import mana.studio.schema.Index.Key;
import mana.studio.schema.Table;

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
                        + (operators(key).isEmpty() ? "" : " " + operators(key))
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

    /// The operator class and its options: `gist_trgm_ops(siglen=32)`; empty for the type's own.
    public static String operators(Key key) {
        return key.operatorClass() == null
                ? ""
                : Collations.text(key.operatorClass())
                        + (key.operatorOptions().isEmpty() ? "" : "(" + Texts.options(key.operatorOptions()) + ")");
    }

    /// @param text as {@link #operators} writes it; what is not closed yet counts too
    public static Key operatorClass(Key key, String text) {
        int open = text.indexOf('(');
        String options = open < 0 ? "" : text.substring(open + 1).replaceFirst("\\)\\s*$", "");
        return key.withOperatorClass(Collations.parse(open < 0 ? text : text.substring(0, open)))
                .withOperatorOptions(Texts.options(options).stream()
                        .filter(option -> Texts.noOptions(option).isEmpty())
                        .toList());
    }

    public static Key collation(Key key, String text) {
        return key.withCollation(Collations.parse(text));
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
}
