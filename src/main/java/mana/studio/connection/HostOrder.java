package mana.studio.connection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// In which order the hosts of a target are tried, and which of them will do: libpq's `load_balance_hosts` and
/// `target_session_attrs`. Not pgjdbc's `targetServerType`: it takes every session with
/// `default_transaction_read_only` for one on a standby, and no unix sockets among several hosts.
///
/// @param wanted `any`, `primary`, `standby`, `prefer-standby`, `read-write` or `read-only`
record HostOrder(List<Endpoint> endpoints, String wanted) {
    static HostOrder of(Target target) {
        List<Endpoint> endpoints = new ArrayList<>(target.endpoints());
        if ("random".equals(target.parameters().get("load_balance_hosts"))) {
            Collections.shuffle(endpoints);
        }
        return new HostOrder(endpoints, target.parameters().getOrDefault("target_session_attrs", "any"));
    }

    /// What a host must be to be taken.
    enum Role {
        ANY,
        PRIMARY,
        STANDBY
    }

    record Candidate(Endpoint endpoint, Role role) {
        boolean accepts(Connection session) throws SQLException {
            if (role == Role.ANY) {
                return true;
            }
            try (Statement statement = session.createStatement();
                    ResultSet answer = statement.executeQuery("SELECT pg_catalog.pg_is_in_recovery()")) {
                answer.next();
                return answer.getBoolean(1) == (role == Role.STANDBY);
            } catch (SQLException refused) {
                session.close();
                throw refused;
            }
        }
    }

    List<Candidate> candidates() {
        return switch (wanted) {
            case "primary", "read-write" -> all(Role.PRIMARY).toList();
            case "standby", "read-only" -> all(Role.STANDBY).toList();
            case "prefer-standby" -> Stream.concat(all(Role.STANDBY), all(Role.ANY)).toList();
            default -> all(Role.ANY).toList();
        };
    }

    private Stream<Candidate> all(Role role) {
        return endpoints.stream().map(endpoint -> new Candidate(endpoint, role));
    }

    SQLException noneFits() {
        String hosts = endpoints.stream().map(Endpoint::toString).collect(Collectors.joining(", "));
        return new PSQLException(
                "None of " + hosts + " is what target_session_attrs=" + wanted + " asks for.",
                PSQLState.CONNECTION_UNABLE_TO_CONNECT);
    }
}
