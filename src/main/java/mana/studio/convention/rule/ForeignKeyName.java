package mana.studio.convention.rule;

import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Table;

/// References end in _id.
final class ForeignKeyName implements Convention {
    @Override
    public String id() {
        return "foreign-key-name";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "References are called …_id";
    }

    @Override
    public String reason() {
        return "The name tells the id from the thing, and which table it leads to.";
    }

    @Override
    public String example() {
        return "organization_id uuid REFERENCES organizations (id)";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().size() == 1 && key.local())
                .flatMap(key -> table.column(key.columns().getFirst()).stream()
                        .filter(column -> !isKept(SnakeCase.of(column.name()), key))
                        .map(column -> breach(
                                Spots.of(table, column, Field.NAME),
                                Spots.part(table, column),
                                column.name() + " refers to " + key.referencedTable() + "; let its name end in _id.",
                                Fixes.renamed(table, column, SnakeCase.of(column.name()) + "_id"))))
                // Two keys on one column are one name.
                .collect(
                        Collectors.toMap(breach -> breach.where(), breach -> breach, (first, _) -> first, TreeMap::new))
                .values()
                .stream();
    }

    /// Also who did something (`created_by`), and what refers to a key that is no id (`currency_code`).
    private static boolean isKept(String name, ForeignKey key) {
        String referenced = SnakeCase.of(key.referencedColumns().getFirst());
        boolean byWord = !referenced.equals("id") && !referenced.endsWith("_id");
        return name.equals("id") || name.endsWith("_id") || name.endsWith("_by") || byWord && name.endsWith(referenced);
    }
}
