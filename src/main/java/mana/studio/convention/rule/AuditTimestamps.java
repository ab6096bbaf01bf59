package mana.studio.convention.rule;

import java.util.Set;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Table;

/// How the two moments are declared.
final class AuditTimestamps implements Convention {
    private static final Set<String> NAMES = Set.of("created_at", "updated_at");

    @Override
    public String id() {
        return "created-updated-form";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "created_at and updated_at are NOT NULL DEFAULT now()";
    }

    @Override
    public String reason() {
        return "A row that was written without them has no age, and every reader must be ready for " + "NULL.";
    }

    @Override
    public String example() {
        return "created_at timestamptz NOT NULL DEFAULT now()";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.columns().stream()
                .filter(column -> NAMES.contains(column.name()) && column.local() && column.generated() == null)
                .filter(column -> Moments.isMoment(column))
                .filter(column -> !column.isNotNull() || !Moments.isNow(column))
                .map(column -> breach(
                        Spots.of(table, column, column.isNotNull() ? Field.DEFAULT : Field.NOT_NULL),
                        Spots.part(table, column),
                        column.name() + lack(column),
                        Fixes.column(
                                "Make " + column.name() + " NOT NULL DEFAULT now()", table, column, Moments::formed)));
    }

    private static String lack(Column column) {
        if (column.isNotNull()) {
            return " does not default to now().";
        }
        return Moments.isNow(column) ? " may be NULL." : " may be NULL and does not default to now().";
    }
}
