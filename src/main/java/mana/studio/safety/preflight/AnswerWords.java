package mana.studio.safety.preflight;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// Answers in words.
public final class AnswerWords {
    private AnswerWords() {}

    /// A sentence: `3 rows have NULL in email (id 4, 8, 15)`.
    public static String of(Answer answer) {
        return switch (answer) {
            case Answer.Counted counted -> sentence(counted) + samples(counted);
            case Answer.Unknown unknown -> unknown(unknown);
        };
    }

    /// Whether rows stand in the way, or would be lost or changed; also where nobody knows.
    public static boolean isBad(Answer answer) {
        return !(answer instanceof Answer.Counted counted) || counted.count() > 0;
    }

    private static String sentence(Answer.Counted counted) {
        long count = counted.count();
        return switch (counted.question()) {
            case Question.Nulls nulls -> rows(count, "has", "have") + " NULL in " + String.join(", ", nulls.columns());
            case Question.Duplicates keys ->
                rows(count, "shares", "share") + " the key " + String.join(", ", keys.keys()) + " with another";
            case Question.Orphans orphans ->
                rows(count, "names", "name") + " no row of " + orphans.referenced() + " by "
                        + String.join(", ", orphans.columns());
            case Question.Violators _ -> rows(count, "does", "do") + " not satisfy the check";
            case Question.TooLong texts ->
                values(count, texts.column()) + (count == 1 ? " is" : " are") + " longer than " + texts.length();
            case Question.OutOfRange numbers ->
                values(count, numbers.column()) + (count == 1 ? " does" : " do") + " not fit the new type";
            case Question.Rounded numbers -> values(count, numbers.column()) + " would be rounded";
            case Question.Changed changed -> values(count, changed.column()) + " would be changed";
            case Question.Inconvertible texts -> values(count, texts.column()) + " cannot be converted";
            case Question.UsesLabels uses ->
                rows(count, "uses", "use") + " "
                        + uses.labels().stream().map(label -> "'" + label + "'").collect(Collectors.joining(", "));
            case Question.Rows rows -> rows(count, "is", "are") + " in " + rows.table();
            case Question.Values values -> rows(count, "has", "have") + " a value in " + values.column();
        };
    }

    private static String rows(long count, String one, String many) {
        return count == 0 ? "No row " + one : number(count) + (count == 1 ? " row " + one : " rows " + many);
    }

    private static String values(long count, String column) {
        return (count == 0 ? "No value" : number(count) + (count == 1 ? " value" : " values")) + " of " + column;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String samples(Answer.Counted counted) {
        boolean telling =
                !(counted.question() instanceof Question.Rows || counted.question() instanceof Question.Values);
        if (counted.samples().isEmpty() || !telling) {
            return "";
        }
        String shown = counted.samples().stream()
                .map(sample -> sample.stream()
                        .map(value -> Objects.requireNonNullElse(value, "NULL"))
                        .toList())
                .map(AnswerWords::sample)
                .collect(Collectors.joining(", "));
        boolean more = counted.count() > counted.samples().size();
        return " (" + String.join(", ", counted.named()) + " " + shown + (more ? " …" : "") + ")";
    }

    private static String sample(List<String> values) {
        return values.size() == 1 ? values.getFirst() : "(" + String.join(", ", values) + ")";
    }

    private static String unknown(Answer.Unknown unknown) {
        return switch (unknown.reason()) {
            case TOO_LONG -> "Counting took too long and was stopped";
            case LOCKED ->
                "Not counted: somebody holds a lock on " + unknown.question().table();
            case REFUSED -> "The server refuses to count: " + unknown.message();
        };
    }
}
