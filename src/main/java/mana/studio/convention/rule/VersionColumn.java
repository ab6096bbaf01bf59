package mana.studio.convention.rule;

import java.util.Objects;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Index;
import mana.studio.schema.Index.Key;
import mana.studio.schema.Table;

/// The count of a row's changes.
final class VersionColumn implements Convention {
    @Override
    public String id() {
        return "version-column";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "version is integer NOT NULL DEFAULT 1";
    }

    @Override
    public String reason() {
        return "An edit is refused where the version is no longer the one that was read: that needs "
                + "a number in every row.";
    }

    @Override
    public String example() {
        return "version integer NOT NULL DEFAULT 1";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.column("version").stream()
                .filter(column ->
                        column.type().family() == Family.INTEGER && column.local() && column.generated() == null)
                .filter(column -> column.identity() == null && !isInKey(table))
                .filter(column -> !isKept(column))
                .map(column -> breach(
                        Spots.of(table, column, Field.WHOLE),
                        Spots.part(table, column),
                        "version is not integer NOT NULL DEFAULT 1.",
                        Fixes.column(
                                "Make version integer NOT NULL DEFAULT 1",
                                table,
                                column,
                                now -> now.withType(Fixes.INTEGER)
                                        .withDefaultExpression("1")
                                        .withNotNull(now.isNotNull() ? now.notNull() : NotNull.PLAIN))));
    }

    private static boolean isKept(Column column) {
        return column.isNotNull()
                && "1".equals(column.defaultExpression())
                && column.type().sql().equals("integer");
    }

    /// Where every version is a row, it is a part of the key, or of a foreign one.
    private static boolean isInKey(Table table) {
        return Stream.concat(
                        table.constraints().stream().map(Constraint::columns),
                        table.indexes().stream()
                                .filter(Index::unique)
                                .map(index -> index.keys().stream()
                                        .map(Key::column)
                                        .filter(Objects::nonNull)
                                        .toList()))
                .anyMatch(columns -> columns.contains("version"));
    }
}
