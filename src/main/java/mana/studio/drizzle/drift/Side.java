package mana.studio.drizzle.drift;

/// Where a service's schema is written down.
public enum Side {
    /// The TypeScript, as the project's own drizzle-kit understands it.
    CODE("Code"),
    /// The newest snapshot: what drizzle-kit's next `generate` compares the code with.
    SNAPSHOT("Snapshot"),
    /// The database that is open.
    DATABASE("Database");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /// For people: `Code`.
    public String word() {
        return word;
    }
}
