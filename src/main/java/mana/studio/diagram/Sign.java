package mana.studio.diagram;

/// What a column is beside its type, in the order in which it is shown.
public enum Sign {
    PRIMARY_KEY("PK", "primary key"),
    FOREIGN_KEY("FK", "foreign key"),
    UNIQUE("UQ", "unique"),
    NOT_NULL("NN", "not null");

    private final String letters;
    private final String words;

    Sign(String letters, String words) {
        this.letters = letters;
        this.words = words;
    }

    public String letters() {
        return letters;
    }

    public String words() {
        return words;
    }
}
