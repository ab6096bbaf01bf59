package mana.studio.convention.rule;

import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Edit;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Auth ids are words of the auth library, not UUIDs.
final class UserIdText implements Convention {
    @Override
    public String id() {
        return "user-id-text";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "user_id is text";
    }

    @Override
    public String reason() {
        return "The ids of users come from the auth library and are no UUIDs: a column of another "
                + "type refuses them.";
    }

    @Override
    public String example() {
        return "user_id text NOT NULL";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.columns().stream()
                .filter(column -> SnakeCase.of(column.name()).matches("(\\w+_)?user_id"))
                .filter(column -> column.type().family() != Family.TEXT && column.local())
                .map(column -> breach(
                        Spots.of(table, column, Field.TYPE),
                        Spots.part(table, column),
                        column.name() + " is " + column.type().sql() + "; the ids of users are text.",
                        fix(house, table, column)));
    }

    /// None where a foreign key holds both its sides to one type.
    private static @Nullable Edit fix(House house, Table table, Column column) {
        return Retyping.isFree(house, table, column)
                ? Fixes.column(
                        "Make " + column.name() + " text",
                        table,
                        column,
                        now -> now.withType(Fixes.TEXT).withDefaultExpression(null))
                : null;
    }
}
