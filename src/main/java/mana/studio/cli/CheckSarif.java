package mana.studio.cli;

import java.util.List;
import java.util.TreeMap;
import mana.studio.cli.Check.Checked;
import mana.studio.safety.Finding;
import mana.studio.safety.Severity;
import mana.studio.safety.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings in the Static Analysis Results Interchange Format, version 2.1.0, an OASIS standard.
final class CheckSarif {
    private CheckSarif() {}

    static String of(List<Checked> files) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "mana-studio");
        ArrayNode results = run.putArray("results");
        TreeMap<String, String> rules = new TreeMap<>();
        for (Checked file : files) {
            for (Verdict verdict : file.verdicts()) {
                for (Finding finding : verdict.findings()) {
                    rules.putIfAbsent(finding.ruleId(), finding.source());
                    result(results.addObject(), file.file(), verdict, finding);
                }
            }
        }
        ArrayNode described = driver.putArray("rules");
        rules.forEach((id, source) -> described.addObject().put("id", id).put("helpUri", source));
        return Json.print(root) + "\n";
    }

    private static void result(ObjectNode result, String file, Verdict verdict, Finding finding) {
        result.put("ruleId", finding.ruleId());
        result.put("level", level(finding.severity()));
        result.putObject("message").put("text", (finding.message() + " " + finding.help()).strip());
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", file.replace('\\', '/'));
        int line = verdict.statement().line();
        place.putObject("region")
                .put("startLine", line)
                .put("endLine", line + (int) verdict.statement().text().lines().count() - 1);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case NOTE -> "note";
            case WARNING -> "warning";
            case DANGER -> "error";
        };
    }
}
