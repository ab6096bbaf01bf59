package mana.studio.connection;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import javax.net.ssl.SSLException;
import mana.studio.connection.ConnectFailure.Kind;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Tells refusals apart: by SQLSTATE and by the server's routine, which no `lc_messages` translates, and by the class
/// of what the network threw; by text only where nothing else tells.
final class FailureKinds {
    private FailureKinds() {}

    static ConnectFailure failure(SQLException refused, Target tried) {
        ServerErrorMessage server = refused instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        return server == null
                ? new ConnectFailure(ofDriver(refused, tried), tried, said(refused), null)
                : new ConnectFailure(ofServer(server, tried), tried, said(server), server.getSQLState());
    }

    /// SQLSTATEs: appendix A of the manual. Routines: `src/backend/libpq/auth.c`, `utils/init/miscinit.c`.
    private static Kind ofServer(ServerErrorMessage server, Target tried) {
        String state = Objects.requireNonNullElse(server.getSQLState(), "");
        String message = Objects.requireNonNullElse(server.getMessage(), "");
        if (asksForSsl(message)) {
            return Kind.SSL_REQUIRED;
        }
        return switch (state) {
            case "28P01" -> Kind.WRONG_PASSWORD;
            case "28000" -> ofAuthorization(server, message, tried);
            case "3D000" -> Kind.NO_SUCH_DATABASE;
            case "53300" -> Kind.TOO_MANY_CLIENTS;
            case "57P03" -> Kind.STARTING_UP;
            case "42501", "55000" -> Kind.NOT_ALLOWED;
            case "57P01", "57P02" -> Kind.CONNECTION_LOST;
            case "08P01" -> ofPooler(message);
            default -> state.startsWith("08") ? Kind.CONNECTION_LOST : Kind.OTHER;
        };
    }

    private static Kind ofAuthorization(ServerErrorMessage server, String message, Target tried) {
        if ("InitializeSessionUserId".equals(server.getRoutine())) {
            return message.contains("log in") ? Kind.NOT_ALLOWED : Kind.NO_SUCH_USER;
        }
        // "no encryption" since 14, "SSL off" before: no line of pg_hba.conf is for plain connections.
        boolean plain = message.contains("no encryption") || message.contains("SSL off");
        return plain && "disable".equals(tried.parameters().get("sslmode")) ? Kind.SSL_REQUIRED : Kind.NOT_ALLOWED;
    }

    /// Of hosted servers and poolers, each with words of its own.
    private static boolean asksForSsl(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("sslmode=require")
                || lower.contains("ssl required")
                || lower.contains("ssl connection is required");
    }

    /// PgBouncer has one SQLSTATE for all it refuses: `src/client.c` in its source.
    private static Kind ofPooler(String message) {
        if (message.contains("no such database")) {
            return Kind.NO_SUCH_DATABASE;
        }
        if (message.contains("no such user")) {
            return Kind.NO_SUCH_USER;
        }
        if (message.contains("authentication failed") || message.contains("auth failed")) {
            return Kind.WRONG_PASSWORD;
        }
        if (message.contains("no more connections allowed") || message.contains("max_client_conn")) {
            return Kind.TOO_MANY_CLIENTS;
        }
        return message.contains("startup parameter") ? Kind.OTHER : Kind.CONNECTION_LOST;
    }

    private static Kind ofDriver(SQLException refused, Target tried) {
        String state = Objects.requireNonNullElse(refused.getSQLState(), "");
        boolean socket = tried.endpoints().getFirst().isUnixSocket();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            Kind kind = ofNetwork(cause, socket);
            if (kind != null) {
                return kind;
            }
        }
        return switch (state) {
            case "08004" -> ofRejection(message(refused), tried);
            case "08P01" -> Kind.NOT_POSTGRES;
            case "08001" -> message(refused).contains("target_session_attrs") ? Kind.OTHER : Kind.TIMED_OUT;
            default -> state.startsWith("08") ? Kind.CONNECTION_LOST : Kind.OTHER;
        };
    }

    private static @Nullable Kind ofNetwork(Throwable cause, boolean socket) {
        return switch (cause) {
            case UnknownHostException _, UnresolvedAddressException _ -> Kind.UNKNOWN_HOST;
            case SocketTimeoutException _, NoRouteToHostException _ -> Kind.TIMED_OUT;
            case ConnectException _ when isFarAway(message(cause)) -> Kind.TIMED_OUT;
            case ConnectException _, java.io.FileNotFoundException _ -> socket ? Kind.NO_SUCH_SOCKET : Kind.REFUSED;
            case SocketException _ when socket -> Kind.NO_SUCH_SOCKET;
            case SocketException _ when isFarAway(message(cause)) -> Kind.TIMED_OUT;
            case SSLException _ when message(cause).contains("unrecognized SSL message") -> Kind.NOT_POSTGRES;
            case SSLException _, GeneralSecurityException _ -> Kind.CERTIFICATE;
            case EOFException _ -> Kind.CONNECTION_LOST;
            default -> null;
        };
    }

    private static boolean isFarAway(String message) {
        return message.contains("timed out") || message.contains("unreachable");
    }

    /// pgjdbc gives one SQLSTATE to a missing password, to missing SSL and to a certificate for another host; its
    /// translations all keep the word SSL.
    private static Kind ofRejection(String message, Target tried) {
        String mode = tried.parameters().getOrDefault("sslmode", "prefer");
        if (message.contains("SSL")) {
            return Kind.SSL_UNAVAILABLE;
        }
        if (mode.equals("verify-full") && tried.endpoints().stream().anyMatch(e -> message.contains(e.host()))) {
            return Kind.CERTIFICATE;
        }
        return message.contains("authentication type") ? Kind.OTHER : Kind.PASSWORD_MISSING;
    }

    private static String said(ServerErrorMessage server) {
        StringJoiner said = new StringJoiner("\n");
        said.add(Objects.requireNonNullElse(server.getSeverity(), "") + ": " + server.getMessage());
        if (server.getDetail() != null) {
            said.add("Detail: " + server.getDetail());
        }
        if (server.getHint() != null) {
            said.add("Hint: " + server.getHint());
        }
        return said.toString();
    }

    private static String said(SQLException refused) {
        Throwable root = refused;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String first = message(refused);
        return root == refused || first.contains(message(root)) ? first : first + "\n" + message(root);
    }

    private static String message(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName());
    }
}
