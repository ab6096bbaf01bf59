package mana.studio.cli;

import mana.studio.cli.Lint.Linted;
import mana.studio.convention.Breach;
import mana.studio.convention.Severity;

/// Breaches as annotations of a workflow run.
final class LintGithub {
    private LintGithub() {}

    static String of(Linted linted) {
        String file = linted.file() == null ? "" : "file=" + CheckGithub.property(linted.file()) + ",";
        StringBuilder text = new StringBuilder();
        for (Breach breach : linted.findings().open()) {
            text.append("::%s %stitle=%s::%s\n"
                    .formatted(
                            level(breach.severity()),
                            file,
                            CheckGithub.property(breach.rule().id()),
                            CheckGithub.data(breach.where() + ": " + breach.message() + "\n"
                                    + breach.rule().reason())));
        }
        return text.toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE -> "notice";
        };
    }
}
