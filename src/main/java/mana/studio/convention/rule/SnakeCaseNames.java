package mana.studio.convention.rule;

import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.EnumType;
import mana.studio.schema.Part;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;

/// Names need no quotes.
final class SnakeCaseNames implements Convention {
    @Override
    public String id() {
        return "snake-case";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Names are snake_case";
    }

    @Override
    public String reason() {
        return "A name with capitals must be quoted in every statement, for ever; whoever forgets "
                + "gets an error or another column.";
    }

    @Override
    public String example() {
        return "push_token text";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        String name = table.name().name();
        Stream<Breach> own = SnakeCase.is(name)
                ? Stream.empty()
                : Stream.of(breach(
                        Spots.of(table, Field.NAME),
                        Spots.part(table),
                        "The name " + name + " needs quotes.",
                        SnakeCase.of(name).isEmpty() ? null : Fixes.renamed(house, table, SnakeCase.of(name))));
        return Stream.concat(
                own,
                table.columns().stream()
                        .filter(column -> !SnakeCase.is(column.name()) && column.local())
                        .map(column -> breach(
                                Spots.of(table, column, Field.NAME),
                                Spots.part(table, column),
                                "The name " + column.name() + " needs quotes.",
                                SnakeCase.of(column.name()).isEmpty()
                                        ? null
                                        : Fixes.renamed(table, column, SnakeCase.of(column.name())))));
    }

    @Override
    public Stream<Breach> type(House house, EnumType type) {
        String name = type.name().name();
        return SnakeCase.is(name)
                ? Stream.empty()
                : Stream.of(breach(
                        new Spot(type.id(), null, Field.NAME),
                        Part.type(type.name()),
                        "The name " + name + " needs quotes.",
                        null));
    }

    @Override
    public Stream<Breach> schema(House house, Schema schema) {
        return SnakeCase.is(schema.name())
                ? Stream.empty()
                : Stream.of(breach(
                        new Spot(schema.id(), null, Field.NAME),
                        Part.schema(schema.name()),
                        "The name " + schema.name() + " needs quotes.",
                        null));
    }
}
