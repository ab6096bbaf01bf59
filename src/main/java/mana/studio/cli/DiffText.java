package mana.studio.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.plan.RenameProposal;
import mana.studio.plan.Statement;
import mana.studio.safety.Effects;
import mana.studio.safety.Finding;
import mana.studio.safety.LockMode;
import mana.studio.safety.Severity;
import mana.studio.safety.Touched;
import mana.studio.safety.Verdict;
import mana.studio.sql.Identifier;

/// A plan as a script with comments: it runs as it is.
final class DiffText {
    private DiffText() {}

    static String of(Diff.Difference difference) {
        StringBuilder text = new StringBuilder();
        for (RenameProposal proposal : difference.plan().proposals()) {
            comment(text, "Perhaps renamed (" + proposal.evidence() + "): --rename '" + proposal.rename() + "'");
        }
        difference.plan().untouched().forEach(name -> comment(text, "Left alone, as it is not in the model: " + name));
        difference.lost().forEach(loss -> comment(text, "Does not come back: " + loss));
        List<Statement> statements = difference.plan().statements();
        for (int at = 0; at < statements.size(); at++) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            comments(statements.get(at), difference.verdicts().get(at)).forEach(line -> comment(text, line));
            text.append(statements.get(at).sql()).append(";\n");
        }
        return text.toString();
    }

    /// What a person should know before the statement runs, the worst first.
    static List<String> comments(Statement statement, Verdict verdict) {
        List<String> lines = new ArrayList<>();
        if (statement.loss() != null) {
            lines.add("Loses data: " + statement.loss());
        }
        if (!statement.inTransaction()) {
            lines.add("Runs outside of a transaction, and is committed by itself");
        }
        String effects = effects(verdict.effects());
        if (!effects.isEmpty()) {
            lines.add(effects);
        }
        verdict.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .filter(finding -> statement.loss() == null || finding.aspect() != Finding.Aspect.LOSES_DATA)
                .forEach(finding -> lines.add(finding.message()));
        lines.addAll(statement.remarks());
        return lines;
    }

    /// `Locks app.users ACCESS EXCLUSIVE; rewrites app.users; reads app.orders`. Locks that stop nobody are left out.
    static String effects(Effects effects) {
        List<String> parts = new ArrayList<>();
        String locks = effects.locks().entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0)
                .filter(entry -> entry.getKey().kind() != Touched.Kind.INDEX)
                .map(entry -> name(entry.getKey()) + " " + entry.getValue().sql())
                .collect(Collectors.joining(", "));
        add(parts, "locks ", locks);
        add(parts, "rewrites ", tables(effects.rewritten()));
        add(parts, "reads all of ", tables(effects.scanned()));
        String text = String.join("; ", parts);
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static void add(List<String> parts, String word, String names) {
        if (!names.isEmpty()) {
            parts.add(word + names);
        }
    }

    private static String tables(Set<Touched> touched) {
        return touched.stream()
                .filter(one -> one.kind() != Touched.Kind.INDEX)
                .map(DiffText::name)
                .collect(Collectors.joining(", "));
    }

    static String name(Touched touched) {
        return Identifier.quote(touched.name().schema(), touched.name().name());
    }

    private static void comment(StringBuilder text, String line) {
        text.append("-- ").append(Objects.requireNonNull(line).replaceAll("\\s*\\R\\s*", " ")).append('\n');
    }
}
