package mana.studio.locks.verdict;

/// What the holder, its waiters and those around them are, taken together.
public enum Diagnosis {
    NORMAL("normal"),
    WORKING("working"),
    /// The holder works, and a second of the same application waits for it: a second deploy.
    SECOND_DEPLOY("second-deploy"),
    IDLE_HOLDER("idle-holder"),
    /// The idle holder's successor is there already and waits for it.
    SUPERSEDED("superseded"),
    /// The one to act on is whom the holder waits for.
    BLOCKED_BY_OTHER("blocked-by-other"),
    /// Someone waits for a waiter of the lock, whose holder idles for that same someone: nobody but the program can
    /// see that circle. The waiter is the one to cancel.
    APP_LEVEL_DEADLOCK("app-level-deadlock"),
    /// Several hold it; all must end before an exclusive waiter gets it.
    SHARED_HOLDERS("shared-holders"),
    PREPARED_TRANSACTION("prepared-transaction"),
    CLIENT_GONE("client-gone"),
    CLIENT_NOT_READING("client-not-reading"),
    POOL_LEAK("pool-leak"),
    LEASE("lease"),
    HIDDEN("hidden"),
    BACKGROUND("background-process"),
    OWN_SESSION("own-session");

    private final String word;

    Diagnosis(String word) {
        this.word = word;
    }

    /// For reports.
    public String word() {
        return word;
    }
}
