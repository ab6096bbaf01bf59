package mana.studio.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A statement or a piece of one: SQL text, and the values bound to its placeholders in their order. A value never
/// becomes text of the statement.
///
/// @param values a `String` is sent without a type, so that the server reads it as what its place asks for (the type
///               of the column beside it, without the length or scale that a cast would silently apply); a `Long` is a
///               bigint
record Sql(String text, List<Object> values) {
    static final Sql EMPTY = new Sql("", List.of());

    Sql {
        values = List.copyOf(values);
    }

    static Sql of(String text, Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    Sql then(Sql next) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(next.values);
        return new Sql(text + next.text, all);
    }

    Sql then(String nextText, Object... nextValues) {
        return then(of(nextText, nextValues));
    }

    Sql in(String before, String after) {
        return new Sql(before + text + after, values);
    }

    static Sql join(String separator, List<Sql> pieces) {
        return new Sql(
                pieces.stream().map(Sql::text).collect(Collectors.joining(separator)),
                pieces.stream().flatMap(piece -> piece.values.stream()).toList());
    }

    /// All of the conditions; TRUE where there is none.
    static Sql and(List<Sql> conditions) {
        return conditions.isEmpty()
                ? of("TRUE")
                : join(" AND ", conditions.stream().map(each -> each.in("(", ")")).toList());
    }

    /// Any of the conditions; FALSE where there is none.
    static Sql or(List<Sql> conditions) {
        return conditions.isEmpty()
                ? of("FALSE")
                : join(" OR ", conditions.stream().map(each -> each.in("(", ")")).toList());
    }

    void bind(PreparedStatement statement) throws SQLException {
        int place = 1;
        for (Object value : values) {
            if (value instanceof Long number) {
                statement.setLong(place++, number);
            } else {
                statement.setObject(place++, value, Types.OTHER);
            }
        }
    }
}
