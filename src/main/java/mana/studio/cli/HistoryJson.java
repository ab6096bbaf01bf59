package mana.studio.cli;

import java.util.List;
import java.util.Locale;
import mana.studio.drizzle.files.Flaw;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.history.BooksRow;
import mana.studio.drizzle.history.Entry;
import mana.studio.drizzle.history.Flaws;
import mana.studio.drizzle.history.Histories;
import mana.studio.drizzle.history.History;
import mana.studio.drizzle.history.Outcome;
import mana.studio.drizzle.history.Repair;
import mana.studio.drizzle.history.Repairs;
import mana.studio.drizzle.history.Said;
import mana.studio.drizzle.history.Sentences;
import mana.studio.drizzle.history.Simulation;
import mana.studio.drizzle.history.Trouble;
import mana.studio.drizzle.project.Service;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Histories as JSON: `overlaps` (sentences), `services`, each with `name`, `folder`, `migrations`, `table`, `owns`,
/// `attention`, `next` (`runs` and `skips`, or `stops`), `fresh` the same, `troubles` and `entries`. An entry has
/// `tag`, `state` (`applied`, `pending`, `will_be_skipped` …), `attention`, `when`, `row`, `meaning`, `here`,
/// `fresh`, `flaws` and `repairs`. With an order also `simulation`.
final class HistoryJson {
    private HistoryJson() {}

    static String of(Histories histories, List<String> order) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ArrayNode overlaps = root.putArray("overlaps");
        histories.project().overlaps().forEach(overlap -> overlaps.add(overlap.sentence()));
        ArrayNode services = root.putArray("services");
        for (History history : histories.all()) {
            ObjectNode node = services.addObject();
            histories.project().service(history.service()).ifPresent(service -> service(node, service));
            history(node, history);
        }
        if (!order.isEmpty()) {
            ArrayNode steps = root.putArray("simulation");
            for (Simulation.Step step : histories.simulate(order).steps()) {
                ObjectNode node = steps.addObject();
                node.put("service", step.participant().service());
                outcome(node, step.outcome());
            }
        }
        return Json.print(root) + "\n";
    }

    private static void service(ObjectNode node, Service service) {
        node.put("name", service.name());
        node.put("folder", service.folder().toString());
        node.put("migrations", service.migrations().toString());
        node.put("table", service.table().toString());
        node.set("owns", Json.strings(service.owns()));
    }

    private static void history(ObjectNode node, History history) {
        Sentences sentences = new Sentences(history);
        node.put("attention", history.needsAttention());
        outcome(node.putObject("next"), history.here());
        outcome(node.putObject("fresh"), history.fresh());
        ArrayNode troubles = node.putArray("troubles");
        for (Trouble trouble : history.troubles()) {
            ObjectNode one = troubles.addObject();
            one.put("sentence", sentences.of(trouble));
            one.set("repairs", labels(Repairs.of(trouble, history)));
        }
        ArrayNode entries = node.putArray("entries");
        for (Entry entry : history.entries()) {
            entry(entries.addObject(), entry, sentences.of(entry));
            ((ObjectNode) entries.get(entries.size() - 1)).set("repairs", labels(Repairs.of(entry, history)));
        }
    }

    private static void entry(ObjectNode node, Entry entry, Said said) {
        node.put("tag", entry.tag());
        node.put("state", said.word().replace(' ', '_').toLowerCase(Locale.ROOT));
        node.put("attention", entry.needsAttention());
        node.put("when", entry.when());
        BooksRow row = entry.state().ran();
        if (row == null) {
            node.putNull("row");
        } else {
            ObjectNode values = node.putObject("row");
            values.put("id", row.id());
            values.put("hash", row.hash());
            values.put("created_at", row.createdAt());
            values.put("name", row.name());
        }
        node.put("meaning", said.meaning());
        node.put("here", said.here());
        node.put("fresh", said.fresh());
        ArrayNode flaws = node.putArray("flaws");
        for (Flaw flaw : entry.flaws()) {
            flaws.add(Flaws.sentence(flaw));
        }
    }

    private static ArrayNode labels(List<Repair> repairs) {
        return Json.strings(repairs.stream().map(Repair::label).toList());
    }

    private static void outcome(ObjectNode node, Outcome outcome) {
        switch (outcome) {
            case Outcome.Refuses(String message) -> node.put("stops", message);
            case Outcome.Runs(List<Migration> runs, List<Migration> skipped) -> {
                node.set("runs", Json.strings(runs.stream().map(Migration::tag).toList()));
                node.set(
                        "skips",
                        Json.strings(skipped.stream().map(Migration::tag).toList()));
            }
        }
    }
}
