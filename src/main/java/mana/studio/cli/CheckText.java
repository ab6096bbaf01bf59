package mana.studio.cli;

import java.util.List;
import java.util.Locale;
import mana.studio.cli.Check.Checked;
import mana.studio.safety.Finding;
import mana.studio.safety.Severity;
import mana.studio.safety.Verdict;
import mana.studio.safety.words.EffectWords;

/// Verdicts for people: `file:line: danger: message [rule]`, what the statement does, what to do.
final class CheckText {
    private CheckText() {}

    static String of(List<Checked> files) {
        StringBuilder text = new StringBuilder();
        for (Checked file : files) {
            file.verdicts().forEach(verdict -> verdict(text, file.file(), verdict));
        }
        return text.append(summary(files)).append('\n').toString();
    }

    private static void verdict(StringBuilder text, String file, Verdict verdict) {
        String place = file + ":" + verdict.statement().line() + ": ";
        for (Finding finding : verdict.findings()) {
            text.append(place)
                    .append(Json.word(finding.severity()))
                    .append(": ")
                    .append(finding.message())
                    .append(" [")
                    .append(finding.ruleId())
                    .append("]\n");
            if (!finding.help().isEmpty()) {
                text.append("    ")
                        .append(finding.help().replaceAll("\\R", "\n    "))
                        .append('\n');
            }
        }
        if (verdict.recognition() == Verdict.Recognition.UNKNOWN
                && verdict.findings().isEmpty()) {
            text.append(place).append("unknown: what it does cannot be told\n");
        }
        String effects = EffectWords.technical(verdict.effects());
        if (!effects.isEmpty() && !verdict.findings().isEmpty()) {
            text.append("    ").append(effects).append('\n');
        }
    }

    private static String summary(List<Checked> files) {
        long statements =
                files.stream().mapToLong(file -> file.verdicts().size()).sum();
        return count(statements, "statement") + ", " + count(severe(files, Severity.DANGER), "danger") + ", "
                + count(severe(files, Severity.WARNING), "warning") + ", "
                + count(severe(files, Severity.NOTE), "note");
    }

    private static long severe(List<Checked> files, Severity severity) {
        return files.stream()
                .flatMap(file -> file.verdicts().stream())
                .flatMap(verdict -> verdict.findings().stream())
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : noun + "s");
    }
}
