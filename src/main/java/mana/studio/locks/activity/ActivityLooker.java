package mana.studio.locks.activity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.locks.Backend;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.SessionRow;

/// Takes one look at all sessions and at who waits for whom, in one statement, so that it is of one moment.
public final class ActivityLooker {
    private static final String OURS = "mana-schema-studio";

    /// The functions behind the views, which open no shared catalog. Names of relations are known of the database
    /// connected to only.
    private static final String LOOK = """
        WITH lock AS MATERIALIZED (
          SELECT pid, locktype, database, relation, transactionid, mode, granted FROM pg_lock_status()
        ),
        waiting AS MATERIALIZED (
          SELECT w.pid, w.waits_for,
                 (SELECT array_agg(DISTINCT u ORDER BY u) FROM unnest(pg_blocking_pids(w.pid)) u) AS by
          FROM (SELECT pid,
                       string_agg(concat_ws(' ', mode, 'on', CASE
                         WHEN locktype IN ('relation', 'extend', 'page', 'tuple') AND database = ?::bigint::oid
                           THEN concat_ws(' ', nullif(locktype, 'relation'), relation::regclass)
                         WHEN locktype IN ('relation', 'extend', 'page', 'tuple') THEN 'table ' || relation
                         WHEN locktype = 'transactionid' THEN 'transaction ' || transactionid
                         ELSE locktype END), '; ') AS waits_for
                FROM lock
                WHERE NOT granted AND pid IS NOT NULL
                GROUP BY pid) w
        )
        SELECT {columns}, NULL AS slot, w.waits_for, w.by
        FROM pg_stat_get_activity(NULL) s
        LEFT JOIN waiting w ON w.pid = s.pid
        ORDER BY s.state_change NULLS LAST, s.pid\
        """;

    private ActivityLooker() {}

    /// Looks.
    ///
    /// @param connection in autocommit
    public static Activity look(Connection connection, Capabilities capabilities) throws SQLException {
        List<Backend> backends = new ArrayList<>();
        try (PreparedStatement look = connection.prepareStatement(LOOK.replace("{columns}", SessionRow.COLUMNS))) {
            look.setLong(1, capabilities.databaseId());
            try (ResultSet row = look.executeQuery()) {
                while (row.next()) {
                    backends.add(withWaits(SessionRow.read(row), row));
                }
            }
        }
        return activity(backends);
    }

    private static Backend withWaits(Backend backend, ResultSet row) throws SQLException {
        Array by = row.getArray("by");
        List<Integer> pids = by == null ? List.of() : List.of((Integer[]) by.getArray());
        return backend.placed(backend.id(), backend.inTransaction(), row.getString("waits_for"), pids, Set.of());
    }

    private static Activity activity(List<Backend> backends) {
        Map<Integer, List<Integer>> blocks = new HashMap<>();
        for (Backend backend : backends) {
            backend.blockedBy()
                    .forEach(by ->
                            blocks.computeIfAbsent(by, _ -> new ArrayList<>()).add(backend.pid()));
        }
        List<SessionNow> sessions = backends.stream()
                .map(backend -> new SessionNow(
                        backend,
                        Doing.of(backend),
                        blocks.getOrDefault(backend.pid(), List.of()),
                        backend.self() || backend.application().startsWith(OURS)))
                .toList();
        long clients = backends.stream()
                .filter(backend -> backend.id().role() != null)
                .filter(backend -> backend.type() == null || backend.type().equals("client backend"))
                .count();
        return new Activity(sessions, (int) clients);
    }
}
