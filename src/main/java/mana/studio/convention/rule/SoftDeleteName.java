package mana.studio.convention.rule;

import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Table;

/// Deleted, but kept.
final class SoftDeleteName implements Convention {
    @Override
    public String id() {
        return "soft-delete-name";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "Soft delete is called is_deleted or deleted_at";
    }

    @Override
    public String reason() {
        return "Tools and queries know deleted rows by these names, and by no others.";
    }

    @Override
    public String example() {
        return "deleted_at timestamptz";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.columns().stream()
                .filter(column -> column.local() && SoftDelete.isMisnamed(table, column))
                .map(column -> breach(
                        Spots.of(table, column, Field.NAME),
                        Spots.part(table, column),
                        column.name() + " is to be called " + SoftDelete.name(column) + ".",
                        Fixes.renamed(table, column, SoftDelete.name(column))));
    }
}
