package mana.studio.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.sql.Identifier;

/// The SELECT of a query: which columns, from where, under which conditions, in which order.
record Selection(RowQuery query, Order order, Sql condition) {
    /// @throws ConditionException if the raw condition is not one condition
    static Selection of(RowQuery query) throws ConditionException {
        List<Sql> conditions = new ArrayList<>(FilterSql.all(query));
        if (query.softDeleted() != SoftDeleted.SHOW) {
            SoftDelete.of(query.relation())
                    .map(marks -> marks.condition(query.softDeleted()))
                    .ifPresent(conditions::add);
        }
        String where = query.where();
        if (where != null) {
            conditions.add(RawCondition.read(where));
        }
        return new Selection(query, Order.of(query), Sql.and(conditions));
    }

    /// Whole rows and their keys. What is skipped, sorted and limited is not yet text: only the rows of the page are
    /// printed.
    Sql rows(Range range, boolean forward, long skip, long limit) {
        Stream<String> cells = query.relation().columns().stream().map(column -> CellText.cell(column, "page."));
        Stream<String> keys = order.terms().stream().map(term -> keyText(term, "page."));
        return page(range, forward, skip, limit, names(), Stream.concat(cells, keys));
    }

    /// Only the keys of rows, which an index can answer alone.
    Sql keys(Range range, long skip, long limit) {
        Stream<String> names = order.terms().stream().map(Order.Term::name);
        return page(range, true, skip, limit, names, order.terms().stream().map(term -> keyText(term, "page.")));
    }

    private Sql page(Range range, boolean forward, long skip, long limit, Stream<String> inner, Stream<String> outer) {
        Sql from = Sql.of("SELECT " + inner.distinct().collect(Collectors.joining(", ")))
                .then(from(range.condition()))
                .then(order.by(forward, range.fixed(), "") + " LIMIT ? OFFSET ?", limit, skip);
        return from.in("SELECT " + outer.collect(Collectors.joining(", ")) + " FROM (", ") AS page")
                .then(order.by(forward, range.fixed(), "page."));
    }

    /// All rows, with whole values.
    Sql everything() {
        String values = query.relation().columns().stream()
                .map(column -> CellText.whole(column, "page."))
                .collect(Collectors.joining(", "));
        return Sql.of("SELECT " + names().distinct().collect(Collectors.joining(", ")))
                .then(from(Sql.of("TRUE")))
                .in("SELECT " + values + " FROM (", ") AS page")
                .then(order.by(true, 0, "page."));
    }

    /// Whole values of one row, whether it still meets the conditions or not.
    Sql values(List<Column> columns, Sql identity) {
        String values = columns.stream().map(column -> CellText.whole(column, "")).collect(Collectors.joining(", "));
        return Sql.of("SELECT " + values + " FROM " + Columns.table(query.relation()) + " WHERE ")
                .then(identity)
                .then(" LIMIT 1");
    }

    /// The rows of a range, for counting.
    Sql from(Sql range) {
        return Sql.of(" FROM " + Columns.table(query.relation()) + " WHERE ").then(Sql.and(List.of(condition, range)));
    }

    private Stream<String> names() {
        return Stream.concat(
                query.relation().columns().stream().map(Column::name).map(Identifier::quote),
                order.terms().stream().map(Order.Term::name));
    }

    String keyText(Order.Term term, String row) {
        Column column = term.column();
        if (column == null) {
            return row + term.name() + "::text";
        }
        return isWhole(term) ? CellText.whole(column, row) : CellText.cell(column, row);
    }

    /// What identifies a row is always read whole; other sort keys may be large.
    private boolean isWhole(Order.Term term) {
        return order.identity().contains(term.name());
    }

    /// A row of {@link #rows}.
    Row row(ResultSet result) throws SQLException {
        List<Cell> cells = new ArrayList<>();
        int index = 1;
        for (Column column : query.relation().columns()) {
            CellText text = CellText.of(column.type());
            cells.add(text.read(result, index));
            index += text.width();
        }
        return new Row(cells, key(result, index));
    }

    /// The key that starts at a column of the result.
    List<Cell> key(ResultSet result, int start) throws SQLException {
        List<Cell> key = new ArrayList<>();
        int index = start;
        for (Order.Term term : order.terms()) {
            Column column = term.column();
            CellText text = column == null || isWhole(term) ? CellText.SHORT : CellText.of(column.type());
            key.add(text.read(result, index));
            index += text.width();
        }
        return key;
    }
}
