package mana.studio.drizzle.drift;

/// The code of a service could not be read.
public final class CodeException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String advice;

    /// Why not.
    public enum Reason {
        /// No Node on this computer's path.
        NO_NODE,
        /// drizzle-kit is not installed in the project.
        NOT_INSTALLED,
        /// drizzle-kit ran and refused.
        REFUSED,
        /// It did not end in time.
        TOO_SLOW,
        /// Its SQL does not run on PostgreSQL.
        BROKEN_SQL
    }

    CodeException(Reason reason, String message, String advice) {
        super(message);
        this.reason = reason;
        this.advice = advice;
    }

    public Reason reason() {
        return reason;
    }

    /// What to do.
    public String advice() {
        return advice;
    }
}
