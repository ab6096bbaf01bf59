package mana.studio.convention.rule;

import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Edit;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.DataType;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// jsonb can be searched.
final class JsonType implements Convention {
    @Override
    public String id() {
        return "jsonb";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "jsonb, not json";
    }

    @Override
    public String reason() {
        return "json is kept as text: it is parsed at every reading, has no equality, and no index.";
    }

    @Override
    public String example() {
        return "metadata jsonb NOT NULL DEFAULT '{}'";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.columns().stream()
                .filter(column -> column.type().sql().matches("json(\\[])*") && column.local())
                .map(column -> breach(
                        Spots.of(table, column, Field.TYPE),
                        Spots.part(table, column),
                        column.name() + " is " + column.type().sql() + ", not jsonb.",
                        fix(table, column)));
    }

    private static @Nullable Edit fix(Table table, Column column) {
        return column.generated() != null
                ? null
                : Fixes.column(
                        "Make " + column.name() + " jsonb",
                        table,
                        column,
                        now -> now.withType(new DataType(
                                        now.type().sql().replace("json", "jsonb"),
                                        now.type().family(),
                                        now.type().named()))
                                .withDefaultExpression(Retyping.cast(now, "json", "jsonb")));
    }
}
