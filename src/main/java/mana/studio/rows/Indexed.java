package mana.studio.rows;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mana.studio.schema.Constraint;
import mana.studio.schema.Index;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;

/// Whether an index gives rows in an order, forwards or backwards.
final class Indexed {
    private Indexed() {}

    /// An index is ordered by the first term.
    static boolean start(Relation relation, List<Order.Term> terms) {
        return !terms.isEmpty() && indexes(relation).anyMatch(keys -> covers(keys, terms.subList(0, 1)));
    }

    /// An index is ordered by all of the terms.
    static boolean whole(Relation relation, List<Order.Term> terms) {
        return !terms.isEmpty() && indexes(relation).anyMatch(keys -> covers(keys, terms));
    }

    private record Key(String column, boolean descending, boolean nullsFirst) {}

    private static boolean covers(List<Key> keys, List<Order.Term> terms) {
        return keys.size() >= terms.size() && (matches(keys, terms, false) || matches(keys, terms, true));
    }

    private static boolean matches(List<Key> keys, List<Order.Term> terms, boolean backwards) {
        for (int i = 0; i < terms.size(); i++) {
            Order.Term term = terms.get(i);
            Key key = keys.get(i);
            boolean descending = key.descending() != backwards;
            boolean nullsFirst = key.nullsFirst() != backwards;
            if (term.column() == null
                    || !key.column().equals(term.column().name())
                    || descending != term.descending()
                    || term.nullable() && nullsFirst != term.descending()) {
                return false;
            }
        }
        return true;
    }

    private static Stream<List<Key>> indexes(Relation relation) {
        Stream<List<Key>> plain = relation.indexes().stream()
                .filter(index -> index.method().equals("btree") && index.valid() && index.predicate() == null)
                .map(Indexed::leadingColumns);
        return relation instanceof Table table
                ? Stream.concat(table.constraints().stream().flatMap(Indexed::constraint), plain)
                : plain;
    }

    private static Stream<List<Key>> constraint(Constraint constraint) {
        boolean ordered = constraint instanceof Constraint.PrimaryKey primary && !primary.withoutOverlaps()
                || constraint instanceof Constraint.Unique unique && !unique.withoutOverlaps();
        return ordered
                ? Stream.of(constraint.columns().stream()
                        .map(column -> new Key(column, false, false))
                        .toList())
                : Stream.empty();
    }

    /// The columns before the first key that is an expression, or has an order of its own.
    private static List<Key> leadingColumns(Index index) {
        return index.keys().stream()
                .takeWhile(key -> key.column() != null && key.collation() == null && key.operatorClass() == null)
                .map(key -> new Key(Objects.requireNonNull(key.column()), key.descending(), key.nullsFirst()))
                .toList();
    }
}
