package mana.studio.locks.look;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mana.studio.locks.Backend;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the role that looks may see and do, and what things are called here.
///
/// @param version      `server_version_num`
/// @param database     connected to
/// @param databaseId   its oid
/// @param role         current user
/// @param superuser    whether it is one
/// @param seesAll      whether it has `pg_read_all_stats`: otherwise the details of others' sessions are hidden
/// @param signals      whether it has `pg_signal_backend`
/// @param inRecovery   whether the server is a replica
/// @param address      of the server; empty for a local socket
/// @param port         of the server; 0 for a local socket
/// @param started      when the server started, as it prints it: who it is, with the address
/// @param slots        the connections it takes
/// @param lockTable    how many locks fit into its table, nominally
/// @param settings     those that decide how long a dead client's session lives, by name
/// @param databases    names by oid
/// @param roles        by oid
public record Capabilities(
        int version,
        String database,
        long databaseId,
        String role,
        boolean superuser,
        boolean seesAll,
        boolean signals,
        boolean inRecovery,
        String address,
        int port,
        String started,
        Slots slots,
        int lockTable,
        Map<String, String> settings,
        Map<Long, String> databases,
        Map<Long, Role> roles) {
    /// Asked once after connecting. It also fills the session's caches of names (`pg_get_userbyid` of every role), so
    /// that {@link Looker} works when the shared lock table is full and no shared catalog can be opened any more.
    private static final String QUESTION = """
        SELECT current_setting('server_version_num')::int,
               d.datname,
               d.oid::bigint,
               me.rolname,
               me.rolsuper,
               pg_has_role('pg_read_all_stats', 'USAGE'),
               pg_has_role('pg_signal_backend', 'USAGE'),
               pg_is_in_recovery(),
               coalesce(host(inet_server_addr()), ''),
               coalesce(inet_server_port(), 0),
               pg_postmaster_start_time()::text,
               current_setting('max_connections')::int,
               current_setting('superuser_reserved_connections')::int,
               coalesce(current_setting('reserved_connections', true), '0')::int,
               current_setting('max_locks_per_transaction')::int
                 * (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int),
               (SELECT json_object_agg(s.name, s.setting || coalesce(s.unit, ''))
                FROM pg_settings s
                WHERE s.name IN ('tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count',
                                 'client_connection_check_interval', 'idle_session_timeout',
                                 'idle_in_transaction_session_timeout', 'transaction_timeout', 'lock_timeout',
                                 'statement_timeout', 'deadlock_timeout', 'max_prepared_transactions')),
               (SELECT json_object_agg(all_of.oid::bigint, all_of.datname) FROM pg_database all_of),
               (SELECT json_object_agg(r.oid::bigint, json_build_object(
                         'name', pg_get_userbyid(r.oid), 'superuser', r.rolsuper,
                         'member', pg_has_role(r.oid, 'USAGE')))
                FROM pg_roles r)
        FROM pg_database d
        CROSS JOIN pg_roles me
        WHERE d.datname = current_database() AND me.rolname = current_user\
        """;

    private static final JsonMapper JSON = JsonMapper.shared();

    public Capabilities {
        settings = Map.copyOf(settings);
        databases = Map.copyOf(databases);
        roles = Map.copyOf(roles);
    }

    /// A role of the server.
    ///
    /// @param member whether the one who looks has its rights
    public record Role(String name, boolean superuser, boolean member) {}

    /// The connections a server takes.
    ///
    /// @param all       `max_connections`
    /// @param superuser of them kept for superusers
    /// @param reserved  of them kept for `pg_use_reserved_connections` (PostgreSQL 16)
    public record Slots(int all, int superuser, int reserved) {}

    /// Asks the server.
    public static Capabilities of(Connection connection) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(QUESTION);
                ResultSet row = question.executeQuery()) {
            row.next();
            return new Capabilities(
                    row.getInt(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getBoolean(6),
                    row.getBoolean(7),
                    row.getBoolean(8),
                    row.getString(9),
                    row.getInt(10),
                    row.getString(11),
                    new Slots(row.getInt(12), row.getInt(13), row.getInt(14)),
                    row.getInt(15),
                    read(row.getString(16), new TypeReference<TreeMap<String, String>>() {}),
                    read(row.getString(17), new TypeReference<TreeMap<Long, String>>() {}),
                    read(row.getString(18), new TypeReference<TreeMap<Long, Role>>() {}));
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        return JSON.readValue(json, type);
    }

    /// The database's name; its oid where it came after we looked.
    public String databaseName(long oid) {
        return databases.getOrDefault(oid, "database " + oid);
    }

    /// Whether this role may end or cancel a session (PostgreSQL, "Server Signaling Functions").
    ///
    /// @return empty where it may; otherwise why not
    public Optional<Refusal> mayEnd(Backend backend) {
        Long roleId = backend.id().role();
        if (superuser) {
            return Optional.empty();
        }
        Role owner = roleId == null ? null : roles.get(roleId);
        if (owner == null) {
            return Optional.of(new Refusal.NoRight(role, backend.user()));
        }
        if (owner.superuser()) {
            return Optional.of(new Refusal.OfSuperuser(owner.name()));
        }
        return signals || owner.member() ? Optional.empty() : Optional.of(new Refusal.NoRight(role, owner.name()));
    }

    /// Why a session may not be ended by this role.
    public sealed interface Refusal {
        /// Only a superuser may end a superuser's.
        record OfSuperuser(String owner) implements Refusal {}

        /// Neither a member of the owner nor of `pg_signal_backend`.
        record NoRight(String role, String owner) implements Refusal {}
    }

    /// What a setting is; null where this server has none of that name.
    public @Nullable String setting(String name) {
        return settings.get(name);
    }
}
