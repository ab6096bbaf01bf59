package mana.studio.connection;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What every session of the studio is bound to, so that it stays a guest: it does not wait long for a lock, does not
/// run long unasked, does not leave a transaction open, and where the connection is read-only, writes nothing.
///
/// The server enforces them. They are given at the start of a session (`options`), so that `RESET` and `DISCARD ALL`
/// come back to them; work that may last longer says `SET LOCAL statement_timeout` for itself. They keep a person
/// from mistakes. Against intent only a role without the right to write helps: PostgreSQL lets a session switch
/// `default_transaction_read_only` off again, which the pool answers by dropping that session.
record SessionGuards(Duration lockTimeout, Duration statementTimeout, Duration idleInTransaction, boolean readOnly) {
    static SessionGuards standard(boolean readOnly) {
        return new SessionGuards(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(60), readOnly);
    }

    private Map<String, String> timeouts() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("lock_timeout", String.valueOf(lockTimeout.toMillis()));
        settings.put("statement_timeout", String.valueOf(statementTimeout.toMillis()));
        settings.put("idle_in_transaction_session_timeout", String.valueOf(idleInTransaction.toMillis()));
        return settings;
    }

    /// For the startup packet.
    String startupOptions() {
        String timeouts = timeouts().entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        return readOnly ? timeouts + " -c default_transaction_read_only=on" : timeouts;
    }

    /// For the start of a transaction that may use settings of no session.
    String transactionStatements() {
        String timeouts = timeouts().entrySet().stream()
                .map(setting -> "SET LOCAL " + setting.getKey() + " = " + setting.getValue())
                .collect(Collectors.joining(";\n"));
        return readOnly ? timeouts + ";\nSET TRANSACTION READ ONLY" : timeouts;
    }
}
