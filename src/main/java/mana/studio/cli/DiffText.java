package mana.studio.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mana.studio.plan.RenameProposal;
import mana.studio.plan.Statement;
import mana.studio.safety.Finding;
import mana.studio.safety.Severity;
import mana.studio.safety.Verdict;
import mana.studio.safety.rule.Rules;
import mana.studio.safety.safer.SaferPlan;
import mana.studio.safety.words.EffectWords;

/// A plan as a script with comments: it runs as it is.
final class DiffText {
    /// Said once: it is true of almost every statement.
    private static final String NO_LOCK_TIMEOUT = "No lock_timeout is set: while a statement waits for its lock, every "
            + "later query on the table waits behind it. --safe sets one around every strong lock.";

    private DiffText() {}

    /// @param counted what the rows say to each statement; empty where they were not asked
    static String of(Diff.Difference difference, List<Verdict> verdicts, List<List<String>> counted) {
        StringBuilder text = head(difference);
        if (verdicts.stream().flatMap(verdict -> verdict.findings().stream()).anyMatch(DiffText::isAboutLockTimeout)) {
            comment(text, NO_LOCK_TIMEOUT);
        }
        List<Statement> statements = difference.plan().statements();
        for (int at = 0; at < statements.size(); at++) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            comments(statements.get(at), verdicts.get(at)).forEach(line -> comment(text, line));
            if (!counted.isEmpty()) {
                counted.get(at).forEach(line -> comment(text, "Counted now: " + line));
            }
            text.append(statements.get(at).sql()).append(";\n");
        }
        return text.toString();
    }

    static String safer(Diff.Difference difference, SaferPlan plan) {
        StringBuilder text = head(difference);
        boolean apart = !text.isEmpty() && !plan.isEmpty() && plan.remarks().isEmpty();
        return text.append(apart ? "\n" : "").append(plan.sql()).toString();
    }

    private static StringBuilder head(Diff.Difference difference) {
        StringBuilder text = new StringBuilder();
        for (RenameProposal proposal : difference.plan().proposals()) {
            comment(text, "Perhaps renamed (" + proposal.evidence() + "): --rename '" + proposal.rename() + "'");
        }
        difference.plan().untouched().forEach(name -> comment(text, "Left alone, as it is not in the model: " + name));
        difference.lost().forEach(loss -> comment(text, "Does not come back: " + loss));
        return text;
    }

    private static boolean isAboutLockTimeout(Finding finding) {
        return finding.ruleId().equals(Rules.LOCK_TIMEOUT_MISSING);
    }

    /// What a person should know before the statement runs, the worst first.
    static List<String> comments(Statement statement, Verdict verdict) {
        List<String> lines = new ArrayList<>();
        String loss = EffectWords.loss(statement);
        if (loss != null) {
            lines.add(loss);
        }
        if (!statement.inTransaction()) {
            lines.add(EffectWords.OUTSIDE);
        }
        String effects = EffectWords.technical(verdict.effects());
        if (!effects.isEmpty()) {
            lines.add(effects);
        }
        verdict.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE && !isAboutLockTimeout(finding))
                .filter(finding -> statement.loss() == null || finding.aspect() != Finding.Aspect.LOSES_DATA)
                .forEach(finding -> lines.add(finding.message()));
        lines.addAll(statement.remarks());
        return lines;
    }

    private static void comment(StringBuilder text, String line) {
        text.append("-- ").append(Objects.requireNonNull(line).replaceAll("\\s*\\R\\s*", " ")).append('\n');
    }
}
