package mana.studio.ui.locks;

import java.util.Comparator;
import java.util.Set;
import mana.studio.locks.Backend;
import mana.studio.locks.Level;
import mana.studio.locks.LockKey;
import mana.studio.locks.Mode;
import mana.studio.locks.names.LockName;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Severity;
import mana.studio.locks.verdict.State;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The words, icons and colours of the board. A colour never stands alone.
final class LockWords {
    private LockWords() {}

    static String word(State state) {
        return switch (state) {
            case PREPARED -> "prepared transaction";
            case BLOCKED -> "blocked";
            case HIDDEN -> "hidden";
            case BACKGROUND -> "background process";
            case CLIENT_GONE -> "client gone";
            case CLIENT_NOT_READING -> "client not reading";
            case ACTIVE -> "active";
            case IDLE_IN_TRANSACTION_ABORTED -> "idle in aborted transaction";
            case IDLE_IN_TRANSACTION -> "idle in transaction";
            case LEASE -> "held by design";
            case POOL_LEAK -> "leaked by a pool";
            case IDLE -> "idle";
        };
    }

    static Ikon icon(State state) {
        return switch (state) {
            case PREPARED -> Feather.ARCHIVE;
            case BLOCKED -> Feather.SLASH;
            case HIDDEN -> Feather.EYE_OFF;
            case BACKGROUND -> Feather.SETTINGS;
            case CLIENT_GONE -> Feather.WIFI_OFF;
            case CLIENT_NOT_READING -> Feather.DOWNLOAD;
            case ACTIVE -> Feather.ACTIVITY;
            case IDLE_IN_TRANSACTION_ABORTED -> Feather.X_OCTAGON;
            case IDLE_IN_TRANSACTION -> Feather.PAUSE_CIRCLE;
            case LEASE -> Feather.BOOKMARK;
            case POOL_LEAK -> Feather.DROPLET;
            case IDLE -> Feather.MOON;
        };
    }

    /// What a session does, as the server says it.
    static String state(Backend backend) {
        if (backend.masked()) {
            Boolean inside = backend.inTransaction();
            return inside == null ? "hidden" : inside ? "hidden, in a transaction" : "hidden, in no transaction";
        }
        if (!backend.blockedBy().isEmpty()) {
            return "waits";
        }
        String state = backend.state();
        return state == null
                ? ""
                : state.equals("idle in transaction (aborted)") ? "idle in aborted transaction" : state;
    }

    static String word(Severity severity) {
        return switch (severity) {
            case NORMAL -> "Normal";
            case WARNING -> "Warning";
            case STUCK -> "Stuck";
        };
    }

    static Ikon icon(Severity severity) {
        return switch (severity) {
            case NORMAL -> Feather.CHECK_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case STUCK -> Feather.ALERT_OCTAGON;
        };
    }

    /// The style class that carries a severity's colour.
    static String style(Severity severity) {
        return switch (severity) {
            case NORMAL -> "lock-normal";
            case WARNING -> "lock-warning";
            case STUCK -> "lock-stuck";
        };
    }

    static Ikon icon(Row.Part part) {
        return switch (part) {
            case HOLDER -> Feather.LOCK;
            case WAITER -> Feather.CLOCK;
            case BLOCKER -> Feather.ALERT_CIRCLE;
            case VICTIM -> Feather.FROWN;
            case POLLER -> Feather.REPEAT;
        };
    }

    static String modes(Set<Mode> modes) {
        return modes.size() == 2 ? "both" : modes.contains(Mode.SHARED) ? "shared" : "exclusive";
    }

    static String word(Level level) {
        return switch (level) {
            case SESSION -> "session";
            case TRANSACTION -> "transaction";
            case UNKNOWN -> "unknown";
        };
    }

    /// How the level is known.
    static String proof(Level level) {
        return switch (level) {
            case SESSION -> "Proven: the session is in no transaction, so what it holds lives as long as the session.";
            case TRANSACTION -> "Proven: a prepared transaction holds it.";
            case UNKNOWN -> "Not known: the session is in a transaction, and the server does not say.";
        };
    }

    /// The levels of a lock's holders; "unknown" where one is.
    static Level level(Assessment assessment) {
        return assessment.lock().holders().stream()
                .map(holder -> holder.level())
                .max(Comparator.naturalOrder())
                .orElse(Level.UNKNOWN);
    }

    /// What a lock is called first: its name, or its key.
    static String title(Assessment assessment) {
        return assessment
                .name()
                .map(LockWords::name)
                .orElseGet(() -> assessment.lock().key().shown());
    }

    static String name(LockName name) {
        return name.sure() ? name.name() : "maybe " + name.name();
    }

    /// Name and key: `mana-auth migrations (987654321)`.
    static String full(Assessment assessment) {
        LockKey key = assessment.lock().key();
        return assessment
                .name()
                .map(name -> name(name) + " (" + key.shown().replaceAll("^\\((.*)\\)$", "$1") + ")")
                .orElseGet(() -> "Lock " + key.shown());
    }

    /// Who: `mana-auth-migrate, pid 15419`.
    static String who(Backend backend) {
        return (backend.application().isEmpty() ? "a session without a name" : backend.application()) + ", pid "
                + backend.pid();
    }

    static String client(Backend backend) {
        Backend.Client client = backend.client();
        return client == null ? (backend.masked() ? "hidden" : "") : client.text();
    }
}
