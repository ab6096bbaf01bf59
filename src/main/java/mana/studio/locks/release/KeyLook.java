package mana.studio.locks.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import mana.studio.locks.Backend;
import mana.studio.locks.LockId;
import mana.studio.locks.LockKey;
import mana.studio.locks.look.SessionRow;

/// Who holds one key and who waits for it, now. It never tries to take it: that would make it one more that is in the
/// way.
///
/// @param holders  sessions
/// @param waiters  sessions
/// @param prepared transactions that hold it
record KeyLook(List<Backend> holders, List<Backend> waiters, int prepared) {
    private static final String LOOK = """
        SELECT l.pid, l.granted, split_part(l.virtualtransaction, '/', 1) AS slot,
        """ + SessionRow.COLUMNS + """

        FROM (SELECT DISTINCT pid, granted, virtualtransaction
              FROM pg_lock_status()
              WHERE locktype = 'advisory' AND database = ?::bigint::oid AND classid = ?::bigint::oid
                AND objid = ?::bigint::oid AND objsubid = ?::int) l
        LEFT JOIN pg_stat_get_activity(NULL) s ON s.pid = l.pid
        ORDER BY l.pid\
        """;

    private static final String ONE = """
        SELECT EXISTS (
          SELECT FROM pg_stat_get_activity(?::int) s
          WHERE s.backend_start IS NOT DISTINCT FROM ?::timestamptz
            AND s.usesysid::bigint IS NOT DISTINCT FROM ?::bigint),
          EXISTS (
          SELECT FROM (SELECT DISTINCT pid FROM pg_lock_status() WHERE NOT granted AND pid IS NOT NULL) waiting
          WHERE ?::int = ANY (pg_blocking_pids(waiting.pid)))\
        """;

    static KeyLook of(Connection connection, LockId lock) throws SQLException {
        LockKey key = lock.key();
        List<Backend> holders = new ArrayList<>();
        List<Backend> waiters = new ArrayList<>();
        int prepared = 0;
        try (PreparedStatement look = connection.prepareStatement(LOOK)) {
            look.setLong(1, lock.database());
            look.setLong(2, key.classid());
            look.setLong(3, key.objid());
            look.setInt(4, key.objsubid());
            try (ResultSet rows = look.executeQuery()) {
                while (rows.next()) {
                    boolean granted = rows.getBoolean("granted");
                    if (rows.getObject("pid") == null) {
                        prepared++;
                    } else if (rows.getObject("session_pid") != null) {
                        (granted ? holders : waiters).add(SessionRow.read(rows));
                    }
                }
            }
        }
        return new KeyLook(List.copyOf(holders), List.copyOf(waiters), prepared);
    }

    /// Whether a session is still there and still holds up others.
    static boolean isInTheWay(Connection connection, Aim aim) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(ONE)) {
            look.setInt(1, aim.session().pid());
            look.setString(2, aim.session().start());
            look.setObject(3, aim.session().role(), java.sql.Types.BIGINT);
            look.setInt(4, aim.session().pid());
            try (ResultSet row = look.executeQuery()) {
                row.next();
                return row.getBoolean(1) && row.getBoolean(2);
            }
        }
    }
}
