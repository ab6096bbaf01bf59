package mana.studio.connection;

/// A connection text that cannot be understood. The message says where and what to do, and repeats nothing that might
/// be a password.
public final class MalformedConnectionString extends Exception {
    public MalformedConnectionString(String message) {
        super(message);
    }
}
