package mana.studio.diagram;

/// What is pending for a thing in a diagram.
public enum Mark {
    NONE("", ""),
    ADDED("+", "added"),
    CHANGED("~", "changed"),
    REMOVED("−", "removed");

    private final String sign;
    private final String word;

    Mark(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }
}
