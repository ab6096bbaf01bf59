package mana.studio.cli;

import java.sql.SQLException;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Incident;
import mana.studio.connection.Target;
import mana.studio.locks.watch.Sight;
import mana.studio.locks.watch.Sight.Trouble;
import mana.studio.locks.watch.Troubles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the commands that act on locks have in common.
final class LocksAct {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "postgres://user@host:port/database; without it the variable DATABASE_URL is read")
    private @Nullable String url;

    @Option(
            names = "--door",
            description = {
                "come in as a replication connection, where all other slots are taken; for a superuser",
                "or a role with REPLICATION"
            })
    private boolean door;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the audit file")
    private String reason = "";

    @Option(names = "--no-server-log", description = "do not tell the server’s log")
    private boolean silent;

    @Option(names = "--mask", description = "leave statements out of the audit file")
    private boolean masked;

    @Option(names = "--json", description = "the outcome as JSON; nothing else on standard output")
    private boolean json;

    Incident incident() throws CliException {
        ConnectionString connection = Live.given(url);
        Incident incident = new Incident(connection.target(), connection.secret());
        if (door) {
            incident.useDoor();
        }
        return incident;
    }

    @Nullable
    String url() {
        return url;
    }

    String reason() {
        return reason;
    }

    boolean tellsServer() {
        return !silent;
    }

    boolean isMasked() {
        return masked;
    }

    boolean isJson() {
        return json;
    }

    static CliException failed(SQLException refused, Target target) {
        Trouble trouble = Troubles.of(refused, target, null, null);
        String advice = trouble.kind() == Sight.Kind.SLOTS_EXHAUSTED
                ? trouble.advice() + " Here the door is --door."
                : trouble.advice();
        return new CliException(trouble.headline(), advice);
    }
}
