package mana.studio.convention.rule;

import java.util.Set;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Table;

/// _at promises a moment.
final class AtType implements Convention {
    private static final Set<Family> WRONG =
            Set.of(Family.TEXT, Family.INTEGER, Family.DECIMAL, Family.BOOLEAN, Family.DATE);

    @Override
    public String id() {
        return "at-type";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "…_at are timestamps";
    }

    @Override
    public String reason() {
        return "The name promises a moment; numbers and texts neither sort nor compare as moments " + "do.";
    }

    @Override
    public String example() {
        return "sent_at timestamptz";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.columns().stream()
                .filter(column -> SnakeCase.of(column.name()).endsWith("_at") && column.local())
                .filter(column -> WRONG.contains(column.type().family()))
                .map(column -> breach(
                        Spots.of(table, column, Field.TYPE),
                        Spots.part(table, column),
                        column.name() + " is " + column.type().sql() + ", not timestamptz.",
                        null));
    }
}
