package mana.studio.rows;

import mana.studio.schema.DataType;

/// A column to sort by. NULLs come last ascending and first descending, as PostgreSQL has it by default.
public record SortKey(String column, boolean descending) {
    /// Whether a type's values have an order: the few that have none are `json`, `xml` and most shapes.
    public static boolean isPossible(DataType type) {
        return switch (type.family()) {
            case JSON -> !type.sql().equals("json");
            case TEXT -> !type.sql().equals("xml");
            case GEOMETRIC -> false;
            case OTHER, BOOLEAN, INTEGER, DECIMAL, UUID, DATE, TIME, TIMESTAMP, INTERVAL, BINARY, ENUM, ARRAY, RANGE,
                    COMPOSITE, NETWORK, BITS ->
                true;
        };
    }
}
