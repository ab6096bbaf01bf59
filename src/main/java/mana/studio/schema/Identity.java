package mana.studio.schema;

import java.util.UUID;

/// What an object is, whatever it is called. What was read carries the identity the server gives it (an oid, and an
/// attribute number for columns); what is new gets one of its own.
///
/// Identity takes no part in equality: any two are `equals`, so that the records which carry one compare by content.
/// Ask {@link #same} whether two things are one.
public final class Identity {
    private static final char OBJECT = 'o';
    private static final char ATTRIBUTE = 'a';
    private static final char NEW = 'n';

    // A model of 10,000 tables holds 200,000 of these: numbers, not text.
    private final char kind;
    private final long high;
    private final long low;

    private Identity(char kind, long high, long low) {
        this.kind = kind;
        this.high = high;
        this.low = low;
    }

    /// The identity of a thing the server knows.
    ///
    /// @param oid the object's oid, unsigned
    public static Identity ofOid(long oid) {
        return new Identity(OBJECT, oid, 0);
    }

    /// The identity of a column or attribute: `pg_attribute.attrelid`, `attnum`.
    public static Identity ofAttribute(long relation, int number) {
        return new Identity(ATTRIBUTE, relation, number);
    }

    /// A new identity, unlike every other.
    public static Identity fresh() {
        return ofUuid(UUID.randomUUID());
    }

    /// The identity whose {@link #key} this is.
    ///
    /// @throws IllegalArgumentException where it is no such key
    public static Identity ofKey(String key) {
        String rest = key.isEmpty() ? "" : key.substring(1);
        return switch (key.isEmpty() ? ' ' : key.charAt(0)) {
            case OBJECT -> ofOid(Long.parseLong(rest));
            case ATTRIBUTE -> {
                int dot = rest.indexOf('.');
                yield ofAttribute(
                        Long.parseLong(rest, 0, Math.max(dot, 0), 10), Integer.parseInt(rest.substring(dot + 1)));
            }
            case NEW -> ofUuid(UUID.fromString(rest));
            default -> throw new IllegalArgumentException("not the key of an identity: " + key);
        };
    }

    private static Identity ofUuid(UUID uuid) {
        return new Identity(NEW, uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    /// The identity as text, for maps and files.
    public String key() {
        return switch (kind) {
            case OBJECT -> "o" + high;
            case ATTRIBUTE -> "a" + high + "." + low;
            default -> "n" + new UUID(high, low);
        };
    }

    /// Whether both are the identity of one thing.
    public boolean same(Identity other) {
        return kind == other.kind && high == other.high && low == other.low;
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
        return key();
    }
}
