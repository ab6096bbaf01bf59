package mana.studio.ui.design.state;

import mana.studio.schema.Index.Key;

/// The order of an index's key; where nothing is said, NULLs count as the greatest.
public enum KeyOrder {
    ASCENDING("asc", false, false),
    ASCENDING_NULLS_FIRST("asc nulls first", false, true),
    DESCENDING("desc", true, true),
    DESCENDING_NULLS_LAST("desc nulls last", true, false);

    private final String words;
    private final boolean descending;
    private final boolean nullsFirst;

    KeyOrder(String words, boolean descending, boolean nullsFirst) {
        this.words = words;
        this.descending = descending;
        this.nullsFirst = nullsFirst;
    }

    public static KeyOrder of(Key key) {
        if (key.descending()) {
            return key.nullsFirst() ? DESCENDING : DESCENDING_NULLS_LAST;
        }
        return key.nullsFirst() ? ASCENDING_NULLS_FIRST : ASCENDING;
    }

    /// The key in this order.
    public Key put(Key key) {
        return new Key(
                key.column(),
                key.expression(),
                key.collation(),
                key.operatorClass(),
                key.operatorOptions(),
                descending,
                nullsFirst);
    }

    /// As SQL says it.
    @Override
    public String toString() {
        return words;
    }
}
