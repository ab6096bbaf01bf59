package mana.studio.safety.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mana.studio.plan.Plan;
import mana.studio.plan.Statement;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.safety.Verdict;
import mana.studio.safety.words.Consequence.Kind;
import mana.studio.safety.words.EffectWords.Wait;
import mana.studio.schema.QualifiedName;

/// A whole plan in a line: `4 statements, 1 transaction; blocks writes of credits.transactions; loses data: 1`.
///
/// @param count how many statements, in how many transactions
/// @param parts what they do, the worst first
public record Outline(String count, List<Consequence> parts) {
    public Outline {
        parts = List.copyOf(parts);
    }

    /// @param verdicts one a statement
    public static Outline of(Plan plan, List<Verdict> verdicts) {
        List<Consequence> parts = new ArrayList<>();
        long losing = plan.statements().stream().filter(Statement::destroysData).count();
        if (losing > 0) {
            parts.add(Consequence.of(Kind.LOSES_DATA, Severity.DANGER, "loses data: " + losing));
        }
        long failing = verdicts.stream().filter(Outline::fails).count();
        if (failing > 0) {
            parts.add(Consequence.of(Kind.FAILS, Severity.DANGER, "may fail: " + failing));
        }
        Set<QualifiedName> closed = waitedFor(verdicts, Wait.READS);
        Set<QualifiedName> readOnly = waitedFor(verdicts, Wait.WRITES);
        readOnly.removeAll(closed);
        Severity severity = verdicts.stream()
                .flatMap(verdict -> verdict.about(Aspect.BLOCKS))
                .map(finding -> finding.severity())
                .max(Severity::compareTo)
                .orElse(Severity.NOTE);
        if (!closed.isEmpty()) {
            parts.add(Consequence.of(Kind.BLOCKS, severity, "blocks reads and writes of " + EffectWords.names(closed)));
        }
        if (!readOnly.isEmpty()) {
            parts.add(Consequence.of(Kind.BLOCKS, severity, "blocks writes of " + EffectWords.names(readOnly)));
        }
        return new Outline(count(plan.statements()), parts);
    }

    private static boolean fails(Verdict verdict) {
        return verdict.about(Aspect.FAILS).anyMatch(finding -> finding.severity() != Severity.NOTE);
    }

    private static Set<QualifiedName> waitedFor(List<Verdict> verdicts, Wait wait) {
        Set<QualifiedName> names = new LinkedHashSet<>();
        verdicts.forEach(verdict -> names.addAll(EffectWords.waitedFor(verdict.effects(), wait)));
        return names;
    }

    /// What runs outside of a transaction ends the one before it.
    private static String count(List<Statement> statements) {
        int transactions = 0;
        int outside = 0;
        boolean inside = false;
        for (Statement statement : statements) {
            transactions += statement.inTransaction() && !inside ? 1 : 0;
            outside += statement.inTransaction() ? 0 : 1;
            inside = statement.inTransaction();
        }
        return number(statements.size(), "statement")
                + (transactions == 0 ? "" : ", " + number(transactions, "transaction"))
                + (outside == 0 ? "" : ", " + outside + " outside of a transaction");
    }

    private static String number(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /// The line as text.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(count);
        parts.forEach(part -> text.append("; ").append(part.text()));
        return text.toString();
    }
}
