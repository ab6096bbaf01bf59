package mana.studio.drizzle.write;

/// A migration that is not written, and why: nothing was changed.
public final class Refusal extends Exception {
    private final Reason reason;

    Refusal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Refusal(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// The sentence for a person.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /// What a person can do differs.
    public enum Reason {
        /// A name that cannot be a file's.
        NAME,
        /// A prefix mode or an order of names in which drizzle-kit would not find the new snapshot.
        PREFIX,
        /// A layout or a version that is not written here.
        LAYOUT,
        /// Something in the folder cannot be read.
        UNREADABLE,
        /// A text that the migrator would cut in two.
        BREAKPOINT,
        /// A statement of the person's own that cannot stand in a migration.
        STATEMENT,
        /// The folder is not what it was when it was read.
        CHANGED,
        /// Another studio is writing there.
        BUSY,
        /// A file of that name is there already.
        TAKEN,
        /// The system does not let us.
        NOT_WRITABLE
    }
}
