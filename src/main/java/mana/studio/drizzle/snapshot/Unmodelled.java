package mana.studio.drizzle.snapshot;

/// Something in a database for which Drizzle has no words.
///
/// @param object   whose it is, for people: `auth.users`
/// @param what     what it is, a noun: `trigger set_updated_at`
/// @param push     what `drizzle-kit push` would do to it
/// @param sentence what that means
public record Unmodelled(String object, String what, Push push, String sentence) {
    /// For people: `auth.users: trigger set_updated_at`.
    public String words() {
        return object + ": " + what;
    }

    /// What `drizzle-kit push` does to something that the code does not declare.
    public enum Push {
        /// It stays as it is, and nobody who reads the code knows of it.
        IGNORES,
        /// It is dropped.
        DROPS,
        /// It is made otherwise.
        CHANGES
    }
}
