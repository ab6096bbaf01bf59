package mana.studio.locks.look;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Who holds how many of the server's connections, the most first.
public record SlotUse(List<Share> shares) {
    /// As {@link Looker}: it must work when no shared catalog can be opened.
    private static final String QUESTION = """
        SELECT coalesce(nullif(s.application_name, ''), '(no name)'), coalesce(pg_get_userbyid(s.usesysid), ''),
               count(*)::int
        FROM pg_stat_get_activity(NULL) s
        WHERE coalesce(s.backend_type, 'client backend') = 'client backend' AND s.usesysid IS NOT NULL
        GROUP BY 1, 2
        ORDER BY 3 DESC, 1, 2\
        """;

    public SlotUse {
        shares = List.copyOf(shares);
    }

    /// @param application as it names itself
    public record Share(String application, String user, int sessions) {}

    /// Asks the server.
    public static SlotUse of(Connection connection) throws SQLException {
        List<Share> shares = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(QUESTION);
                ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                shares.add(new Share(rows.getString(1), rows.getString(2), rows.getInt(3)));
            }
        }
        return new SlotUse(shares);
    }

    public int sessions() {
        return shares.stream().mapToInt(Share::sessions).sum();
    }
}
