package mana.studio.convention.rule;

import java.util.List;
import java.util.Set;
import mana.studio.schema.Column;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Table;

/// Rows that are deleted and stay: `is_deleted`, `deleted_at`.
final class SoftDelete {
    private static final String FLAG = "is_deleted";
    private static final String MOMENT = "deleted_at";
    private static final Set<String> OTHER_FLAGS =
            Set.of("deleted", "is_removed", "removed", "soft_deleted", "is_soft_deleted", "deleted_flag", "del_flag");
    private static final Set<String> OTHER_MOMENTS = Set.of(
            "deleted",
            "deleted_on",
            "delete_time",
            "deleted_time",
            "deletion_date",
            "deletion_time",
            "date_deleted",
            "deleted_date",
            "removed_at",
            "soft_deleted_at");

    private SoftDelete() {}

    /// The flags of a table, the better to index first.
    static List<Column> flags(Table table) {
        return table.columns().stream()
                .filter(column -> column.name().equals(FLAG) && column.type().family() == Family.BOOLEAN
                        || column.name().equals(MOMENT) && Moments.isMoment(column))
                .toList();
    }

    /// Whether a column means one of the two, and the table does not have that one.
    static boolean isMisnamed(Table table, Column column) {
        String name = SnakeCase.of(column.name());
        boolean other = column.type().family() == Family.BOOLEAN && OTHER_FLAGS.contains(name)
                || Moments.isMoment(column) && OTHER_MOMENTS.contains(name);
        return other && table.column(name(column)).isEmpty();
    }

    static String name(Column column) {
        return column.type().family() == Family.BOOLEAN ? FLAG : MOMENT;
    }
}
