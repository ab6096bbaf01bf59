package mana.studio.convention.rule;

import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Table;

/// Each service its schema.
final class PublicTable implements Convention {
    @Override
    public String id() {
        return "public-table";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "No tables in public";
    }

    @Override
    public String reason() {
        return "All services share this database, each in a schema of its own; in public nobody owns "
                + "a table, and the tools of one service would drop those of another.";
    }

    @Override
    public String example() {
        return "CREATE TABLE todo.tasks (…)";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return house.isPublicAllowed() || !House.isPublic(table.name().schema())
                ? Stream.empty()
                : Stream.of(breach(
                        Spots.of(table, Field.WHOLE),
                        Spots.part(table),
                        table.name().name() + " is in public, which belongs to no service.",
                        null));
    }
}
