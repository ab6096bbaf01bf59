package mana.studio.locks.activity;

import java.util.Objects;
import mana.studio.locks.Backend;

/// What a session does, the first that fits.
public enum Doing {
    /// It waits for another session.
    BLOCKED("blocked"),
    /// This role may not see what it does.
    HIDDEN("hidden"),
    /// A process of the server's own.
    BACKGROUND("server process"),
    ACTIVE("active"),
    ABORTED("idle in failed transaction"),
    IN_TRANSACTION("idle in transaction"),
    IDLE("idle");

    private final String words;

    Doing(String words) {
        this.words = words;
    }

    /// For a table's cell.
    public String words() {
        return words;
    }

    static Doing of(Backend backend) {
        if (!backend.blockedBy().isEmpty()) {
            return BLOCKED;
        }
        if (backend.masked()) {
            return HIDDEN;
        }
        if (!"client backend".equals(backend.type()) && !"walsender".equals(backend.type())) {
            return BACKGROUND;
        }
        return switch (Objects.requireNonNullElse(backend.state(), "")) {
            case "idle" -> IDLE;
            case "idle in transaction" -> IN_TRANSACTION;
            case "idle in transaction (aborted)" -> ABORTED;
            case "" -> HIDDEN;
            default -> ACTIVE;
        };
    }
}
