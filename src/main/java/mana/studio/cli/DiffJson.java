package mana.studio.cli;

import java.util.List;
import mana.studio.plan.RenameProposal;
import mana.studio.plan.Statement;
import mana.studio.safety.Verdict;
import mana.studio.safety.safer.SaferPlan;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A plan as JSON: `statements` (each with `sql`, `loss` or null, `remarks`, `counted` where that was asked for, and what
/// {@link Json#verdict} adds), or what {@link SaferJson} adds instead; then `proposals` (`rename`, as the option takes
/// it, and `evidence`), `untouched`, `lost`.
final class DiffJson {
    private DiffJson() {}

    /// @param counted what the rows say to each statement; empty where they were not asked
    static String of(Diff.Difference difference, List<Verdict> verdicts, List<List<String>> counted) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ArrayNode statements = root.putArray("statements");
        List<Statement> planned = difference.plan().statements();
        for (int at = 0; at < planned.size(); at++) {
            Statement statement = planned.get(at);
            ObjectNode node = statements.addObject();
            node.put("sql", statement.sql());
            node.put("loss", statement.loss());
            node.set("remarks", Json.strings(statement.remarks()));
            Json.verdict(node, verdicts.get(at));
            node.put("inTransaction", statement.inTransaction());
            if (!counted.isEmpty()) {
                node.set("counted", Json.strings(counted.get(at)));
            }
        }
        return print(root, difference);
    }

    static String safer(Diff.Difference difference, SaferPlan plan) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        SaferJson.plan(root, plan);
        return print(root, difference);
    }

    private static String print(ObjectNode root, Diff.Difference difference) {
        ArrayNode proposals = root.putArray("proposals");
        for (RenameProposal proposal : difference.plan().proposals()) {
            proposals.addObject().put("rename", proposal.rename().toString()).put("evidence", proposal.evidence());
        }
        root.set("untouched", Json.strings(difference.plan().untouched()));
        root.set("lost", Json.strings(difference.lost()));
        return Json.print(root) + "\n";
    }
}
