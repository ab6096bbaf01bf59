package mana.studio.plan;

/// A rename that makes no sense for the database.
public final class UnknownRename extends Exception {
    private final String advice;

    UnknownRename(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    /// What to write instead.
    public String advice() {
        return advice;
    }
}
