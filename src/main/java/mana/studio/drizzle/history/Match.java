package mana.studio.drizzle.history;

/// What a migration and a row were brought together by.
public enum Match {
    HASH("the same hash"),
    CREATED_AT("the same time, but another hash"),
    NAME("the same name"),
    /// Nothing agrees but the place in the order: a guess.
    PLACE("the same place in the order");

    private final String words;

    Match(String words) {
        this.words = words;
    }

    /// For people.
    public String words() {
        return words;
    }
}
