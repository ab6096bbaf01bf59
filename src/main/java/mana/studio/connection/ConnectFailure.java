package mana.studio.connection;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why a connection could not be made: what was tried, what the server answered, what to do. Never holds a password.
///
/// @param kind     what went wrong
/// @param tried    for people: `mana@localhost:5432/mana_platform`
/// @param answer   what the server or the network said
/// @param sqlState the SQLSTATE; null where no server answered
public record ConnectFailure(Kind kind, Target tried, String answer, @Nullable String sqlState) {
    /// What can go wrong, each with its own words and its own way out.
    public enum Kind {
        REFUSED(true),
        TIMED_OUT(true),
        UNKNOWN_HOST(true),
        STARTING_UP(true),
        CONNECTION_LOST(true),
        WRONG_PASSWORD(false),
        PASSWORD_MISSING(false),
        NO_SUCH_USER(false),
        NO_SUCH_DATABASE(false),
        NOT_ALLOWED(false),
        SSL_REQUIRED(false),
        SSL_UNAVAILABLE(false),
        CERTIFICATE(false),
        TOO_MANY_CLIENTS(false),
        NO_SUCH_SOCKET(false),
        NOT_POSTGRES(false),
        VERSION_TOO_OLD(false),
        CANCELLED(false),
        OTHER(false);

        private final boolean passing;

        Kind(boolean passing) {
            this.passing = passing;
        }

        /// Whether trying again may help.
        public boolean isPassing() {
            return passing;
        }
    }

    /// Finds out what a refusal of the driver means.
    public static ConnectFailure of(SQLException refused, Target tried) {
        return FailureKinds.failure(refused, tried);
    }

    static ConnectFailure cancelled(Target tried) {
        return new ConnectFailure(Kind.CANCELLED, tried, "", null);
    }

    /// The same failure, its answer followed by a further sentence.
    ConnectFailure with(String sentence) {
        return new ConnectFailure(kind, tried, answer.isEmpty() ? sentence : answer + "\n" + sentence, sqlState);
    }

    /// What happened, in one sentence.
    public String headline() {
        String place = place();
        return switch (kind) {
            case REFUSED -> "Nothing accepts connections at " + place + ".";
            case TIMED_OUT -> place + " does not answer.";
            case UNKNOWN_HOST -> "The host " + hosts() + " is not known.";
            case STARTING_UP -> "The server at " + place + " takes no connections yet.";
            case CONNECTION_LOST -> "The connection to " + place + " broke off.";
            case WRONG_PASSWORD -> "The password for " + tried.user() + " was refused.";
            case PASSWORD_MISSING -> "The server asks for the password of " + tried.user() + ".";
            case NO_SUCH_USER -> "There is no user " + tried.user() + " at " + place + ".";
            case NO_SUCH_DATABASE -> "There is no database " + tried.database() + " at " + place + ".";
            case NOT_ALLOWED -> "The server does not let " + tried.user() + " into " + tried.database() + ".";
            case SSL_REQUIRED -> "The server takes encrypted connections only.";
            case SSL_UNAVAILABLE -> "The server at " + place + " does not offer SSL.";
            case CERTIFICATE -> "The certificate of " + place + " was not accepted.";
            case TOO_MANY_CLIENTS -> "The server has no free connection for " + tried.user() + ".";
            case NO_SUCH_SOCKET -> "There is no server's socket in " + hosts() + ".";
            case NOT_POSTGRES -> "What answers at " + place + " is not PostgreSQL.";
            case VERSION_TOO_OLD -> "This server is older than PostgreSQL 13.";
            case CANCELLED -> "Connecting was cancelled.";
            case OTHER -> "Connecting to " + place + " failed.";
        };
    }

    /// What to do about it, in one or two sentences.
    public String advice() {
        return switch (kind) {
            case REFUSED -> "Start the server, or check host and port. A database in a container must publish its port.";
            case TIMED_OUT -> "A firewall or a missing VPN often swallows connections; or host and port are wrong.";
            case UNKNOWN_HOST -> "Check the spelling. Names inside a VPN or a container network are known only there.";
            case STARTING_UP -> "It is starting, stopping or recovering. Try again in a moment.";
            case CONNECTION_LOST -> "Try again. If it happens every time, the server's log says why.";
            case WRONG_PASSWORD ->
                "Type the password again. In a URL, write @ as %40, / as %2F, % as %25."
                        + " A user that does not exist gets the same answer.";
            case PASSWORD_MISSING -> "Type the password, or keep it in ~/.pgpass.";
            case NO_SUCH_USER -> "Check the user name: upper and lower case differ.";
            case NO_SUCH_DATABASE -> "Check the name: upper and lower case differ. psql -l lists the databases.";
            case NOT_ALLOWED -> notAllowedAdvice();
            case SSL_REQUIRED -> "Set the SSL mode to require.";
            case SSL_UNAVAILABLE -> "Set the SSL mode to prefer, if you trust the network in between.";
            case CERTIFICATE ->
                "Give the authority's certificate as sslrootcert, and the host by the name the certificate bears."
                        + " SSL mode require encrypts without checking it.";
            case TOO_MANY_CLIENTS ->
                "Close other clients, or raise the limit: max_connections, or the CONNECTION LIMIT of the user"
                        + " or the database.";
            case NO_SUCH_SOCKET -> "Start the server, or give its unix_socket_directories, or localhost for TCP.";
            case NOT_POSTGRES -> "Check the port: PostgreSQL's is usually 5432.";
            case VERSION_TOO_OLD -> "The studio reads the catalogs of PostgreSQL 13 and later.";
            case CANCELLED -> "";
            case OTHER -> "The answer above is all that was said. The server's log may say more.";
        };
    }

    /// All of it as text to copy: no password is in it.
    public String details() {
        return headline() + "\nTried: " + tried + parameters() + "\nAnswer: " + answer
                + (sqlState == null ? "" : "\nSQLSTATE: " + sqlState) + "\nAdvice: " + advice() + "\n";
    }

    private String parameters() {
        return tried.parameters().isEmpty() ? "" : " " + tried.parameters();
    }

    private String notAllowedAdvice() {
        return answer.contains("pg_hba.conf")
                ? "Someone who runs the server must add a line for this machine to its pg_hba.conf;"
                        + " a VPN may be missing."
                : "Someone who runs the server must grant it: LOGIN for the user, CONNECT on the database.";
    }

    private String place() {
        return tried.endpoints().stream().map(Endpoint::toString).collect(Collectors.joining(", "));
    }

    private String hosts() {
        return tried.endpoints().stream().map(Endpoint::host).distinct().collect(Collectors.joining(", "));
    }
}
