package mana.studio.connection;

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

    /// What happened, in one sentence.
    public String headline() {
        return kind.name();
    }

    /// What to do about it, in one or two sentences.
    public String advice() {
        return "";
    }
}
