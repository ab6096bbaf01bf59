package mana.studio.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Index;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// The order of a query's rows: its sort keys, then what tells equal ones apart.
///
/// @param terms    the sort keys, then the rest of the identity
/// @param identity the names of the terms that identify a row; none by offset
/// @param start    an index is ordered by the first term
/// @param whole    an index is ordered by all terms, so that a step along the order costs what it skips
record Order(List<Term> terms, List<String> identity, Paging paging, boolean start, boolean whole) {
    Order {
        terms = List.copyOf(terms);
        identity = List.copyOf(identity);
    }

    /// One key of the order.
    ///
    /// @param name   the column's, quoted; or a system column's
    /// @param column null for a system column
    record Term(String name, @Nullable Column column, boolean descending, boolean nullable) {
        static Term of(Column column, boolean descending, Set<String> neverNull) {
            return new Term(
                    Identifier.quote(column.name()),
                    column,
                    descending,
                    !column.isNotNull() && !neverNull.contains(column.name()));
        }

        static Term system(String name, boolean descending) {
            return new Term(name, null, descending, false);
        }

        /// Whether its values grow along a walk.
        boolean ascends(boolean forward) {
            return descending != forward;
        }
    }

    static Order of(RowQuery query) {
        Relation relation = query.relation();
        List<String> key = key(relation).orElse(List.of());
        List<Term> terms = new ArrayList<>();
        for (SortKey sort : query.sort()) {
            terms.add(Term.of(Columns.of(relation, sort.column()), sort.descending(), Set.copyOf(key)));
        }
        Paging paging = paging(relation, key);
        // The same way as the last sort key, so that an index on both can be walked.
        boolean descending = !query.sort().isEmpty() && query.sort().getLast().descending();
        List<Term> identity = identity(relation, paging, key, descending);
        Set<String> sorted = terms.stream().map(Term::name).collect(Collectors.toSet());
        identity.stream().filter(term -> !sorted.contains(term.name())).forEach(terms::add);
        return new Order(
                terms,
                identity.stream().map(Term::name).toList(),
                paging,
                Indexed.start(relation, terms),
                Indexed.whole(relation, terms));
    }

    private static List<Term> identity(Relation relation, Paging paging, List<String> key, boolean descending) {
        return switch (paging) {
            case BY_KEY ->
                key.stream()
                        .map(name -> Term.of(Columns.of(relation, name), descending, Set.copyOf(key)))
                        .toList();
            case BY_CTID ->
                Stream.of("tableoid", "ctid")
                        .skip(hasParts(relation) ? 0 : 1)
                        .map(name -> Term.system(name, descending))
                        .toList();
            case BY_OFFSET -> List.of();
        };
    }

    private static Paging paging(Relation relation, List<String> key) {
        if (!key.isEmpty()) {
            return Paging.BY_KEY;
        }
        return switch (relation) {
            case Table table -> table.foreign() == null ? Paging.BY_CTID : Paging.BY_OFFSET;
            case View view -> view.materialized() ? Paging.BY_CTID : Paging.BY_OFFSET;
        };
    }

    /// `ctid` tells rows apart within one heap only.
    private static boolean hasParts(Relation relation) {
        return relation instanceof Table table && table.isPartitioned();
    }

    /// The primary key, or else the shortest unique key whose columns are never NULL.
    private static Optional<List<String>> key(Relation relation) {
        if (!(relation instanceof Table table)) {
            return Optional.empty();
        }
        Optional<List<String>> primary = table.primaryKey().map(Constraint.PrimaryKey::columns);
        if (primary.isPresent()) {
            return primary;
        }
        Stream<List<String>> constraints = table.constraints().stream()
                .filter(Constraint.Unique.class::isInstance)
                .map(Constraint::columns);
        Stream<List<String>> indexes = table.indexes().stream()
                .filter(index -> index.unique() && index.valid() && index.predicate() == null)
                .map(Order::columns)
                .flatMap(Optional::stream);
        return Stream.concat(constraints, indexes)
                .filter(columns -> columns.stream().allMatch(name -> neverNull(Columns.of(table, name))))
                .min(Comparator.comparingInt(List::size));
    }

    private static boolean neverNull(Column column) {
        Column.NotNull notNull = column.notNull();
        return notNull != null && notNull.validated();
    }

    private static Optional<List<String>> columns(Index index) {
        List<String> names = new ArrayList<>();
        for (Index.Key key : index.keys()) {
            String column = key.column();
            if (column == null) {
                return Optional.empty();
            }
            names.add(column);
        }
        return Optional.of(names);
    }

    /// The rows of one heap as they lie in it.
    boolean isPhysical() {
        return paging == Paging.BY_CTID && terms.size() == 1;
    }

    /// ORDER BY, without the terms that have one value anyway.
    ///
    /// @param prefix of the names: `page.`
    String by(boolean forward, int fixed, String prefix) {
        String sql = terms.stream()
                .skip(fixed)
                .map(term -> prefix + term.name() + (term.ascends(forward) ? "" : " DESC"))
                .collect(Collectors.joining(", "));
        return sql.isEmpty() ? "" : " ORDER BY " + sql;
    }
}
