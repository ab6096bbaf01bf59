package mana.studio.locks.release;

/// What is done to one session.
public enum Act {
    /// Ends the session; what it holds is freed.
    END,
    /// Cancels its statement. A transaction's locks go with it; a session's stay.
    CANCEL
}
