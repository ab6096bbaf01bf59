package mana.studio.drizzle.model;

import java.util.List;
import java.util.Optional;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// A table as `pgTable` or `pgSchema(…).table` declares it.
///
/// @param columns     in the order of the declaration; a primary key of one column is written at the column
/// @param primaryKeys keys that were declared for the table with `primaryKey({ columns: … })`
/// @param rowSecurity `.enableRLS()`; a table with policies has row-level security without it
public record DrizzleTable(
        QualifiedName name,
        List<DrizzleColumn> columns,
        List<DrizzleIndex> indexes,
        List<ForeignKey> foreignKeys,
        List<PrimaryKey> primaryKeys,
        List<Unique> uniques,
        List<Check> checks,
        List<DrizzlePolicy> policies,
        boolean rowSecurity) {
    public DrizzleTable {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        primaryKeys = List.copyOf(primaryKeys);
        uniques = List.copyOf(uniques);
        checks = List.copyOf(checks);
        policies = List.copyOf(policies);
    }

    public Optional<DrizzleColumn> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /// @param name null where PostgreSQL gives it its name (the stable line does not name keys of one column)
    public record PrimaryKey(@Nullable String name, List<String> columns) {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }
    }

    public record Unique(String name, boolean nullsNotDistinct, List<String> columns) {
        public Unique {
            columns = List.copyOf(columns);
        }
    }

    /// @param value without outer parentheses, verbatim
    public record Check(String name, String value) {}

    public record ForeignKey(
            String name,
            List<String> columns,
            QualifiedName target,
            List<String> targetColumns,
            Action onDelete,
            Action onUpdate) {
        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }
    }

    /// What happens to the rows that refer to a row which goes or changes its key.
    public enum Action {
        NO_ACTION,
        CASCADE,
        SET_NULL,
        SET_DEFAULT,
        RESTRICT
    }
}
