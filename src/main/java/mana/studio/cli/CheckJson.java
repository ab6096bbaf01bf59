package mana.studio.cli;

import java.util.List;
import mana.studio.cli.Check.Checked;
import mana.studio.safety.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Verdicts as JSON: `files`, each with `file` and `statements`, each with `line`, `sql`, and what {@link Json#verdict}
/// adds.
final class CheckJson {
    private CheckJson() {}

    static String of(List<Checked> files) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ArrayNode array = root.putArray("files");
        for (Checked file : files) {
            ObjectNode node = array.addObject();
            node.put("file", file.file());
            ArrayNode statements = node.putArray("statements");
            for (Verdict verdict : file.verdicts()) {
                ObjectNode statement = statements.addObject();
                statement.put("line", verdict.statement().line());
                statement.put("sql", verdict.statement().text());
                Json.verdict(statement, verdict);
            }
        }
        return Json.print(root) + "\n";
    }
}
