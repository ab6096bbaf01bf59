package mana.studio.safety.words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.plan.Statement;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.safety.Verdict;
import mana.studio.safety.rule.Rules;
import mana.studio.safety.safer.Step;
import mana.studio.safety.words.Consequence.Kind;
import mana.studio.schema.QualifiedName;

/// Everything that a person should know of a statement before it runs.
public final class Consequences {
    private static final Comparator<Consequence> WORST_FIRST = Comparator.comparing(Consequence::severity)
            .reversed()
            .thenComparing(Consequences::isRule)
            .thenComparing(Consequence::kind);

    private Consequences() {}

    /// The worst first. That no `lock_timeout` is set is left out: it is true of almost every statement.
    ///
    /// @param sizes of the tables, as far as they are known
    public static List<Consequence> of(Statement statement, Verdict verdict, Map<QualifiedName, RelationSize> sizes) {
        List<Consequence> found = new ArrayList<>();
        String loss = EffectWords.loss(statement);
        if (loss != null) {
            // The rule says the same in other words, and what to do about it.
            Finding finding = verdict.about(Aspect.LOSES_DATA).findFirst().orElse(null);
            found.add(new Consequence(Kind.LOSES_DATA, Severity.DANGER, loss, finding));
        }
        effects(found, verdict, sizes);
        if (!statement.inTransaction()) {
            found.add(Consequence.of(Kind.OUTSIDE, Severity.WARNING, EffectWords.OUTSIDE));
        }
        verdict.findings().stream()
                .filter(finding -> isSaid(finding, loss != null))
                .map(Consequence::of)
                .forEach(found::add);
        statement.remarks().forEach(remark -> found.add(Consequence.of(Kind.REMARK, Severity.NOTE, sentence(remark))));
        unknown(found, verdict);
        found.sort(WORST_FIRST);
        return List.copyOf(found);
    }

    /// Of a step of a safer plan, the worst first.
    public static List<Consequence> of(Step step) {
        List<Consequence> found = new ArrayList<>();
        switch (step) {
            case Step.InTransaction transaction -> {
                transaction
                        .losses()
                        .forEach(loss ->
                                found.add(Consequence.of(Kind.LOSES_DATA, Severity.DANGER, "Loses data: " + loss)));
                transaction
                        .warnings()
                        .forEach(warning -> found.add(Consequence.of(Kind.BLOCKS, Severity.WARNING, warning)));
                found.add(Consequence.of(
                        Kind.TRANSACTION,
                        Severity.NOTE,
                        "Waits " + seconds(transaction.lockTimeout()) + " at most for a lock, tries again up to "
                                + transaction.retries() + " times"));
            }
            case Step.Alone _ -> found.add(Consequence.of(Kind.OUTSIDE, Severity.NOTE, EffectWords.OUTSIDE));
            case Step.Batches batches ->
                found.add(Consequence.of(
                        Kind.OUTSIDE,
                        Severity.NOTE,
                        String.format(Locale.ROOT, "%,d rows a batch, each committed, ", batches.rows())
                                + seconds(batches.pause()) + " between two"));
            case Step.Check check ->
                found.add(Consequence.of(Kind.FAILS, Severity.NOTE, "Goes on only with the answer " + check.wanted()));
        }
        return List.copyOf(found);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /// How bad it is that others wait is what the rules say of the work done meanwhile.
    private static void effects(List<Consequence> found, Verdict verdict, Map<QualifiedName, RelationSize> sizes) {
        Severity severity = verdict.about(Aspect.BLOCKS)
                .map(Finding::severity)
                .max(Severity::compareTo)
                .orElse(Severity.NOTE);
        for (String line : EffectWords.blocked(verdict.effects())) {
            found.add(Consequence.of(Kind.BLOCKS, severity, line));
        }
        String rewritten = EffectWords.rewritten(verdict.effects(), sizes);
        if (!rewritten.isEmpty()) {
            found.add(Consequence.of(Kind.REWRITES, severity, rewritten));
        }
        String read = EffectWords.read(verdict.effects(), sizes);
        if (!read.isEmpty()) {
            found.add(Consequence.of(Kind.READS, severity, read));
        }
    }

    private static boolean isSaid(Finding finding, boolean lossIsSaid) {
        return !finding.ruleId().equals(Rules.LOCK_TIMEOUT_MISSING)
                && !(lossIsSaid && finding.aspect() == Aspect.LOSES_DATA);
    }

    private static void unknown(List<Consequence> found, Verdict verdict) {
        if (verdict.recognition() == Verdict.Recognition.UNKNOWN
                && verdict.findings().isEmpty()) {
            found.add(Consequence.of(Kind.UNKNOWN, Severity.WARNING, "What it does cannot be told"));
        }
        verdict.doubts()
                .forEach(doubt -> found.add(Consequence.of(Kind.UNKNOWN, Severity.NOTE, "Not known: " + doubt)));
    }

    /// What the statement does comes before what the rules say about it.
    private static boolean isRule(Consequence consequence) {
        return consequence.finding() != null && consequence.kind().compareTo(Kind.FAILS) > 0;
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
