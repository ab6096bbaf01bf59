package mana.studio.convention.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Table;

/// Moments end in _at.
final class TimestampName implements Convention {
    /// A bound that reads well: `valid_until`.
    private static final Pattern BOUND = Pattern.compile("(\\w+_)?(until|since|from|before|after)");
    private static final Pattern REPLACED = Pattern.compile("(\\w+)_(date|time|datetime|timestamp|ts|on)");
    private static final Pattern PARTICIPLE = Pattern.compile("(\\w+_)?[a-z]{3,}ed|(\\w+_)?(sent|read|seen|paid)");

    @Override
    public String id() {
        return "timestamp-name";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "Timestamps are called …_at";
    }

    @Override
    public String reason() {
        return "The ending tells a moment (created_at) from a day (birth_date) and from a length of " + "time.";
    }

    @Override
    public String example() {
        return "published_at timestamptz";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.columns().stream()
                .filter(column -> Moments.isMoment(column) && column.local())
                .filter(column -> !isKept(SnakeCase.of(column.name())) && !isNamedElsewhere(table, column))
                .map(column -> breach(
                        Spots.of(table, column, Field.NAME),
                        Spots.part(table, column),
                        proposal(column)
                                .map(name -> column.name() + " is a moment; call it " + name + ".")
                                .orElseGet(() -> column.name() + " is a moment; let its name end in _at."),
                        proposal(column)
                                .map(name -> Fixes.renamed(table, column, name))
                                .orElse(null)));
    }

    private static boolean isKept(String name) {
        return name.endsWith("_at") || BOUND.matcher(name).matches();
    }

    /// Other rules speak of the columns that mean created_at, updated_at and deleted_at.
    private static boolean isNamedElsewhere(Table table, Column column) {
        return Moments.isMisnamed(table, column) || SoftDelete.isMisnamed(table, column);
    }

    private static Optional<String> proposal(Column column) {
        String name = SnakeCase.of(column.name());
        Matcher replaced = REPLACED.matcher(name);
        if (replaced.matches()) {
            return Optional.of(replaced.group(1) + "_at");
        }
        return PARTICIPLE.matcher(name).matches() ? Optional.of(name + "_at") : Optional.empty();
    }
}
