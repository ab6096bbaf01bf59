package mana.studio.rows;

import java.util.List;
import mana.studio.schema.Relation;
import org.jspecify.annotations.Nullable;

/// Which rows of a relation, in which order. The primary key always comes after the sort keys, in the direction of the
/// last of them, so that the order is total wherever there is one; see {@link Paging} for relations without.
///
/// @param where a raw condition a person typed, without the word WHERE; null for none
public record RowQuery(
        Relation relation,
        List<Filter> filters,
        @Nullable String where,
        List<SortKey> sort,
        SoftDeleted softDeleted) {
    public RowQuery {
        filters = List.copyOf(filters);
        sort = List.copyOf(sort);
    }

    /// All rows, by primary key.
    public static RowQuery all(Relation relation) {
        return new RowQuery(relation, List.of(), null, List.of(), SoftDeleted.SHOW);
    }
}
