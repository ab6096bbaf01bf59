package mana.studio.cli;

import java.util.List;
import mana.studio.drizzle.migrate.Foreseen;
import mana.studio.drizzle.migrate.LockHolder;
import mana.studio.drizzle.migrate.MigrateEvent;
import mana.studio.drizzle.migrate.MigrateOutcome;
import mana.studio.drizzle.migrate.Obstacle;
import mana.studio.drizzle.migrate.PendingFile;
import mana.studio.drizzle.migrate.Proposal;
import mana.studio.drizzle.migrate.RunLog;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A run, or what one would do, for scripts.
final class MigrateJson {
    private MigrateJson() {}

    static String of(Proposal proposal) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        Obstacle obstacle = proposal.obstacle();
        root.put("outcome", obstacle != null ? "refused" : proposal.files().isEmpty() ? "nothing" : "would-run");
        put(root, proposal);
        if (obstacle != null) {
            root.put("message", obstacle.what() + " " + obstacle.remedy());
        }
        return text(root);
    }

    static String of(MigrateOutcome outcome, long lockId, List<MigrateEvent> events) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("outcome", word(outcome));
        root.put("message", RunLog.ended(outcome));
        root.put("lockId", lockId);
        events.stream()
                .filter(MigrateEvent.Decided.class::isInstance)
                .map(MigrateEvent.Decided.class::cast)
                .forEach(decided -> put(root, decided.proposal()));
        switch (outcome) {
            case MigrateOutcome.Applied applied -> {
                applied.tags().forEach(root.putArray("applied")::add);
                root.put("milliseconds", applied.time().toMillis());
            }
            case MigrateOutcome.Failed failed -> {
                failed.kept().forEach(root.putArray("applied")::add);
                failed(root.putObject("failed"), failed);
            }
            case MigrateOutcome.LockTimeout late -> {
                ArrayNode holders = root.putArray("holders");
                late.holders().forEach(holder -> holder(holders.addObject(), holder));
            }
            case MigrateOutcome.Cancelled cancelled -> cancelled.kept().forEach(root.putArray("applied")::add);
            case MigrateOutcome.Unreachable unreachable ->
                root.put("sqlState", unreachable.error().sqlState());
            case MigrateOutcome.NothingToDo _, MigrateOutcome.Refused _, MigrateOutcome.Lost _ -> {}
        }
        return text(root);
    }

    private static String word(MigrateOutcome outcome) {
        return switch (outcome) {
            case MigrateOutcome.NothingToDo _ -> "nothing";
            case MigrateOutcome.Applied _ -> "applied";
            case MigrateOutcome.LockTimeout _ -> "lock-timeout";
            case MigrateOutcome.Refused _ -> "refused";
            case MigrateOutcome.Unreachable _ -> "unreachable";
            case MigrateOutcome.Failed _ -> "failed";
            case MigrateOutcome.Cancelled _ -> "cancelled";
            case MigrateOutcome.Lost _ -> "unknown";
        };
    }

    private static void put(ObjectNode root, Proposal proposal) {
        ArrayNode pending = root.putArray("pending");
        for (PendingFile file : proposal.files()) {
            ObjectNode node = pending.addObject();
            node.put("tag", file.migration().tag());
            node.put("hash", file.file().hash());
            node.put("when", file.migration().when());
            node.put("statements", file.pieces().size() - file.done());
        }
        root.put(
                "transactions",
                proposal.legs().stream().filter(leg -> !leg.alone()).count());
        ArrayNode foreseen = root.putArray("foreseen");
        proposal.foreseen().forEach(each -> foreseen(foreseen.addObject(), each));
    }

    private static void foreseen(ObjectNode node, Foreseen foreseen) {
        node.put("kind", Json.word(foreseen.kind()));
        node.put("gravity", Json.word(foreseen.gravity()));
        node.put("tag", foreseen.tag());
        node.put("line", foreseen.line());
        node.put("sqlState", foreseen.sqlState());
        node.put("message", foreseen.message());
        node.put("help", foreseen.help());
    }

    private static void failed(ObjectNode node, MigrateOutcome.Failed failed) {
        node.put("tag", failed.tag());
        node.put("statement", failed.number());
        node.put("line", failed.line());
        node.put("sqlState", failed.error().sqlState());
        node.put("message", failed.error().message());
        node.put("undone", failed.isUndone());
    }

    private static void holder(ObjectNode node, LockHolder holder) {
        node.put("pid", holder.pid());
        node.put("application", holder.application());
        node.put("user", holder.user());
        node.put("state", holder.state());
    }

    private static String text(ObjectNode root) {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
