package mana.studio.cli;

import java.util.List;
import mana.studio.cli.Check.Checked;
import mana.studio.safety.Finding;
import mana.studio.safety.Severity;
import mana.studio.safety.Verdict;

/// Findings as annotations of a workflow run: GitHub documentation, "Workflow commands for GitHub Actions".
final class CheckGithub {
    private CheckGithub() {}

    static String of(List<Checked> files) {
        StringBuilder text = new StringBuilder();
        for (Checked file : files) {
            for (Verdict verdict : file.verdicts()) {
                int line = verdict.statement().line();
                int end = line + (int) verdict.statement().text().lines().count() - 1;
                for (Finding finding : verdict.findings()) {
                    text.append("::%s file=%s,line=%d,endLine=%d,title=%s::%s\n"
                            .formatted(
                                    level(finding.severity()),
                                    property(file.file()),
                                    line,
                                    end,
                                    property(finding.ruleId()),
                                    data(finding.message() + "\n" + finding.help())));
                }
            }
        }
        return text.toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case NOTE -> "notice";
            case WARNING -> "warning";
            case DANGER -> "error";
        };
    }

    static String data(String text) {
        return text.strip().replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
