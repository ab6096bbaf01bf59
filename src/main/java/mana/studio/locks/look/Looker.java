package mana.studio.locks.look;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import mana.studio.locks.Board;
import mana.studio.locks.LockKey;

/// Takes one look at all advisory locks of the server: who holds them, who waits, who stands in the way without any,
/// who suffers, who polls. One statement, so that all of it is of one moment; outside a transaction, as a session
/// sees the sessions of others only once per transaction (PostgreSQL, "Viewing Statistics").
public final class Looker {
    /// Uncontended locks shown of one session.
    private static final int PER_SESSION = 50;

    private static final int ROWS = 1_000;

    /// The functions behind `pg_locks` and `pg_stat_activity` rather than the views: the views open shared catalogs,
    /// which fails with 53200 once the shared lock table is full. `pg_blocking_pids` is asked once per waiting
    /// process, as it stops the lock manager for a moment; whole chains are closed as sets, since fifty waiters of one
    /// lock have 1,275 edges and far too many paths.
    private static final String LOOK = """
        WITH RECURSIVE
        lock AS MATERIALIZED (
          SELECT locktype, database, relation, transactionid, classid, objid, objsubid, virtualtransaction,
                 pid, mode, granted, waitstart
          FROM pg_lock_status()
        ),
        session AS MATERIALIZED (
          SELECT * FROM pg_stat_get_activity(NULL)
        ),
        blocked AS MATERIALIZED (
          SELECT w.pid, (SELECT array_agg(DISTINCT u ORDER BY u) FROM unnest(pg_blocking_pids(w.pid)) u) AS by
          FROM (SELECT DISTINCT pid FROM lock WHERE NOT granted AND pid IS NOT NULL) w
        ),
        advisory AS MATERIALIZED (
          SELECT database, classid, objid, objsubid, virtualtransaction, pid, granted,
                 min(waitstart) AS waitstart,
                 bool_or(mode = 'ExclusiveLock') AS exclusive,
                 bool_or(mode = 'ShareLock') AS shared
          FROM lock
          WHERE locktype = 'advisory'
          GROUP BY database, classid, objid, objsubid, virtualtransaction, pid, granted
        ),
        queued AS (
          SELECT a.*,
                 bool_or(NOT granted) OVER of_lock AS contended,
                 row_number() OVER (PARTITION BY database, classid, objid, objsubid, granted
                                    ORDER BY waitstart NULLS LAST, pid) AS place
          FROM advisory a
          WINDOW of_lock AS (PARTITION BY database, classid, objid, objsubid)
        ),
        counted AS (
          SELECT q.*,
                 count(*) OVER (PARTITION BY pid, virtualtransaction, granted) AS of_session,
                 row_number() OVER (PARTITION BY pid, virtualtransaction, granted, contended
                                    ORDER BY database, objsubid, classid, objid) AS number,
                 objsubid || ':' || classid::bigint || ':' || objid::bigint = ANY (?) AS pinned
          FROM queued q
        ),
        upstream (pid) AS (
          SELECT pid FROM advisory WHERE pid IS NOT NULL
          UNION
          SELECT unnest(b.by) FROM upstream u JOIN blocked b ON b.pid = u.pid
        ),
        chain (pid) AS (
          SELECT pid FROM upstream
          UNION
          SELECT b.pid FROM chain c JOIN blocked b ON c.pid = ANY (b.by)
        ),
        part AS (
          SELECT CASE WHEN granted THEN 'holder' ELSE 'waiter' END AS part,
                 database, classid, objid, objsubid, virtualtransaction, pid, exclusive, shared, waitstart,
                 contended, of_session, place, pinned
          FROM counted
          WHERE contended OR pinned OR number <= ?
          UNION ALL
          SELECT CASE WHEN u.pid IS NULL THEN 'victim' ELSE 'blocker' END,
                 NULL, NULL, NULL, NULL, NULL, c.pid, NULL, NULL, NULL, true, 0, NULL, false
          FROM chain c
          LEFT JOIN upstream u ON u.pid = c.pid
          WHERE c.pid <> 0 AND NOT EXISTS (SELECT FROM advisory a WHERE a.pid = c.pid)
          UNION ALL
          SELECT 'poller', NULL, NULL, NULL, NULL, NULL, s.pid, NULL, NULL, NULL, true, 0, NULL, false
          FROM session s
          WHERE s.query ~* 'pg_try_advisory_(xact_)?lock'
            AND s.query_start > clock_timestamp() - interval '60 seconds'
            AND s.pid <> pg_backend_pid()
            AND NOT EXISTS (SELECT FROM advisory a WHERE a.pid = s.pid)
        ),
        other AS MATERIALIZED (
          SELECT pid,
                 string_agg(concat_ws(' ', locktype, relation, transactionid, mode), '; ')
                   FILTER (WHERE NOT granted) AS waits_for,
                 array_agg(DISTINCT relation::bigint) FILTER (
                   WHERE granted AND locktype = 'relation' AND mode IN (
                     'ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock',
                     'AccessExclusiveLock')) AS strong
          FROM lock
          WHERE pid IS NOT NULL AND (NOT granted OR locktype = 'relation')
          GROUP BY pid
        ),
        prepared AS MATERIALIZED (
          SELECT t.virtualtransaction, x.gid, x.prepared, x.ownerid, x.dbid
          FROM lock t
          JOIN pg_prepared_xact() x ON x.transaction = t.transactionid
          WHERE t.pid IS NULL AND t.locktype = 'transactionid' AND t.granted
        )
        SELECT p.part, p.database::bigint AS lock_database, p.classid::bigint AS classid, p.objid::bigint AS objid,
               p.objsubid, p.virtualtransaction, p.pid, p.exclusive, p.shared, p.of_session::int AS of_session,
               p.place::int AS place,
               extract(epoch FROM clock_timestamp() - p.waitstart)::float8 AS waiting,
               x.gid, x.prepared::text AS prepared, x.ownerid::bigint AS prepared_owner,
               x.dbid::bigint AS prepared_database,
               b.by AS blocked_by, o.waits_for, o.strong,
               {columns}, NULL AS slot,
               clock_timestamp() AS server_now, pg_is_in_recovery() AS in_recovery, total.*
        FROM (SELECT count(*)::int AS lock_rows,
                     (SELECT count(*) FILTER (WHERE granted)::int FROM advisory) AS granted,
                     (SELECT count(*) FILTER (WHERE NOT granted)::int FROM advisory) AS awaited
              FROM lock) total
        LEFT JOIN part p ON true
        LEFT JOIN session s ON s.pid = p.pid
        LEFT JOIN blocked b ON b.pid = p.pid
        LEFT JOIN other o ON o.pid = p.pid
        LEFT JOIN prepared x ON p.pid IS NULL AND x.virtualtransaction = p.virtualtransaction
        ORDER BY p.contended DESC NULLS LAST, p.pinned DESC, p.database, p.objsubid, p.classid, p.objid,
                 p.part, p.place, p.pid
        LIMIT ?\
        """.replace("{columns}", SessionRow.COLUMNS);

    private Looker() {}

    /// Looks.
    ///
    /// @param connection in autocommit
    /// @param pinned     keys that are shown however many others their session holds
    /// @throws SQLException where the server refuses; 53200 where even this needs a lock it has no room for
    public static Board look(Connection connection, Collection<LockKey> pinned) throws SQLException {
        long begun = System.nanoTime();
        String[] keys = pinned.stream()
                .map(key -> key.objsubid() + ":" + key.classid() + ":" + key.objid())
                .toArray(String[]::new);
        Array pins = connection.createArrayOf("text", keys);
        try (PreparedStatement look = connection.prepareStatement(LOOK)) {
            look.setArray(1, pins);
            look.setInt(2, PER_SESSION);
            look.setInt(3, ROWS);
            try (ResultSet rows = look.executeQuery()) {
                BoardRows board = new BoardRows();
                while (rows.next()) {
                    board.add(rows);
                }
                return board.board(Duration.ofNanos(System.nanoTime() - begun));
            }
        } finally {
            pins.free();
        }
    }
}
