package mana.studio.convention.rule;

import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Table;

/// When a row came to be.
final class CreatedAt implements Convention {
    @Override
    public String id() {
        return "created-at";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Tables have created_at";
    }

    @Override
    public String reason() {
        return "Without it nobody can say when a row came to be, or read the newest first.";
    }

    @Override
    public String example() {
        return "created_at timestamptz NOT NULL DEFAULT now()";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        if (table.column("created_at").isPresent() || Moments.isDated(table) || Junctions.is(table)) {
            return Stream.empty();
        }
        Optional<Column> misnamed = Moments.misnamed(table, "created_at");
        return Stream.of(misnamed.map(column -> breach(
                        Spots.of(table, column, Field.NAME),
                        Spots.part(table, column),
                        column.name() + " is to be called created_at.",
                        Moments.rename(table, column, "created_at")))
                .orElseGet(() -> breach(
                        Spots.of(table, Field.WHOLE),
                        Spots.part(table),
                        table.name().name() + " has no created_at.",
                        Moments.addition(table, "created_at"))));
    }
}
