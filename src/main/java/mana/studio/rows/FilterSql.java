package mana.studio.rows;

import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.DataType.Family;
import mana.studio.sql.Identifier;

/// A filter as a condition. Values are bound, and read by the server as the column's type.
final class FilterSql {
    private final String name;
    private final Column column;
    private final Filter filter;

    private FilterSql(Column column, Filter filter) {
        this.name = Identifier.quote(column.name());
        this.column = column;
        this.filter = filter;
    }

    /// @throws IllegalArgumentException if the number of values is not the operator's
    static Sql of(Column column, Filter filter) {
        int operands = filter.operator().operands();
        int values = filter.values().size();
        if (operands < 0 ? values == 0 : values != operands) {
            throw new IllegalArgumentException(
                    "\"" + filter.operator().label() + "\" does not take " + values + " values");
        }
        return new FilterSql(column, filter).condition();
    }

    private Sql condition() {
        return switch (filter.operator()) {
            case EQUALS -> Sql.of(comparable() + " = ").then(value(0));
            case NOT_EQUALS -> Sql.of(comparable() + " IS DISTINCT FROM ").then(value(0));
            case LESS -> Sql.of(comparable() + " < ").then(value(0));
            case AT_MOST -> Sql.of(comparable() + " <= ").then(value(0));
            case GREATER -> Sql.of(comparable() + " > ").then(value(0));
            case AT_LEAST -> Sql.of(comparable() + " >= ").then(value(0));
            case BETWEEN -> Sql.of(comparable() + " BETWEEN ").then(value(0)).then(" AND ").then(value(1));
            case ONE_OF -> Sql.of(comparable() + " = ANY (?)", ArrayText.join(filter.values()));
            case CONTAINS -> like("%" + escaped() + "%");
            case STARTS_WITH -> like(escaped() + "%");
            case ENDS_WITH -> like("%" + escaped());
            case MATCHES -> Sql.of(name + "::text ~ ?", filter.values().getFirst());
            case JSON_CONTAINS -> Sql.of(name + "::jsonb @> ?", filter.values().getFirst());
            // ?? is how JDBC writes the operator ?
            case JSON_HAS_KEY -> Sql.of(name + "::jsonb ?? ?", filter.values().getFirst());
            case ARRAY_CONTAINS -> Sql.of(name + " @> ?", ArrayText.join(filter.values()));
            case IS_TRUE -> Sql.of(name + " IS TRUE");
            case IS_FALSE -> Sql.of(name + " IS FALSE");
            // Of a composite value, IS NULL would ask whether its fields are.
            case IS_NULL -> Sql.of(composite() ? name + " IS NOT DISTINCT FROM NULL" : name + " IS NULL");
            case IS_NOT_NULL -> Sql.of(composite() ? name + " IS DISTINCT FROM NULL" : name + " IS NOT NULL");
        };
    }

    /// Two types have no equality of their own.
    private String comparable() {
        return switch (column.type().sql()) {
            case "json" -> name + "::jsonb";
            case "xml" -> name + "::text";
            default -> name;
        };
    }

    private boolean composite() {
        return column.type().family() == Family.COMPOSITE;
    }

    private Sql value(int place) {
        return Keyset.value(column.type(), filter.values().get(place));
    }

    private Sql like(String pattern) {
        return Sql.of(name + "::text ILIKE ?", pattern);
    }

    private String escaped() {
        return filter.values().getFirst().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    static List<Sql> all(RowQuery query) {
        return query.filters().stream()
                .map(filter -> of(Columns.of(query.relation(), filter.column()), filter))
                .toList();
    }
}
