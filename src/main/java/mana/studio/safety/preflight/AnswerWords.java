package mana.studio.safety.preflight;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// Answers in words.
public final class AnswerWords {
    /// As many are given at most.
    private static final int SAMPLES = 5;

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
        return counted.count() == 0 ? none(counted.question()) : some(counted.question(), counted.count());
    }

    private static String none(Question question) {
        return switch (question) {
            case Question.Nulls nulls -> "No row has NULL in " + String.join(", ", nulls.columns());
            case Question.Duplicates keys -> "No two rows share the key " + String.join(", ", keys.keys());
            case Question.Orphans orphans -> "Every row finds its row in " + orphans.referenced();
            case Question.Violators _ -> "Every row satisfies the check";
            case Question.TooLong texts -> "No value of " + texts.column() + " is longer than " + texts.length();
            case Question.OutOfRange numbers -> "Every value of " + numbers.column() + " fits the new type";
            case Question.Rounded numbers -> "No value of " + numbers.column() + " would be rounded";
            case Question.Changed changed -> "No value of " + changed.column() + " would be changed";
            case Question.Inconvertible texts -> "Every value of " + texts.column() + " can be converted";
            case Question.UsesLabels uses -> "No row uses " + labels(uses);
            case Question.Rows rows -> rows.table() + " has no rows";
            case Question.Values values -> "No row has a value in " + values.column();
        };
    }

    private static String some(Question question, long count) {
        return switch (question) {
            case Question.Nulls nulls -> rows(count, "has", "have") + " NULL in " + String.join(", ", nulls.columns());
            case Question.Duplicates keys ->
                rows(count, "shares", "share") + " the key " + String.join(", ", keys.keys()) + " with another";
            case Question.Orphans orphans ->
                rows(count, "finds", "find") + " no row of " + orphans.referenced() + " by "
                        + String.join(", ", orphans.columns());
            case Question.Violators _ -> rows(count, "does", "do") + " not satisfy the check";
            case Question.TooLong texts ->
                values(count, texts.column()) + (count == 1 ? " is" : " are") + " longer than " + texts.length();
            case Question.OutOfRange numbers ->
                values(count, numbers.column()) + (count == 1 ? " does" : " do") + " not fit the new type";
            case Question.Rounded numbers -> values(count, numbers.column()) + " would be rounded";
            case Question.Changed changed -> values(count, changed.column()) + " would be changed";
            case Question.Inconvertible texts -> values(count, texts.column()) + " cannot be converted";
            case Question.UsesLabels uses -> rows(count, "uses", "use") + " " + labels(uses);
            case Question.Rows rows -> rows(count, "is", "are") + " in " + rows.table();
            case Question.Values values -> rows(count, "has", "have") + " a value in " + values.column();
        };
    }

    private static String labels(Question.UsesLabels uses) {
        return uses.labels().stream().map(label -> "'" + label + "'").collect(Collectors.joining(", "));
    }

    private static String rows(long count, String one, String many) {
        return number(count) + (count == 1 ? " row " + one : " rows " + many);
    }

    private static String values(long count, String column) {
        return number(count) + (count == 1 ? " value of " : " values of ") + column;
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
        boolean more = counted.samples().size() == SAMPLES && counted.count() > SAMPLES;
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
