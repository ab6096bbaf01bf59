package mana.studio.cli;

import java.util.List;
import java.util.Objects;
import mana.studio.safety.safer.Phase;
import mana.studio.safety.safer.SaferPlan;
import mana.studio.safety.safer.Step;
import mana.studio.safety.words.EffectWords;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The safer form of a plan as JSON: `phases`, `remarks`.
///
/// A phase has `name` (`expand`, `migrate`, `contract`, `drop`), `purpose`, `condition` (what must be so of the running
/// code), `earliest` (a date), `checks` (`purpose`, `query` that gives one value, `wanted` as text) and `steps`, each
/// with `kind`, `purpose`, `statements` (without a closing semicolon), `sql` (the step as `psql` runs it) and, by kind:
///
/// - `transaction`: `lockTimeoutMillis` for each lock, `retries` after SQLSTATE 55P03, `warnings`, `losses`
/// - `alone`, outside of a transaction: `remains`, what it leaves where it fails (`query` gives a row if so, `clear`
///   removes it), or null
/// - `batches`, outside of a transaction: `table`, `key` (columns; empty where it goes by pages), `set`, `where`,
///   `rows` at most in a batch, `pauseMillis` between two, `left` (a query: 0 when it is done)
/// - `check`: `query`, `wanted`
final class SaferJson {
    private SaferJson() {}

    static void plan(ObjectNode to, SaferPlan plan) {
        ArrayNode phases = to.putArray("phases");
        plan.phases().forEach(phase -> phases.add(phase(phase)));
        to.set("remarks", Json.strings(plan.remarks()));
    }

    private static ObjectNode phase(Phase phase) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("name", Json.word(phase.name()));
        node.put("purpose", phase.purpose());
        node.put("condition", phase.condition());
        node.put("earliest", Objects.toString(phase.earliest(), null));
        ArrayNode checks = node.putArray("checks");
        phase.checks().forEach(check -> checks.addObject()
                .put("purpose", check.purpose())
                .put("query", check.query())
                .put("wanted", check.wanted()));
        ArrayNode steps = node.putArray("steps");
        phase.steps().forEach(step -> steps.add(step(step)));
        return node;
    }

    private static ObjectNode step(Step step) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("kind", kind(step));
        node.put("purpose", step.purpose());
        node.set("statements", Json.strings(statements(step)));
        node.put("sql", step.sql());
        switch (step) {
            case Step.InTransaction transaction -> {
                node.put("lockTimeoutMillis", transaction.lockTimeout().toMillis());
                node.put("retries", transaction.retries());
                node.set("warnings", Json.strings(transaction.warnings()));
                node.set("losses", Json.strings(transaction.losses()));
            }
            case Step.Alone alone -> remains(node, alone);
            case Step.Batches batches -> {
                node.put("table", EffectWords.name(batches.table()));
                node.set("key", Json.strings(batches.key()));
                node.put("set", batches.set());
                node.put("where", batches.where());
                node.put("rows", batches.rows());
                node.put("pauseMillis", batches.pause().toMillis());
                node.put("left", batches.left());
            }
            case Step.Check check -> node.put("query", check.query()).put("wanted", check.wanted());
        }
        return node;
    }

    private static void remains(ObjectNode node, Step.Alone alone) {
        Step.Remains remains = alone.remains();
        if (remains == null) {
            node.putNull("remains");
        } else {
            node.putObject("remains").put("query", remains.query()).put("clear", remains.clear());
        }
    }

    private static String kind(Step step) {
        return switch (step) {
            case Step.InTransaction _ -> "transaction";
            case Step.Alone _ -> "alone";
            case Step.Batches _ -> "batches";
            case Step.Check _ -> "check";
        };
    }

    private static List<String> statements(Step step) {
        return switch (step) {
            case Step.InTransaction transaction -> transaction.statements();
            case Step.Alone alone -> List.of(alone.statement());
            case Step.Batches batches -> List.of(batches.sql().strip().replaceAll(";$", ""));
            case Step.Check check -> List.of(check.query());
        };
    }
}
