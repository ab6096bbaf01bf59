package mana.studio.safety.preflight;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mana.studio.safety.preflight.Question.Changed;
import mana.studio.safety.preflight.Question.Duplicates;
import mana.studio.safety.preflight.Question.Inconvertible;
import mana.studio.safety.preflight.Question.Nulls;
import mana.studio.safety.preflight.Question.Orphans;
import mana.studio.safety.preflight.Question.OutOfRange;
import mana.studio.safety.preflight.Question.Range;
import mana.studio.safety.preflight.Question.Rounded;
import mana.studio.safety.preflight.Question.Rows;
import mana.studio.safety.preflight.Question.TooLong;
import mana.studio.safety.preflight.Question.UsesLabels;
import mana.studio.safety.preflight.Question.Values;
import mana.studio.safety.preflight.Question.Violators;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Identifier;
import mana.studio.sql.Literal;

/// Writes the queries. The asked table is called `t` in them, so that plain names in expressions find its columns.
final class Hits {
    private Hits() {}

    /// What is true of the rows to count.
    static String condition(Question question) {
        return switch (question) {
            case Nulls nulls -> any(nulls.columns(), "IS NULL");
            case Duplicates duplicates -> throw new IllegalArgumentException("counted in groups: " + duplicates);
            case Orphans orphans -> orphan(orphans);
            case Violators violators -> "NOT (" + violators.condition() + ")";
            case TooLong texts ->
                "char_length(rtrim(" + column(texts.column()) + "::text, ' ')) > " + texts.length();
            case OutOfRange numbers -> outside(column(numbers.column()) + "::numeric", numbers.range());
            case Rounded numbers -> {
                String value = column(numbers.column()) + "::numeric";
                yield value + " <> round(" + value + ", " + numbers.scale() + ")";
            }
            case Changed values ->
                "((" + values.conversion() + ")::" + values.currentType() + ")::text IS DISTINCT FROM "
                        + column(values.column()) + "::text";
            case Inconvertible values ->
                "NOT pg_input_is_valid(" + column(values.column()) + "::text, "
                        + Literal.quote(String.valueOf(values.inputOf())) + ")";
            case UsesLabels uses -> labels(uses);
            case Rows _ -> "true";
            case Values values -> column(values.column()) + " IS NOT NULL";
        };
    }

    static String from(QualifiedName table) {
        return Identifier.quote(table.schema(), table.name()) + " AS t";
    }

    static String column(String name) {
        return "t." + Identifier.quote(name);
    }

    /// The keys that more than one row has, with how many.
    static String groups(Duplicates duplicates) {
        String keys = String.join(", ", duplicates.keys().stream().map(key -> "(" + key + ")").toList());
        String distinct = duplicates.nullsNotDistinct()
                ? "true"
                : duplicates.keys().stream()
                        .map(key -> "(" + key + ") IS NOT NULL")
                        .collect(Collectors.joining(" AND "));
        String condition = duplicates.condition() == null ? "true" : "(" + duplicates.condition() + ")";
        return "SELECT " + keysAsText(duplicates.keys()) + ", count(*) AS rows FROM " + from(duplicates.table())
                + " WHERE " + condition + " AND " + distinct + " GROUP BY " + keys + " HAVING count(*) > 1";
    }

    static String keysAsText(List<String> keys) {
        return keys.stream().map(key -> "(" + key + ")::text").collect(Collectors.joining(", "));
    }

    private static String any(List<String> columns, String test) {
        return columns.stream().map(name -> column(name) + " " + test).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String orphan(Orphans orphans) {
        String whole = orphans.columns().stream()
                .map(name -> column(name) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String found = IntStream.range(0, orphans.columns().size())
                .mapToObj(i -> "p." + Identifier.quote(orphans.referencedColumns().get(i)) + " = "
                        + column(orphans.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        String missing = "(" + whole + " AND NOT EXISTS (SELECT FROM "
                + Identifier.quote(orphans.referenced().schema(), orphans.referenced().name()) + " AS p WHERE " + found
                + "))";
        return orphans.matchFull()
                ? "(" + missing + " OR (" + any(orphans.columns(), "IS NULL") + " AND "
                        + any(orphans.columns(), "IS NOT NULL") + "))"
                : missing;
    }

    private static String outside(String value, Range range) {
        return switch (range) {
            case Range.Digits digits ->
                "abs(round(" + value + ", " + digits.scale() + ")) >= 10::numeric ^ "
                        + (digits.precision() - digits.scale()) + " AND " + value + " <> 'NaN'";
            case Range.Whole whole ->
                "round(" + value + ") NOT BETWEEN " + whole.least() + " AND " + whole.greatest();
        };
    }

    private static String labels(UsesLabels uses) {
        String labels = uses.labels().stream().map(Literal::quote).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
        String column = column(uses.column());
        return uses.array() ? column + "::text[] && " + labels : column + "::text = ANY (" + labels + ")";
    }
}
