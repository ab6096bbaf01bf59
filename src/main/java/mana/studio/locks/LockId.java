package mana.studio.locks;

import java.util.Comparator;

/// An advisory lock of a server: the same key in another database is another lock.
///
/// @param database oid
public record LockId(long database, LockKey key) implements Comparable<LockId> {
    private static final Comparator<LockId> ORDER =
            Comparator.comparingLong(LockId::database).thenComparing(LockId::key);

    @Override
    public int compareTo(LockId other) {
        return ORDER.compare(this, other);
    }
}
