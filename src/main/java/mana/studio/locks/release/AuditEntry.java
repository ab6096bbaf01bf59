package mana.studio.locks.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mana.studio.connection.Target;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.LockId;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.SessionRow;
import mana.studio.locks.release.Outcome.Proof;
import org.jspecify.annotations.Nullable;

/// Writes an act down in the words of the audit file.
///
/// @param tried as whom, and where
record AuditEntry(String id, Target tried, Capabilities capabilities, Order order, String sql, List<?> parameters) {
    private static final String FORMAT = "lock-act/1";

    static AuditEntry of(Target tried, Capabilities capabilities, Order order, String sql, List<?> parameters) {
        return new AuditEntry(UUID.randomUUID().toString(), tried, capabilities, order, sql, parameters);
    }

    Map<String, @Nullable Object> intent() {
        Map<String, @Nullable Object> entry = entry("intent", null);
        entry.put("reason", order.reason());
        entry.put("sql", sql.replaceAll("\\s+", " ").strip());
        entry.put("parameters", parameters.stream().map(String::valueOf).toList());
        if (order instanceof Order.OfSession session) {
            entry.put("evidence", hash(session.evidence().text()));
        }
        return entry;
    }

    /// @param at by the server's clock; null where it did not answer
    Map<String, @Nullable Object> outcome(Outcome outcome, @Nullable String at) {
        Map<String, @Nullable Object> entry = entry("outcome", at);
        entry.put("outcome", word(outcome));
        entry.put("answer", answer(outcome));
        Proof proof = proof(outcome);
        entry.put("key", proof == null ? "not looked at" : word(proof));
        Backend holder = proof == null ? null : holder(proof);
        entry.put("heldBy", holder == null ? null : session(holder));
        return entry;
    }

    /// For the server's log.
    String sentence() {
        String who = "mana-schema-studio: " + System.getProperty("user.name", "") + " ";
        String lock = " of advisory lock " + order.lock().key().shown() + " in "
                + capabilities.databaseName(order.lock().database());
        String why = order.reason().isBlank() ? "" : "; reason: " + order.reason();
        return switch (order) {
            case Order.OfSession session ->
                who + (session.act() == Act.END ? "ends session " : "cancels session ")
                        + session.evidence().target().pid() + " ("
                        + session.evidence().target().application() + ", "
                        + session.evidence().target().user() + "), "
                        + session.evidence().aim().part().name().toLowerCase(Locale.ROOT) + lock + why;
            case Order.OfPrepared prepared ->
                who + (prepared.commits() ? "commits" : "rolls back") + " prepared transaction "
                        + prepared.prepared().gid() + ", holder" + lock + why;
        };
    }

    private Map<String, @Nullable Object> entry(String phase, @Nullable String at) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("format", FORMAT);
        entry.put("id", id);
        entry.put("phase", phase);
        entry.put("at", Instant.now().toString());
        entry.put("serverAt", at);
        entry.put("person", System.getProperty("user.name", ""));
        entry.put("login", tried.user());
        entry.put("server", server(capabilities));
        entry.put("act", act());
        entry.put("lock", lock(order.lock()));
        entry.put("target", target());
        return entry;
    }

    static Map<String, Object> server(Capabilities capabilities) {
        return Map.of(
                "address", capabilities.address(), "port", capabilities.port(), "started", capabilities.started());
    }

    private Map<String, Object> lock(LockId lock) {
        return Map.of(
                "key", lock.key().text(),
                "objsubid", lock.key().objsubid(),
                "database", lock.database(),
                "databaseName", capabilities.databaseName(lock.database()));
    }

    private String act() {
        return switch (order) {
            case Order.OfSession session ->
                switch (session.act()) {
                    case END -> "end";
                    case CANCEL -> "cancel";
                };
            case Order.OfPrepared prepared -> prepared.commits() ? "commit-prepared" : "rollback-prepared";
        };
    }

    private Map<String, @Nullable Object> target() {
        Map<String, @Nullable Object> target = new LinkedHashMap<>();
        switch (order) {
            case Order.OfSession session -> {
                target.putAll(session(session.evidence().target()));
                target.put("part", session.evidence().aim().part().name().toLowerCase(Locale.ROOT));
                target.put("state", session.evidence().target().state());
                target.put("query", shown(session.evidence().target().query(), session.masked()));
            }
            case Order.OfPrepared prepared -> {
                target.put("gid", prepared.prepared().gid());
                target.put("prepared", prepared.prepared().prepared());
                target.put("database", prepared.database());
            }
        }
        return target;
    }

    private static Map<String, @Nullable Object> session(Backend backend) {
        Map<String, @Nullable Object> session = new LinkedHashMap<>();
        BackendId id = backend.id();
        session.put("pid", id.pid());
        session.put("backendStart", id.start());
        session.put("role", id.role());
        session.put("user", backend.user());
        session.put("application", backend.application());
        session.put("address", SessionRow.address(backend));
        return session;
    }

    private static String shown(String query, boolean masked) {
        if (masked) {
            return "(left out)";
        }
        return query.toLowerCase(Locale.ROOT).contains("password") ? "(left out: it speaks of a password)" : query;
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> "done";
            case Outcome.NotEndedInTime _ -> "not-ended-in-time";
            case Outcome.Missed missed ->
                missed.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Outcome.NotPermitted _ -> "not-permitted";
            case Outcome.NotRecorded _ -> "not-recorded";
            case Outcome.Failed _ -> "failed";
            case Outcome.Unknown _ -> "unknown";
        };
    }

    private static @Nullable String answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotPermitted(String answer) -> answer;
            case Outcome.NotRecorded(String answer) -> answer;
            case Outcome.Failed failed -> failed.answer();
            case Outcome.Unknown unknown -> unknown.answer();
            case Outcome.Done _, Outcome.NotEndedInTime _, Outcome.Missed _ -> null;
        };
    }

    static @Nullable Proof proof(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Proof proof) -> proof;
            case Outcome.Unknown unknown -> unknown.proof();
            case Outcome.NotEndedInTime _,
                    Outcome.Missed _,
                    Outcome.NotPermitted _,
                    Outcome.NotRecorded _,
                    Outcome.Failed _ -> null;
        };
    }

    static String word(Proof proof) {
        return switch (proof) {
            case Proof.Free _ -> "free";
            case Proof.HandedOver _ -> "handed-over";
            case Proof.TakenByPoller _ -> "taken-by-poller";
            case Proof.TakenAgain _ -> "taken-again";
            case Proof.TakenByOther _ -> "taken-by-other";
            case Proof.OutOfTheWay _ -> "out-of-the-way";
            case Proof.StillHeld _ -> "still-held";
            case Proof.NotSeen _ -> "not-seen";
        };
    }

    static @Nullable Backend holder(Proof proof) {
        return switch (proof) {
            case Proof.HandedOver(Backend to) -> to;
            case Proof.TakenByPoller(Backend by) -> by;
            case Proof.TakenAgain again -> again.by();
            case Proof.TakenByOther other -> other.by();
            case Proof.Free _, Proof.OutOfTheWay _, Proof.StillHeld _, Proof.NotSeen _ -> null;
        };
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
