package mana.studio.convention.rule;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Table;

/// When a row was last changed.
final class UpdatedAt implements Convention {
    /// Names of tables whose rows are, by the look of it, never changed.
    private static final Pattern ONLY_ADDED = Pattern.compile(
            "(\\w+_)?(logs?|events?|history|audits?|attempts|clicks|views|visits|actions|reactions|results|transactions"
                    + "|redemptions|snapshots|stats|usage|tokens|sessions|metrics|impressions|snapshots|versions"
                    + "|revisions|deliveries|submissions|migrations|buckets)(_daily|_hourly|_monthly)?");

    @Override
    public String id() {
        return "updated-at";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "Tables have updated_at";
    }

    @Override
    public String reason() {
        return "Without it nobody can tell what has changed since: caches, exports and people ask " + "for it.";
    }

    @Override
    public String example() {
        return "updated_at timestamptz NOT NULL DEFAULT now()";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        if (table.column("updated_at").isPresent() || Junctions.is(table)) {
            return Stream.empty();
        }
        Optional<Column> misnamed = Moments.misnamed(table, "updated_at");
        return Stream.of(misnamed.map(column -> breach(
                        Spots.of(table, column, Field.NAME),
                        Spots.part(table, column),
                        column.name() + " is to be called updated_at.",
                        Moments.rename(table, column, "updated_at")))
                .orElseGet(() -> breach(
                        Spots.of(table, Field.WHOLE),
                        Spots.part(table),
                        ONLY_ADDED.matcher(table.name().name()).matches()
                                ? table.name().name() + " has no updated_at. Where rows are only added, silence this."
                                : table.name().name() + " has no updated_at.",
                        Moments.addition(table, "updated_at"))));
    }
}
