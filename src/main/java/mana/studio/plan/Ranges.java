package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import mana.studio.schema.QualifiedName;
import mana.studio.statement.Node;
import org.jspecify.annotations.Nullable;

/// What a `SELECT` reads from, and around it what the queries read that it stands in.
final class Ranges {
    private final @Nullable Ranges outer;
    private final Set<String> with;
    private final List<Range> ranges = new ArrayList<>();

    /// @param with the names of common table expressions: they come before relations
    Ranges(@Nullable Ranges outer, Set<String> with) {
        this.outer = outer;
        this.with = with;
    }

    /// Something in `FROM`.
    ///
    /// @param name     by which it is referred to; empty for a join or a function without one
    /// @param relation null for a subquery, a function, a common table expression
    /// @param node     the `RangeVar` of a relation; null for anything else
    record Range(
            String name,
            @Nullable QualifiedName relation,
            @Nullable Node node) {
        /// Whether it has a name of its own here.
        boolean isAliased() {
            return node != null && node.has("alias");
        }

        /// Whether its columns have names of their own here.
        boolean namesColumns() {
            return node != null
                    && node.child("alias")
                            .filter(alias -> alias.has("colnames"))
                            .isPresent();
        }
    }

    /// The ranges of this query alone.
    List<Range> own() {
        return ranges;
    }

    @Nullable
    Ranges outer() {
        return outer;
    }

    /// What a name before a dot stands for; null where nothing is called so.
    @Nullable
    Range named(String name) {
        for (Ranges at = this; at != null; at = at.outer) {
            for (Range range : at.ranges) {
                if (range.name().equals(name)) {
                    return range;
                }
            }
        }
        return null;
    }

    /// What a column without a qualifier belongs to; null where it cannot be told.
    ///
    /// @param has whether a relation has such a column
    @Nullable
    Range ofColumn(Predicate<QualifiedName> has) {
        for (Ranges at = this; at != null; at = at.outer) {
            List<Range> owners = at.ranges.stream()
                    .filter(range -> range.relation() != null && has.test(range.relation()))
                    .toList();
            if (!owners.isEmpty()) {
                return owners.size() == 1 ? owners.getFirst() : null;
            }
            if (at.ranges.stream().anyMatch(range -> range.relation() == null)) {
                return null;
            }
        }
        return null;
    }

    /// Adds what an item of `FROM` brings.
    void add(Node item) {
        switch (item.type()) {
            case "RangeVar" -> ranges.add(new Range(nameOf(item), relation(item), item));
            case "JoinExpr" -> {
                item.child("larg").ifPresent(this::add);
                item.child("rarg").ifPresent(this::add);
                item.child("alias").ifPresent(_ -> ranges.add(new Range(alias(item), null, null)));
            }
            case "RangeTableSample" -> item.child("relation").ifPresent(this::add);
            default -> ranges.add(new Range(alias(item), null, null));
        }
    }

    private static String nameOf(Node rangeVar) {
        return rangeVar.has("alias") ? alias(rangeVar) : rangeVar.text("relname");
    }

    private static String alias(Node item) {
        return item.child("alias").map(alias -> alias.text("aliasname")).orElse("");
    }

    private @Nullable QualifiedName relation(Node rangeVar) {
        String schema = rangeVar.text("schemaname");
        String name = rangeVar.text("relname");
        return schema.isEmpty() && isWith(name) ? null : new QualifiedName(schema.isEmpty() ? "public" : schema, name);
    }

    private boolean isWith(String name) {
        for (Ranges at = this; at != null; at = at.outer) {
            if (at.with.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
