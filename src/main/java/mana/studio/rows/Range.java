package mana.studio.rows;

import java.util.List;

/// Rows that follow each other in an order.
///
/// @param condition what they have in common
/// @param fixed     so many leading terms of the order have one value in all of them, and need no sorting: the planner
///                  knows that of `a = 1`, but not of `a IS NULL`
record Range(Sql condition, int fixed) {
    /// Everything, as ranges that follow each other. Where an index starts with a column that may be NULL, its NULLs
    /// are a range of their own: they may be many, and then the other terms order them.
    static List<Range> everything(RowQuery query, Order order, boolean forward) {
        if (order.isPhysical()) {
            return forward ? Blocks.fromStart() : Blocks.fromEnd(Columns.table(query.relation()));
        }
        if (!order.start() || !order.terms().getFirst().nullable()) {
            return List.of(new Range(Sql.of("TRUE"), 0));
        }
        Order.Term first = order.terms().getFirst();
        Range values = new Range(Sql.of(first.name() + " IS NOT NULL"), 0);
        Range nulls = new Range(Sql.of(first.name() + " IS NULL"), 1);
        return first.ascends(forward) ? List.of(values, nulls) : List.of(nulls, values);
    }
}
