package mana.studio.locks.activity;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import mana.studio.connection.Incident;
import mana.studio.locks.Backend;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Audit;
import mana.studio.locks.release.Outcome;
import mana.studio.locks.release.Outcome.Why;
import mana.studio.locks.look.SessionRow;
import org.jspecify.annotations.Nullable;

/// Ends or cancels one session that a person saw, in one statement that checks it is still that one and, where its
/// statement is to be cancelled, still runs that one. Written down before and after.
public final class Ending {
    private static final Duration WAIT = Duration.ofSeconds(5);

    /// As for a lock's holder, without the lock.
    private static final String ASK = """
        WITH seen AS MATERIALIZED (
          SELECT * FROM pg_stat_get_activity(?::int)
        ),
        checked AS MATERIALIZED (
          SELECT s.pid IS NOT NULL AS alive,
                 s.backend_start IS NOT DISTINCT FROM ?::timestamptz
                   AND s.usesysid::bigint IS NOT DISTINCT FROM ?::bigint AS same,
                 ?::text IS NULL OR s.query_start IS NOT DISTINCT FROM ?::timestamptz AS unchanged,
                 NULL AS slot, {columns}
          FROM (SELECT) once
          LEFT JOIN seen s ON true
        )
        SELECT c.*, CASE WHEN c.alive AND NOT c.self AND c.same AND c.unchanged THEN {signal} END AS acted
        FROM checked c\
        """;

    private static final String END = "pg_terminate_backend(c.session_pid, " + WAIT.toMillis() + ")";
    private static final String CANCEL = "CASE WHEN c.state = 'active' THEN pg_cancel_backend(c.session_pid) END";

    private final Incident incident;
    private final Audit audit;

    /// @param incident stays the caller's to close
    public Ending(Incident incident, Audit audit) {
        this.incident = incident;
        this.audit = audit;
    }

    /// What is done to whom, as it was seen.
    ///
    /// @param reason for the audit; may be empty
    public record Order(Act act, Backend seen, String reason) {}

    /// The statement that is sent, for showing it.
    public static String sql(Act act) {
        return ASK.replace("{columns}", SessionRow.COLUMNS).replace("{signal}", act == Act.END ? END : CANCEL);
    }

    /// Does it. May last seconds. Never throws for what the server says.
    public Outcome carryOut(Order order) {
        String id = UUID.randomUUID().toString();
        try {
            audit.append(entry(id, "intent", order, null));
        } catch (IOException refused) {
            return new Outcome.NotRecorded(audit.file() + ": " + refused.getMessage());
        }
        Outcome outcome = done(order);
        try {
            audit.append(entry(id, "outcome", order, outcome));
        } catch (IOException refused) {
            // It was written down that it was about to be done.
        }
        return outcome;
    }

    private Outcome done(Order order) {
        try {
            return incident.act(connection -> send(connection, order));
        } catch (SQLException refused) {
            String answer = Objects.requireNonNullElse(refused.getMessage(), "");
            String state = Objects.requireNonNullElse(refused.getSQLState(), "");
            if (state.equals("42501")) {
                return new Outcome.NotPermitted(answer);
            }
            boolean maybe = state.startsWith("08") || state.startsWith("57");
            return maybe
                    ? new Outcome.Unknown(answer, new Outcome.Proof.NotSeen(answer))
                    : new Outcome.Failed(answer, refused.getSQLState());
        }
    }

    private static Outcome send(Connection connection, Order order) throws SQLException {
        Backend seen = order.seen();
        try (PreparedStatement statement = connection.prepareStatement(sql(order.act()))) {
            statement.setInt(1, seen.pid());
            statement.setString(2, seen.id().start());
            if (seen.id().role() == null) {
                statement.setNull(3, Types.BIGINT);
            } else {
                statement.setLong(3, seen.id().role());
            }
            // An ended session's statement does not matter; a cancelled one must be the one that was seen.
            String queryStart = order.act() == Act.CANCEL ? seen.queryStart() : null;
            statement.setString(4, queryStart);
            statement.setString(5, queryStart);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return outcome(row, order.act());
            }
        }
    }

    private static Outcome outcome(ResultSet row, Act act) throws SQLException {
        Boolean acted = (Boolean) row.getObject("acted");
        if (acted != null) {
            return acted ? new Outcome.Done(new Outcome.Proof.OutOfTheWay()) : new Outcome.NotEndedInTime(WAIT);
        }
        if (!row.getBoolean("alive")) {
            return new Outcome.Missed(Why.GONE, null);
        }
        Backend now = SessionRow.read(row);
        if (now.self()) {
            return new Outcome.Missed(Why.OWN_SESSION, now);
        }
        if (!row.getBoolean("same")) {
            return new Outcome.Missed(Why.OTHER_SESSION, now);
        }
        boolean changed = !row.getBoolean("unchanged") && "active".equals(now.state());
        return new Outcome.Missed(changed || act == Act.END ? Why.WORKED_SINCE : Why.NOTHING_RUNS, now);
    }

    private Map<String, @Nullable Object> entry(String id, String phase, Order order, @Nullable Outcome outcome) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        Backend seen = order.seen();
        entry.put("format", "session-act/1");
        entry.put("id", id);
        entry.put("phase", phase);
        entry.put("at", Instant.now().toString());
        entry.put("person", System.getProperty("user.name", ""));
        entry.put("login", incident.target().user());
        entry.put("act", order.act().name().toLowerCase(Locale.ROOT));
        entry.put("pid", seen.pid());
        entry.put("backendStart", seen.id().start());
        entry.put("user", seen.user());
        entry.put("application", seen.application());
        entry.put("state", seen.state());
        entry.put("reason", order.reason());
        entry.put("outcome", outcome == null ? null : outcome.getClass().getSimpleName());
        return entry;
    }
}
