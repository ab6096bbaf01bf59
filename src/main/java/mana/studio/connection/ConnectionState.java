package mana.studio.connection;

import java.time.Duration;
import java.time.Instant;

/// Where a workspace stands with its server.
public sealed interface ConnectionState {
    /// @param latency of the last heartbeat, one round trip
    record Connected(Duration latency) implements ConnectionState {}

    /// The server is gone; the studio keeps trying.
    ///
    /// @param attempt how many times it has tried since
    /// @param next    when it tries again
    record Lost(ConnectFailure failure, Instant since, int attempt, Instant next) implements ConnectionState {}

    record Closed() implements ConnectionState {}
}
