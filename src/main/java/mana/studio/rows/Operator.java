package mana.studio.rows;

import java.util.List;
import mana.studio.schema.DataType;

/// How a filter compares.
public enum Operator {
    EQUALS("is", 1),
    /// Also where there is no value: NULL is not 5.
    NOT_EQUALS("is not", 1),
    LESS("<", 1),
    AT_MOST("≤", 1),
    GREATER(">", 1),
    AT_LEAST("≥", 1),
    BETWEEN("between", 2),
    ONE_OF("is one of", -1),
    /// Whatever the case, as are the two that follow.
    CONTAINS("contains", 1),
    STARTS_WITH("starts with", 1),
    ENDS_WITH("ends with", 1),
    /// A POSIX regular expression, which tells upper from lower case.
    MATCHES("matches", 1),
    JSON_CONTAINS("contains json", 1),
    JSON_HAS_KEY("has key", 1),
    ARRAY_CONTAINS("has element", 1),
    IS_TRUE("is true", 0),
    IS_FALSE("is false", 0),
    IS_NULL("is null", 0),
    IS_NOT_NULL("is not null", 0);

    private final String label;
    private final int operands;

    Operator(String label, int operands) {
        this.label = label;
        this.operands = operands;
    }

    /// The words a person reads.
    public String label() {
        return label;
    }

    /// How many values it takes; -1 for any number, at least one.
    public int operands() {
        return operands;
    }

    /// Those that make sense for a type's values, the usual one first.
    public static List<Operator> of(DataType type) {
        return switch (type.family()) {
            case BOOLEAN -> List.of(IS_TRUE, IS_FALSE, IS_NULL, IS_NOT_NULL);
            case INTEGER, DECIMAL, DATE, TIME, TIMESTAMP, INTERVAL ->
                List.of(EQUALS, NOT_EQUALS, LESS, AT_MOST, GREATER, AT_LEAST, BETWEEN, ONE_OF, IS_NULL, IS_NOT_NULL);
            case TEXT ->
                List.of(
                        CONTAINS, EQUALS, NOT_EQUALS, STARTS_WITH, ENDS_WITH, MATCHES, ONE_OF, LESS, GREATER, IS_NULL,
                        IS_NOT_NULL);
            case UUID, ENUM, NETWORK, BITS -> List.of(EQUALS, NOT_EQUALS, ONE_OF, IS_NULL, IS_NOT_NULL);
            case JSON -> List.of(JSON_CONTAINS, JSON_HAS_KEY, IS_NULL, IS_NOT_NULL);
            case ARRAY -> List.of(ARRAY_CONTAINS, EQUALS, IS_NULL, IS_NOT_NULL);
            case RANGE -> List.of(EQUALS, NOT_EQUALS, IS_NULL, IS_NOT_NULL);
            case BINARY, COMPOSITE, GEOMETRIC, OTHER -> List.of(IS_NULL, IS_NOT_NULL);
        };
    }
}
