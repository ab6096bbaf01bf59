package mana.studio.convention.rule;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.design.template.Nouns;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Table;

/// Counts end in _count.
final class CountName implements Convention {
    private static final Pattern OTHER =
            Pattern.compile("(?:num|nb|number_of|count_of|count|no_of)_(\\w+)|(\\w+)_(?:cnt|num_of)");

    /// What is counted where a whole number is called so.
    private static final Set<String> COUNTED = Set.of(
            "attempts",
            "retries",
            "tries",
            "views",
            "likes",
            "clicks",
            "downloads",
            "visits",
            "hits",
            "comments",
            "replies",
            "shares",
            "votes",
            "upvotes",
            "downvotes",
            "followers",
            "members",
            "uses",
            "redemptions",
            "failures",
            "errors",
            "impressions",
            "opens",
            "bounces",
            "plays",
            "installs");

    @Override
    public String id() {
        return "count-name";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "Counts are called …_count";
    }

    @Override
    public String reason() {
        return "One ending for all counts: error_count, and not num_errors, errors or error_cnt.";
    }

    @Override
    public String example() {
        return "retry_count integer NOT NULL DEFAULT 0";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.columns().stream()
                .filter(column -> column.type().family() == Family.INTEGER && column.local())
                .flatMap(column -> proposal(SnakeCase.of(column.name()))
                        .map(name -> breach(
                                Spots.of(table, column, Field.NAME),
                                Spots.part(table, column),
                                column.name() + " is a count; call it " + name + ".",
                                Fixes.renamed(table, column, name)))
                        .stream());
    }

    private static Optional<String> proposal(String name) {
        Matcher other = OTHER.matcher(name);
        if (other.matches()) {
            String counted = Objects.requireNonNullElse(other.group(1), other.group(2));
            return Optional.of(Nouns.singular(counted) + "_count");
        }
        return COUNTED.contains(name) ? Optional.of(Nouns.singular(name) + "_count") : Optional.empty();
    }
}
