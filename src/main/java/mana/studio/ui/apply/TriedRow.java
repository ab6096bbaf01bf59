package mana.studio.ui.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;
import mana.studio.apply.Durations;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.dryrun.Observation;
import mana.studio.safety.dryrun.Observation.Outcome;
import mana.studio.safety.preflight.Answer;
import mana.studio.safety.preflight.AnswerWords;
import mana.studio.safety.preflight.Question;
import mana.studio.safety.words.EffectWords;
import mana.studio.ui.apply.DryRunModel.Tried;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// A statement that was tried, and what was seen of it.
final class TriedRow {
    private TriedRow() {}

    static Region of(Tried tried) {
        Observation seen = tried.seen();
        String time = seen != null && seen.outcome() == Outcome.RAN ? Durations.text(seen.time()) : "";
        StatementRow row = new StatementRow(
                tried.number(),
                icon(seen),
                style(seen),
                word(seen),
                tried.statement().sql(),
                time);
        if (seen != null) {
            seen(row, seen);
        }
        List<Answer> answers = tried.answers();
        if (answers != null) {
            answers.forEach(answer -> answer(row, answer));
        }
        return row;
    }

    private static Ikon icon(@Nullable Observation seen) {
        return seen == null
                ? Feather.CIRCLE
                : switch (seen.outcome()) {
                    case RAN -> Feather.CHECK_CIRCLE;
                    case FAILED -> Feather.X_CIRCLE;
                    case REFUSED -> Feather.SLASH;
                    case NOT_REACHED -> Feather.MINUS;
                };
    }

    private static String style(@Nullable Observation seen) {
        return seen == null
                ? "state-quiet"
                : switch (seen.outcome()) {
                    case RAN -> "state-success";
                    case FAILED -> "state-danger";
                    case REFUSED -> "state-warning";
                    case NOT_REACHED -> "state-quiet";
                };
    }

    private static String word(@Nullable Observation seen) {
        return seen == null
                ? "not tried"
                : switch (seen.outcome()) {
                    case RAN -> "ran";
                    case FAILED -> "fails";
                    case REFUSED -> "not tried";
                    case NOT_REACHED -> "not reached";
                };
    }

    private static void seen(StatementRow row, Observation seen) {
        if (seen.error() != null) {
            CourseList.failed(row, seen.sql(), Objects.requireNonNull(seen.error()));
            return;
        }
        for (String line : effects(seen)) {
            row.below(line, "apply-fact");
        }
        seen.messages().forEach(message -> row.below("The server says: " + message, "apply-reason"));
    }

    /// What it did, a line a fact: who has to wait, what was written and read, at which cost.
    private static List<String> effects(Observation seen) {
        List<String> lines = new ArrayList<>();
        if (seen.outcome() != Outcome.RAN) {
            return lines;
        }
        List<String> blocked = EffectWords.blocked(seen.effects());
        lines.addAll(blocked);
        int said = lines.size();
        held(seen.held(), lines);
        if (lines.size() == said && blocked.isEmpty()) {
            lines.add("Nobody has to wait for it");
        }
        relations("Rewrites ", seen.effects().rewritten(), lines);
        if (!seen.recreated().isEmpty()) {
            relations("Makes anew at no cost ", seen.recreated(), lines);
        }
        seen.rowsRead().forEach((relation, rows) -> {
            if (rows > 0) {
                lines.add("Reads " + Amounts.exact(rows) + (rows == 1 ? " row of " : " rows of ") + relation.name());
            }
        });
        seen.invalid().forEach(object -> lines.add("Leaves " + object + " not valid"));
        if (!seen.gone().isEmpty()) {
            lines.add("Gone: " + joined(seen.gone()));
        }
        if (seen.walBytes() > 0) {
            lines.add("Writes " + Amounts.bytes(seen.walBytes()) + " of write-ahead log");
        }
        return lines;
    }

    private static void held(Map<Touched, LockMode> held, List<String> lines) {
        List<String> strong = held.entrySet().stream()
                .filter(entry -> entry.getKey().kind() != Touched.Kind.INDEX
                        && entry.getValue().blocksWrites())
                .map(entry -> (entry.getValue().blocksReads() ? "reads and writes of " : "writes of ")
                        + entry.getKey().name())
                .toList();
        if (!strong.isEmpty()) {
            lines.add("Its transaction goes on blocking " + String.join(", ", strong) + ", by an earlier statement");
        }
    }

    private static void relations(String words, Set<Touched> relations, List<String> lines) {
        if (!relations.isEmpty()) {
            lines.add(words
                    + relations.stream()
                            .map(one -> (one.kind() == Touched.Kind.INDEX ? "index " : "") + one.name())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String joined(List<?> objects) {
        return objects.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /// Rows that go are lost, not in the way.
    private static void answer(StatementRow row, Answer answer) {
        boolean bad = AnswerWords.isBad(answer);
        boolean lost = answer.question() instanceof Question.Rows || answer.question() instanceof Question.Values;
        Ikon icon = bad ? lost ? Feather.TRASH_2 : Feather.ALERT_TRIANGLE : Feather.CHECK;
        String style = bad ? lost ? "icon-danger" : "icon-warning" : "icon-success";
        row.below(Blocks.marked(icon, style, Blocks.wrapped(AnswerWords.of(answer), "apply-fact")));
    }
}
