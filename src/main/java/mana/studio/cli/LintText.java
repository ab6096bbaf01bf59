package mana.studio.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mana.studio.cli.Lint.Linted;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.Findings;
import mana.studio.convention.Severity;

/// Breaches for people: `object: severity: message [rule]`.
final class LintText {
    private LintText() {}

    static String of(Linted linted, boolean withSilenced) {
        Findings findings = linted.findings();
        StringBuilder text = new StringBuilder();
        findings.open().forEach(breach -> text.append(line(breach)).append('\n'));
        if (withSilenced) {
            findings.silenced()
                    .forEach(found -> text.append(line(found.breach()))
                            .append(" silenced: ")
                            .append(found.reason())
                            .append('\n'));
        }
        return text.append(summary(linted)).append('\n').toString();
    }

    private static String line(Breach breach) {
        return breach.where() + ": " + Json.word(breach.severity()) + ": " + breach.message() + " ["
                + breach.rule().id() + "]";
    }

    private static String summary(Linted linted) {
        Findings findings = linted.findings();
        int silenced = findings.silenced().size();
        String counts = Arrays.stream(Severity.values())
                .map(severity -> count(findings.count(severity), severity))
                .collect(Collectors.joining(", "));
        return linted.name() + ": " + counts + (silenced == 0 ? "" : "; " + silenced + " silenced");
    }

    private static String count(long number, Severity severity) {
        String noun = Json.word(severity);
        boolean several = number != 1 && severity != Severity.ADVICE;
        return String.format(Locale.ROOT, "%,d %s", number, several ? noun + "s" : noun);
    }

    /// Each rule with its reason.
    static String rules(List<Convention> rules) {
        StringBuilder text = new StringBuilder();
        for (Convention rule : rules) {
            text.append("%s (%s): %s\n    %s\n    %s\n"
                    .formatted(
                            rule.id(),
                            Json.word(rule.severity()),
                            rule.title(),
                            rule.reason(),
                            rule.example().strip().replace("\n", "\n    ")));
        }
        return text.toString();
    }
}
