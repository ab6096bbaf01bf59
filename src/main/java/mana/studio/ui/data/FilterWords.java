package mana.studio.ui.data;

import mana.studio.rows.Cell;
import mana.studio.rows.Filter;
import mana.studio.rows.Operator;
import mana.studio.ui.kit.CellText;

/// Filters as a person reads them.
final class FilterWords {
    private static final int LONGEST = 40;

    private FilterWords() {}

    /// The values of a filter: `admin`, `1 and 9`, `a, b, c`; empty where it has none.
    static String values(Filter filter) {
        String joined =
                String.join(filter.operator() == Operator.BETWEEN ? " and " : ", ", filter.values().stream()
                        .map(value -> value.isEmpty() ? "\"\"" : CellText.of(Cell.of(value)))
                        .toList());
        return joined.length() > LONGEST ? joined.substring(0, LONGEST) + "…" : joined;
    }

    static String of(Filter filter) {
        return (filter.column() + " " + filter.operator().label() + " " + values(filter)).strip();
    }
}
