package mana.studio.locks.look;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import mana.studio.locks.LockId;
import mana.studio.locks.LockKey;

/// The advisory locks of one session that holds very many, a page at a time: {@link Looker} brings only the first of
/// them.
public final class SessionKeys {
    private static final String QUESTION = """
        SELECT DISTINCT l.database::bigint, l.objsubid, l.classid::bigint, l.objid::bigint
        FROM pg_lock_status() l
        WHERE l.pid = ? AND l.locktype = 'advisory' AND l.granted
        ORDER BY 1, 2, 3, 4
        OFFSET ? LIMIT ?\
        """;

    private SessionKeys() {}

    /// Reads a page, in the order in which {@link Looker} numbers them.
    public static List<LockId> page(Connection connection, int pid, int from, int count) throws SQLException {
        List<LockId> keys = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(QUESTION)) {
            question.setInt(1, pid);
            question.setInt(2, from);
            question.setInt(3, count);
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    keys.add(new LockId(row.getLong(1), new LockKey(row.getLong(3), row.getLong(4), row.getInt(2))));
                }
            }
        }
        return keys;
    }
}
