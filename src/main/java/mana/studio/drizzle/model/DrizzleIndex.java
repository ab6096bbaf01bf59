package mana.studio.drizzle.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// @param with  storage parameters: values are texts, booleans or numbers (`Long` where it is one), as JSON has them
/// @param where the predicate, verbatim; null for a whole index
public record DrizzleIndex(
        String name,
        List<Part> parts,
        boolean unique,
        boolean concurrently,
        String method,
        Map<String, Object> with,
        @Nullable String where) {
    public DrizzleIndex {
        parts = List.copyOf(parts);
        with = JsonOptions.of(with);
    }

    /// @param expression a column's name, or SQL where {@link #isExpression}
    /// @param nullsFirst drizzle writes `nulls: "first" | "last"` always
    public record Part(
            String expression,
            boolean isExpression,
            boolean ascending,
            boolean nullsFirst,
            @Nullable String opclass) {}
}
