package mana.studio.convention.rule;

import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Table;

/// is_ and has_ promise a boolean.
final class BooleanType implements Convention {
    @Override
    public String id() {
        return "boolean-type";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "is_… and has_… are booleans";
    }

    @Override
    public String reason() {
        return "The name promises a yes or no; whoever reads the column otherwise gets it wrong.";
    }

    @Override
    public String example() {
        return "is_active boolean NOT NULL DEFAULT true";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.columns().stream()
                .filter(column -> SnakeCase.of(column.name()).matches("(is|has)_\\w+") && column.local())
                .filter(column ->
                        column.type().family() == Family.TEXT || column.type().family() == Family.INTEGER)
                .map(column -> breach(
                        Spots.of(table, column, Field.TYPE),
                        Spots.part(table, column),
                        column.name() + " is " + column.type().sql() + ", not boolean.",
                        null));
    }
}
