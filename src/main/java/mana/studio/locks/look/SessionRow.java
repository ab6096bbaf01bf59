package mana.studio.locks.look;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import org.jspecify.annotations.Nullable;

/// Reads a session from a row of `pg_stat_get_activity`: who it is and what it does, without its place in any chain.
public final class SessionRow {
    /// Of `s`, with the slot of its process from elsewhere as `slot`.
    public static final String COLUMNS = """
        s.pid AS session_pid, s.backend_start::text AS backend_start, s.usesysid::bigint AS role,
        CASE WHEN s.usesysid IS NOT NULL THEN pg_get_userbyid(s.usesysid) END AS role_name,
        s.datid::bigint AS session_database, s.application_name, host(s.client_addr) AS client_address, s.client_port,
        s.backend_type, s.leader_pid, s.state, s.state_change::text AS state_change, s.query_start::text AS query_start,
        s.wait_event_type, s.wait_event, s.backend_xid IS NOT NULL AS writes,
        extract(epoch FROM clock_timestamp() - s.backend_start)::float8 AS age,
        extract(epoch FROM clock_timestamp() - s.xact_start)::float8 AS transaction_age,
        extract(epoch FROM clock_timestamp() - s.state_change)::float8 AS state_age,
        coalesce(s.query = '<insufficient privilege>', false) AS masked, left(s.query, 1000) AS query,
        coalesce(s.pid = pg_backend_pid(), false) AS self\
        """;

    private SessionRow() {}

    public static Backend read(ResultSet row) throws SQLException {
        Integer port = number(row, "client_port", Integer.class);
        return new Backend(
                new BackendId(
                        row.getInt("session_pid"),
                        row.getString("backend_start"),
                        number(row, "role", Long.class),
                        row.getString("slot")),
                number(row, "session_database", Long.class),
                text(row, "role_name"),
                text(row, "application_name"),
                port == null ? null : new Backend.Client(row.getString("client_address"), port),
                row.getString("backend_type"),
                number(row, "leader_pid", Integer.class),
                row.getString("state"),
                row.getString("state_change"),
                row.getString("query_start"),
                row.getString("wait_event_type"),
                row.getString("wait_event"),
                row.getBoolean("writes"),
                seconds(row, "age"),
                seconds(row, "transaction_age"),
                seconds(row, "state_age"),
                row.getBoolean("masked"),
                text(row, "query"),
                row.getBoolean("self"),
                null,
                null,
                List.of(),
                Set.of());
    }

    /// Whether both seem to be of one program: same application, user and computer.
    public static boolean isOfOneProgram(Backend one, Backend other) {
        return one.application().equals(other.application())
                && Objects.equals(one.id().role(), other.id().role())
                && Objects.equals(address(one), address(other));
    }

    public static @Nullable String address(Backend backend) {
        Backend.Client client = backend.client();
        return client == null ? null : client.address();
    }

    private static <T> @Nullable T number(ResultSet row, String column, Class<T> type) throws SQLException {
        return row.getObject(column) == null ? null : row.getObject(column, type);
    }

    static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofNanos((long) (Math.max(0, value) * 1e9));
    }
}
