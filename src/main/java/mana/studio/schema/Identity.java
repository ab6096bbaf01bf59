package mana.studio.schema;

import java.util.UUID;

/// What an object is, whatever it is called. What was read carries the identity the server gives it (an oid, and an
/// attribute number for columns); what is new gets one of its own.
///
/// Identity takes no part in equality: any two are `equals`, so that the records which carry one compare by content.
/// Ask {@link #same} whether two things are one.
public final class Identity {
    private final String key;

    private Identity(String key) {
        this.key = key;
    }

    /// The identity of a thing the server knows.
    ///
    /// @param oid the object's oid, unsigned
    public static Identity ofOid(long oid) {
        return new Identity("o" + oid);
    }

    /// The identity of a column or attribute: `pg_attribute.attrelid`, `attnum`.
    public static Identity ofAttribute(long relation, int number) {
        return new Identity("a" + relation + "." + number);
    }

    /// A new identity, unlike every other.
    public static Identity fresh() {
        return new Identity("n" + UUID.randomUUID());
    }

    /// The identity whose {@link #key} this is.
    public static Identity ofKey(String key) {
        return new Identity(key);
    }

    /// The identity as text, for maps and files.
    public String key() {
        return key;
    }

    /// Whether both are the identity of one thing.
    public boolean same(Identity other) {
        return key.equals(other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return key;
    }
}
