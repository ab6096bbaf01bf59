package mana.studio.drizzle.typescript;

/// A file that cannot even be cut into tokens. The message is a sentence.
public final class UnreadableTypeScript extends Exception {
    UnreadableTypeScript(String message) {
        super(message);
    }
}
