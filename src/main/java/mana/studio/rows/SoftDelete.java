package mana.studio.rows;

import java.util.List;
import java.util.Optional;
import mana.studio.schema.Column;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Relation;
import mana.studio.sql.Identifier;

/// How a relation marks rows as deleted without deleting them: `is_deleted`, `deleted_at`, or both.
///
/// @param columns one or both; a row is deleted where any of them says so
public record SoftDelete(List<Column> columns) {
    public SoftDelete {
        columns = List.copyOf(columns);
    }

    /// The marks of a relation; empty where it has none.
    public static Optional<SoftDelete> of(Relation relation) {
        List<Column> marks = relation.columns().stream().filter(SoftDelete::isMark).toList();
        return marks.isEmpty() ? Optional.empty() : Optional.of(new SoftDelete(marks));
    }

    private static boolean isMark(Column column) {
        Family family = column.type().family();
        return column.name().equals("is_deleted") && family == Family.BOOLEAN
                || column.name().equals("deleted_at") && (family == Family.TIMESTAMP || family == Family.DATE);
    }

    /// Whether a row of the relation is marked.
    public boolean isDeleted(Relation relation, Row row) {
        return columns.stream().anyMatch(column -> {
            String text = row.cells().get(Columns.indexOf(relation, column.name())).text();
            return text != null && (column.type().family() != Family.BOOLEAN || text.equals("true"));
        });
    }

    /// The condition of a choice.
    Sql condition(SoftDeleted choice) {
        return switch (choice) {
            case SHOW -> Sql.of("TRUE");
            case HIDE -> Sql.and(columns.stream().map(column -> is(column, false)).toList());
            case ONLY -> Sql.or(columns.stream().map(column -> is(column, true)).toList());
        };
    }

    private static Sql is(Column column, boolean deleted) {
        String name = Identifier.quote(column.name());
        return column.type().family() == Family.BOOLEAN
                ? Sql.of(name + (deleted ? " IS TRUE" : " IS NOT TRUE"))
                : Sql.of(name + (deleted ? " IS NOT NULL" : " IS NULL"));
    }
}
