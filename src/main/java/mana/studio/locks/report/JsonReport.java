package mana.studio.locks.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.LockKey;
import mana.studio.locks.Mode;
import mana.studio.locks.Waiter;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Severity;
import mana.studio.locks.verdict.State;
import mana.studio.locks.verdict.Suggestion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The report in the format `lock-incident/1`. Names in it do not change; new ones may come.
final class JsonReport {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonReport() {}

    static String of(IncidentReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", "lock-incident/1");
        root.put("takenAt", report.takenAt().toString());
        server(root.putObject("server"), report.capabilities(), report.board());
        connection(root.putObject("connection"), report.capabilities());
        ArrayNode locks = root.putArray("locks");
        report.assessed().forEach(assessed -> lock(locks.addObject(), assessed, report));
        ArrayNode acts = root.putArray("acts");
        for (Deed deed : report.deeds()) {
            acts.addObject()
                    .put("at", deed.at().toString())
                    .put("key", deed.key())
                    .put("act", deed.act())
                    .put("target", deed.target())
                    .put("outcome", deed.outcome())
                    .put("proven", deed.proven());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void server(ObjectNode node, Capabilities capabilities, Board board) {
        node.put("address", capabilities.address());
        node.put("port", capabilities.port());
        node.put("version", capabilities.version());
        node.put("started", capabilities.started());
        node.put("database", capabilities.database());
        node.put("inRecovery", board.inRecovery());
        node.put("now", board.serverNow().toString());
        node.put("advisoryGranted", board.granted());
        node.put("advisoryWaiting", board.awaited());
        node.put("lockRows", board.lockRows());
    }

    private static void connection(ObjectNode node, Capabilities capabilities) {
        node.put("role", capabilities.role());
        node.put("seesAll", capabilities.seesAll());
        node.put("signals", Rights.signals(capabilities));
    }

    private static void lock(ObjectNode node, Assessment assessed, IncidentReport report) {
        LockKey key = assessed.lock().key();
        node.put("key", key.text());
        node.put("keyKind", kind(key));
        node.put("classid", key.classid());
        node.put("objid", key.objid());
        node.put("objsubid", key.objsubid());
        node.put(
                "database",
                report.capabilities().databaseName(assessed.lock().id().database()));
        node.put(
                "name",
                assessed.name()
                        .map(name -> (name.sure() ? "" : "maybe ") + name.name())
                        .orElse(null));
        node.put(
                "nameSource",
                assessed.name()
                        .map(name -> name.source().name().toLowerCase(Locale.ROOT))
                        .orElse(null));
        node.put("state", state(assessed.state()));
        node.put("diagnosis", assessed.diagnosis().word());
        node.put("severity", severity(assessed.severity()));
        ArrayNode holders = node.putArray("holders");
        assessed.lock().holders().forEach(holder -> holder(holders.addObject(), holder, report));
        ArrayNode waiters = node.putArray("waiters");
        assessed.lock().waiters().forEach(waiter -> waiter(waiters.addObject(), waiter, report));
        node.set("rootBlockers", numbers(assessed.roots()));
        node.set("victims", numbers(assessed.victims()));
        node.set("pollers", numbers(assessed.pollers()));
        suggestion(node.putObject("suggestion"), assessed.suggestion());
        node.put("heldAtLeastSeconds", assessed.held().toMillis() / 1000.0);
        node.put("sentence", assessed.sentence());
        node.set("evidence", words(assessed.evidence()));
        node.set("unknown", words(assessed.unknown()));
    }

    private static String kind(LockKey key) {
        return switch (key.kind()) {
            case BIGINT -> "bigint";
            case PAIR -> "int4pair";
            case FOREIGN -> "extension";
        };
    }

    static String state(State state) {
        return switch (state) {
            case IDLE_IN_TRANSACTION -> "IDLE_IN_TX";
            case IDLE_IN_TRANSACTION_ABORTED -> "IDLE_IN_TX_ABORTED";
            case PREPARED,
                    BLOCKED,
                    HIDDEN,
                    BACKGROUND,
                    CLIENT_GONE,
                    CLIENT_NOT_READING,
                    ACTIVE,
                    LEASE,
                    POOL_LEAK,
                    IDLE -> state.name();
        };
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case NORMAL -> "grey";
            case WARNING -> "yellow";
            case STUCK -> "red";
        };
    }

    private static void holder(ObjectNode node, Holder holder, IncidentReport report) {
        switch (holder) {
            case Holder.Session session -> {
                session(node, session.backend(), report);
                node.put("locks", session.locks());
            }
            case Holder.Prepared prepared -> {
                node.putNull("pid");
                node.put("gid", prepared.gid());
                node.put("prepared", prepared.prepared());
                node.put("preparedIn", report.capabilities().databaseName(prepared.database()));
            }
        }
        node.put("modes", modes(holder.modes()));
        node.put("level", holder.level().name().toLowerCase(Locale.ROOT));
    }

    private static void session(ObjectNode node, Backend backend, IncidentReport report) {
        node.put("pid", backend.pid());
        node.put("backendStart", backend.id().start());
        node.put("application", backend.application());
        node.put("user", backend.user());
        node.put("client", client(backend));
        node.put("state", backend.state());
        node.put("masked", backend.masked());
        if (report.statements()) {
            node.put("query", backend.query());
        }
    }

    private static void waiter(ObjectNode node, Waiter waiter, IncidentReport report) {
        session(node, waiter.backend(), report);
        node.put("queuePos", waiter.position());
        node.put("modes", modes(waiter.modes()));
        node.set("blockedBy", numbers(waiter.backend().blockedBy()));
        node.put(
                "waitSeconds",
                waiter.waiting() == null ? null : waiter.waiting().toMillis() / 1000.0);
    }

    private static @Nullable String client(Backend backend) {
        return backend.client() == null ? null : backend.client().text();
    }

    static String modes(Set<Mode> modes) {
        return modes.stream()
                .sorted()
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("+"));
    }

