package mana.studio.connection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Where a database is and as whom it is reached; never a password.
///
/// @param endpoints  tried in order; at least one
/// @param parameters libpq's other parameters by their libpq names (`sslmode`, `options`, `connect_timeout` …)
public record Target(List<Endpoint> endpoints, String database, String user, Map<String, String> parameters) {
    public Target {
        endpoints = List.copyOf(endpoints);
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("a target needs at least one endpoint");
        }
    }

    /// Whether every endpoint is this machine.
    public boolean isLoopback() {
        return endpoints.stream().allMatch(Endpoint::isLoopback);
    }

    /// For people: `mana@localhost:5432/mana_platform`.
    @Override
    public String toString() {
        return user + "@" + endpoints.stream().map(Endpoint::toString).collect(Collectors.joining(",")) + "/" + database;
    }
}
