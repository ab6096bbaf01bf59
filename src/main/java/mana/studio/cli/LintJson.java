package mana.studio.cli;

import mana.studio.cli.Lint.Linted;
import mana.studio.convention.Breach;
import mana.studio.convention.Severity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Breaches as JSON: `name`, `counts` (by severity, and `silenced`), `findings`, each with `rule`, `severity`,
/// `schema`,
/// `object`, `message`, `reason` and `fix` (what the studio would do, or null), and `silenced`, the same with
/// `silence`.
final class LintJson {
    private LintJson() {}

    static String of(Linted linted) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("name", linted.name());
        ObjectNode counts = root.putObject("counts");
        for (Severity severity : Severity.values()) {
            counts.put(Json.word(severity), linted.findings().count(severity));
        }
        counts.put("silenced", linted.findings().silenced().size());
        ArrayNode findings = root.putArray("findings");
        linted.findings().open().forEach(breach -> fill(findings.addObject(), breach));
        ArrayNode silenced = root.putArray("silenced");
        linted.findings().silenced().forEach(found -> {
            ObjectNode node = silenced.addObject();
            fill(node, found.breach());
            node.put("silence", found.reason());
        });
        return Json.print(root) + "\n";
    }

    private static void fill(ObjectNode node, Breach breach) {
        node.put("rule", breach.rule().id());
        node.put("severity", Json.word(breach.severity()));
        node.put("schema", breach.schema());
        node.put("object", breach.where());
        node.put("message", breach.message());
        node.put("reason", breach.rule().reason());
        node.put("fix", breach.fix() == null ? null : breach.fix().label());
    }
}
