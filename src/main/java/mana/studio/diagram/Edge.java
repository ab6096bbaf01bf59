package mana.studio.diagram;

/// A foreign key in a diagram.
///
/// @param key      of the constraint's identity
/// @param name     the constraint's
/// @param from     the key of the card that refers
/// @param fromRow  which of its rows the edge leaves; -1 for the header
/// @param to       the key of the card it refers to
/// @param toRow    which of its rows the edge meets; -1 for the header
/// @param many     whether several rows may refer to the same; otherwise at most one
/// @param optional whether a row may refer to none
/// @param label    `users.org_id → orgs.id`
public record Edge(
        String key,
        String name,
        String from,
        int fromRow,
        String to,
        int toRow,
        boolean many,
        boolean optional,
        Mark mark,
        String label) {
    public boolean isLoop() {
        return from.equals(to);
    }

    public boolean touches(String card) {
        return from.equals(card) || to.equals(card);
    }

    /// In full, for those who read or hear it.
    public String words() {
        String many = this.many ? "many" : "at most one";
        String pending = mark == Mark.NONE ? "" : ", " + mark.word();
        return label + " (" + name + "): " + many + " to " + (optional ? "one or none" : "one") + pending;
    }
}
