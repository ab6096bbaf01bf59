package mana.studio.locks.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import mana.studio.locks.Backend;
import mana.studio.locks.LockKey;
import mana.studio.locks.look.SessionRow;
import mana.studio.locks.release.Outcome.Why;
import org.jspecify.annotations.Nullable;

/// The one statement that acts: it looks whether the session is still the one that was seen, still has that part in the
/// lock and has done nothing since, and only then signals it. Between a check and a signal of two statements the
/// operating system could give the pid to somebody else. What is left is the moment in which the server itself looks
/// up the process.
///
/// @param waits for the end of the session, at most
record Signal(Aim aim, Act act, Duration waits, int version) {
    private static final int FIRST_THAT_WAITS = 140000;

    /// The functions behind the views, as `Looker` uses them: this must work when no shared catalog can be opened.
    private static final String ASK = """
        WITH aimed AS MATERIALIZED (
          SELECT * FROM pg_stat_get_activity(?::int)
        ),
        part AS MATERIALIZED (
          {part}
        ),
        checked AS MATERIALIZED (
          SELECT s.pid IS NOT NULL AS alive,
                 s.backend_start IS NOT DISTINCT FROM ?::timestamptz
                   AND s.usesysid::bigint IS NOT DISTINCT FROM ?::bigint AS same,
                 p.slot IS NOT NULL AND p.slot = coalesce(?::text, p.slot) AS involved,
                 s.state_change IS NOT DISTINCT FROM coalesce(?::timestamptz, s.state_change) AS unchanged,
                 p.slot, clock_timestamp()::text AS at,
                 {columns}
          FROM (SELECT) once
          LEFT JOIN aimed s ON true
          LEFT JOIN part p ON true
        )
        SELECT c.*,
               CASE WHEN c.alive AND NOT c.self AND c.same AND c.involved AND c.unchanged {runs} THEN {signal} END
                 AS acted
        FROM checked c\
        """;

    private static final String OF_THE_KEY = """
        SELECT DISTINCT split_part(virtualtransaction, '/', 1) AS slot
        FROM pg_lock_status()
        WHERE pid = ?::int AND locktype = 'advisory' AND granted = ?::bool
          AND database = ?::bigint::oid AND classid = ?::bigint::oid AND objid = ?::bigint::oid AND objsubid = ?::int\
        """;

    private static final String IN_THE_WAY = """
        SELECT ''::text AS slot
        WHERE EXISTS (
          SELECT FROM (SELECT DISTINCT pid FROM pg_lock_status() WHERE NOT granted AND pid IS NOT NULL) waiting
          WHERE ?::int = ANY (pg_blocking_pids(waiting.pid)))\
        """;

    /// What the server answered.
    ///
    /// @param acted true where the signal was sent (and, ending, the session ended in time), false where it did not end
    ///              in time, null where it was not sent
    /// @param now   the session of that pid; null where there is none
    /// @param at    by the server's clock, just before the signal
    record Answer(
            boolean alive,
            boolean same,
            boolean involved,
            boolean unchanged,
            @Nullable Boolean acted,
            @Nullable Backend now,
            String at) {

        /// Why nothing was done; empty where something was.
        Optional<Why> why() {
            if (acted != null) {
                return Optional.empty();
            }
            if (now == null) {
                return Optional.of(Why.GONE);
            }
            if (now.self()) {
                return Optional.of(Why.OWN_SESSION);
            }
            if (!same) {
                return Optional.of(Why.OTHER_SESSION);
            }
            if (!involved) {
                return Optional.of(Why.NO_LONGER_HOLDS);
            }
            return Optional.of(unchanged ? Why.NOTHING_RUNS : Why.WORKED_SINCE);
        }
    }

    String sql() {
        boolean ofKey = aim.part() != Aim.Part.ROOT;
        String signal =
                switch (act) {
                    case CANCEL -> "pg_cancel_backend(c.session_pid)";
                    case END ->
                        version < FIRST_THAT_WAITS
                                ? "pg_terminate_backend(c.session_pid)"
                                : "pg_terminate_backend(c.session_pid, " + waits.toMillis() + ")";
                };
        return ASK.replace("{part}", ofKey ? OF_THE_KEY : IN_THE_WAY)
                .replace("{columns}", SessionRow.COLUMNS)
                .replace("{runs}", act == Act.CANCEL ? "AND coalesce(c.state, 'active') = 'active'" : "")
                .replace("{signal}", signal);
    }

    /// In the order of the statement.
    List<@Nullable Object> parameters() {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(aim.session().pid());
        all.add(aim.session().pid());
        if (aim.part() != Aim.Part.ROOT) {
            LockKey key = aim.lock().key();
            all.add(aim.part() == Aim.Part.HOLDER);
            all.add(aim.lock().database());
            all.add(key.classid());
            all.add(key.objid());
            all.add(key.objsubid());
        }
        all.add(aim.session().start());
        all.add(aim.session().role());
        all.add(aim.part() == Aim.Part.ROOT ? null : aim.session().processSlot());
        all.add(aim.stateChange());
        return Collections.unmodifiableList(all);
    }

    Answer send(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            int index = 0;
            for (Object parameter : parameters()) {
                index++;
                if (parameter == null) {
                    statement.setNull(index, Types.VARCHAR);
                } else {
                    statement.setObject(index, parameter);
                }
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                boolean alive = row.getBoolean("alive");
                return new Answer(
                        alive,
                        row.getBoolean("same"),
                        row.getBoolean("involved"),
                        row.getBoolean("unchanged"),
                        (Boolean) row.getObject("acted"),
                        alive ? SessionRow.read(row) : null,
                        row.getString("at"));
            }
        }
    }
}
