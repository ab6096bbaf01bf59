package mana.studio.convention.rule;

import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.design.template.Nouns;
import mana.studio.schema.Table;

/// Tables hold several.
final class PluralTable implements Convention {
    @Override
    public String id() {
        return "plural-table";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "Tables are called by a plural";
    }

    @Override
    public String reason() {
        return "A table holds many rows; one way to name them all saves looking the name up.";
    }

    @Override
    public String example() {
        return "CREATE TABLE mail.signatures (…)";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        String name = SnakeCase.of(table.name().name());
        if (Nouns.isPlural(name) || Junctions.is(table)) {
            return Stream.empty();
        }
        String plural = Nouns.plural(name);
        return Stream.of(breach(
                Spots.of(table, Field.NAME),
                Spots.part(table),
                table.name().name() + " holds many rows; call it " + plural + ".",
                Fixes.renamed(house, table, plural)));
    }
}
