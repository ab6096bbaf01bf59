package mana.studio.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mana.studio.schema.DataType;

/// The conditions that say "beyond this row" in an order.
///
/// Where all keys go the same way and are never NULL it is one row comparison, which PostgreSQL answers by walking an
/// index from there. Otherwise it is several ranges, each of which an index can answer, and which follow each other:
/// for `a DESC, b` beyond (1, 2) they are `a = 1 AND b > 2`, `a < 1`. NULL comes after everything ascending and before
/// everything descending, so it is the largest value either way.
final class Keyset {
    private final RowQuery query;
    private final Order order;
    private final List<Cell> key;
    private final boolean forward;

    Keyset(RowQuery query, Order order, List<Cell> key, boolean forward) {
        if (key.size() != order.terms().size()) {
            throw new IllegalArgumentException("the row belongs to a query with another order");
        }
        this.query = query;
        this.order = order;
        this.key = key;
        this.forward = forward;
    }

    /// The ranges, in the order in which their rows follow each other; none where nothing can follow.
    ///
    /// @param inclusive the row itself belongs to them
    List<Range> ranges(boolean inclusive) {
        if (order.isPhysical()) {
            Sql start = comparison(inclusive);
            return forward ? Blocks.after(key.getFirst(), start) : Blocks.before(key.getFirst(), start);
        }
        if (isUniform()) {
            return List.of(new Range(comparison(inclusive), 0));
        }
        List<Range> ranges = new ArrayList<>();
        int all = order.terms().size();
        if (inclusive) {
            ranges.add(new Range(Sql.and(equal(all)), all));
        }
        for (int i = all - 1; i >= 0; i--) {
            for (Range beyond : beyond(i)) {
                List<Sql> conditions = equal(i);
                conditions.add(beyond.condition());
                ranges.add(new Range(Sql.and(conditions), beyond.fixed()));
            }
        }
        // Without an index each range would read the whole relation: better all of them at once.
        return order.start() || ranges.isEmpty()
                ? ranges
                : List.of(new Range(Sql.or(ranges.stream().map(Range::condition).toList()), 0));
    }

    private boolean isUniform() {
        return order.terms().stream().noneMatch(Order.Term::nullable)
                && order.terms().stream().map(term -> term.ascends(forward)).distinct().count() == 1;
    }

    private Sql comparison(boolean inclusive) {
        String operator = (order.terms().getFirst().ascends(forward) ? " >" : " <") + (inclusive ? "= " : " ");
        String names = order.terms().stream().map(Order.Term::name).collect(Collectors.joining(", "));
        List<Sql> values = IntStream.range(0, key.size()).mapToObj(this::operand).toList();
        return Sql.join(", ", values).in("(" + names + ")" + operator + "(", ")");
    }

    private List<Sql> equal(int count) {
        List<Sql> conditions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = order.terms().get(i).name();
            conditions.add(key.get(i).isNull() ? Sql.of(name + " IS NULL") : Sql.of(name + " = ").then(operand(i)));
        }
        return conditions;
    }

    private List<Range> beyond(int i) {
        Order.Term term = order.terms().get(i);
        String name = term.name();
        boolean isNull = key.get(i).isNull();
        if (!term.ascends(forward)) {
            Sql below = isNull ? Sql.of(name + " IS NOT NULL") : Sql.of(name + " < ").then(operand(i));
            return List.of(new Range(below, i));
        }
        if (isNull) {
            return List.of();
        }
        Range above = new Range(Sql.of(name + " > ").then(operand(i)), i);
        return term.nullable() ? List.of(above, new Range(Sql.of(name + " IS NULL"), i + 1)) : List.of(above);
    }

    /// The value of a key: bound; or, where the row holds only its beginning, asked for again by the row's identity.
    private Sql operand(int i) {
        Cell cell = key.get(i);
        if (cell.cut()) {
            String name = order.terms().get(i).name();
            return identity().in("(SELECT " + name + " FROM " + Columns.table(query.relation()) + " WHERE ", ")");
        }
        return bound(order.terms().get(i), cell);
    }

    /// That a row is this one.
    Sql identity() {
        List<Sql> conditions = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            Order.Term term = order.terms().get(i);
            if (order.identity().contains(term.name())) {
                conditions.add(Sql.of(term.name() + " = ").then(bound(term, key.get(i))));
            }
        }
        return Sql.and(conditions);
    }

    private static Sql bound(Order.Term term, Cell cell) {
        String text = Objects.requireNonNull(cell.text());
        return term.column() == null ? Sql.of("?", text) : value(term.column().type(), text);
    }

    /// A value beside a column. Left alone, the server reads it as the column's type; composite types, those that are
    /// compared as another (`regclass`) and some others have to be named.
    static Sql value(DataType type, String text) {
        boolean named = switch (type.family()) {
            case COMPOSITE, OTHER -> true;
            case INTEGER -> type.sql().startsWith("reg");
            case BOOLEAN, DECIMAL, TEXT, UUID, DATE, TIME, TIMESTAMP, INTERVAL, JSON, BINARY, ENUM, ARRAY, RANGE,
                    NETWORK, GEOMETRIC, BITS ->
                false;
        };
        return Sql.of(named && !type.sql().contains("(") ? "CAST(? AS " + type.sql() + ")" : "?", text);
    }
}
