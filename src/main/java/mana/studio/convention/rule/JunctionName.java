package mana.studio.convention.rule;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.design.template.Nouns;
import mana.studio.schema.Table;

/// Junctions are called by both sides.
final class JunctionName implements Convention {
    @Override
    public String id() {
        return "junction-name";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "Junction tables are called {a}_{b}";
    }

    @Override
    public String reason() {
        return "A table that only joins two others is found by their names.";
    }

    @Override
    public String example() {
        return "CREATE TABLE posts_tags (post_id uuid, tag_id uuid, PRIMARY KEY (post_id, tag_id))";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        List<String> sides = Junctions.sides(table);
        if (sides.isEmpty()
                || isNamedForItself(sides)
                || Junctions.isNamedAfter(table.name().name(), sides)) {
            return Stream.empty();
        }
        String name = Nouns.singular(sides.get(0)) + "_" + Nouns.plural(sides.get(1));
        return Stream.of(breach(
                Spots.of(table, Field.NAME),
                Spots.part(table),
                "It joins " + sides.get(0) + " and " + sides.get(1) + "; call it " + name + ".",
                Fixes.renamed(house, table, name)));
    }

    /// What people are to a thing has a name of its own (members, votes), and so has what joins things of one kind.
    private static boolean isNamedForItself(List<String> sides) {
        return sides.contains("users") || sides.get(0).equals(sides.get(1));
    }
}
