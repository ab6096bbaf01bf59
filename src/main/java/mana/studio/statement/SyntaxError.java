package mana.studio.statement;

/// A text that PostgreSQL's grammar refuses.
public final class SyntaxError extends Exception {
    private final int position;

    SyntaxError(String message, int position) {
        super(message);
        this.position = position;
    }

    /// Where in the text the server's grammar stopped: the index of a `char`, the text's length where it ended too
    /// soon.
    public int position() {
        return position;
    }
}