    private static void suggestion(ObjectNode node, Suggestion suggestion) {
        node.put("action", action(suggestion));
        node.set("targets", numbers(targets(suggestion)));
        if (suggestion instanceof Suggestion.EndPrepared prepared) {
            node.put("gid", prepared.gid());
        }
    }

    static String action(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.None _ -> "none";
            case Suggestion.Wait _ -> "wait";
            case Suggestion.EndHolder _ -> "terminate";
            case Suggestion.EndRoot _ -> "terminate-root";
            case Suggestion.CancelWaiter _ -> "cancel-waiter";
            case Suggestion.CancelStatement _ -> "cancel";
            case Suggestion.EndPrepared _ -> "rollback-or-commit-prepared";
            case Suggestion.AskSuperuser _ -> "ask-superuser";
        };
    }

    static List<Integer> targets(Suggestion suggestion) {
        List<BackendId> sessions = switch (suggestion) {
            case Suggestion.EndHolder(List<BackendId> ids) -> ids;
            case Suggestion.EndRoot(List<BackendId> ids) -> ids;
            case Suggestion.CancelWaiter(List<BackendId> ids) -> ids;
            case Suggestion.AskSuperuser(List<BackendId> ids) -> ids;
            case Suggestion.CancelStatement(BackendId id) -> List.of(id);
            case Suggestion.None _, Suggestion.Wait _, Suggestion.EndPrepared _ -> List.of();
        };
        return sessions.stream().map(BackendId::pid).toList();
    }

    private static ArrayNode numbers(Collection<Integer> numbers) {
        ArrayNode array = JSON.createArrayNode();
        numbers.forEach(array::add);
        return array;
    }

    private static ArrayNode words(Collection<String> words) {
        ArrayNode array = JSON.createArrayNode();
        words.forEach(array::add);
        return array;
    }
}
