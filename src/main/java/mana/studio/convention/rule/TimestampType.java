package mana.studio.convention.rule;

import java.util.regex.Pattern;
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

/// A moment needs its zone.
final class TimestampType implements Convention {
    private static final Pattern WITHOUT = Pattern.compile("timestamp(\\(\\d\\))? without time zone(\\[])*");

    @Override
    public String id() {
        return "timestamptz";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "timestamptz, not timestamp";
    }

    @Override
    public String reason() {
        return "A timestamp without time zone says what a clock showed, not when: two readers take "
                + "it for two moments. The two take the same room.";
    }

    @Override
    public String example() {
        return "last_seen_at timestamptz";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.columns().stream()
                .filter(column -> WITHOUT.matcher(column.type().sql()).matches() && column.local())
                .map(column -> breach(
                        Spots.of(table, column, Field.TYPE),
                        Spots.part(table, column),
                        column.name() + " is a timestamp without time zone.",
                        fix(house, table, column)));
    }

    private static @Nullable Edit fix(House house, Table table, Column column) {
        // What a constant default means in a zone is for a person to say.
        boolean constant = String.valueOf(column.defaultExpression()).contains("'");
        if (constant || column.generated() != null || !Retyping.isFree(house, table, column)) {
            return null;
        }
        return Fixes.column("Make " + column.name() + " timestamptz", table, column, now -> {
            DataType type = now.type();
            return now.withType(new DataType(type.sql().replace("without", "with"), type.family(), type.named()));
        });
    }
}
