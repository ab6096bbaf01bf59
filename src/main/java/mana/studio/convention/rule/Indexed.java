package mana.studio.convention.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Index.Key;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import mana.studio.sql.SqlTokens;
import org.jspecify.annotations.Nullable;

/// What the indexes of a table know.
final class Indexed {
    private static final Set<String> SEARCHABLE = Set.of("btree", "hash");

    private Indexed() {}

    /// Whether some index finds rows by these columns: it begins with them, in any order, and leaves no such row out.
    static boolean leads(Table table, List<String> columns) {
        Stream<List<String>> keys = table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof Unique)
                .map(Constraint::columns);
        Stream<List<String>> indexes = table.indexes().stream()
                .filter(index -> index.valid() && SEARCHABLE.contains(index.method()) && isWhole(index, columns))
                .map(index -> index.keys().stream()
                        .map(key -> Objects.requireNonNullElse(key.column(), ""))
                        .toList());
        return Stream.concat(keys, indexes)
                .filter(found -> found.size() >= columns.size())
                .anyMatch(found -> Set.copyOf(found.subList(0, columns.size())).equals(Set.copyOf(columns)));
    }

    /// Rows without a reference need not be found.
    private static boolean isWhole(Index index, List<String> columns) {
        String predicate = index.predicate();
        return predicate == null
                || columns.stream()
                        .anyMatch(column -> predicate.equals("(" + Identifier.quote(column) + " IS NOT NULL)"));
    }

    /// Whether an index has a column among its keys, or in its WHERE.
    static boolean mentions(Table table, String column) {
        return table.indexes().stream()
                .anyMatch(index -> index.keys().stream()
                                .anyMatch(key -> column.equals(key.column())
                                        || names(key.expression()).contains(column))
                        || names(index.predicate()).contains(column));
    }

    private static Set<String> names(@Nullable String sql) {
        Set<String> names = new HashSet<>();
        if (sql != null) {
            SqlTokens.scan(sql).forEach(token -> names.add(token.text(sql).replace("\"", "")));
        }
        return names;
    }

    /// Adds an index on some columns.
    static Edit fix(Table table, List<String> columns) {
        Identity id = Identity.fresh();
        String label = "Add " + IndexNames.of(table, columns);
        return Edit.of(
                label,
                database -> Edits.table(database, table.id())
                        .filter(now -> columns.stream()
                                        .allMatch(column -> now.column(column).isPresent())
                                && !leads(now, columns))
                        .map(now -> {
                            Set<String> taken = Fixes.names(database, now.name().schema());
                            String name = IndexNames.free(IndexNames.of(now, columns), taken);
                            return Edits.addIndex(database, now.id(), index(id, name, columns));
                        })
                        .orElse(database));
    }

    private static Index index(Identity id, String name, List<String> columns) {
        List<Key> keys = columns.stream()
                .map(column -> new Key(column, null, null, null, List.of(), false, false))
                .toList();
        return new Index(
                id, name, null, "btree", false, false, keys, List.of(), null, List.of(), null, true, false, false,
                null);
    }
}
