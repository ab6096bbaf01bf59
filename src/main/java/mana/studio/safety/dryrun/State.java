package mana.studio.safety.dryrun;

import java.util.Map;
import java.util.Set;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;

/// A moment of a session: what its transaction sees, and holds.
///
/// @param relations by oid, the system's own left out
/// @param parts     everything else: columns, constraints, types …
/// @param locks     on relations, by oid
/// @param wal       position of the write-ahead log, in bytes
record State(Map<Long, Relation> relations, Map<Key, Part> parts, Map<Long, Set<LockMode>> locks, long wal) {
    /// @param file    the number of its file, 0 for none
    /// @param table   of an index, 0 otherwise
    /// @param scans   begun in this session so far; of an index, of it
    /// @param rows    read by them
    /// @param fetched rows fetched by an index of it, or by this index
    record Relation(
            Touched touched, String label, long file, long table, boolean invalid, long scans, long rows, long fetched) {}

    /// @param kind the letter the query gives it
    record Key(char kind, long oid, int number) {}

    /// @param own the name without those of what it is in
    record Part(CatalogObject object, String own, boolean invalid) {
        static Part of(String kind, String container, String own, boolean invalid) {
            String name = container.isEmpty() ? own : container + "." + own;
            return new Part(new CatalogObject(kind, name), own, invalid);
        }
    }

    Set<LockMode> locksOn(long relation) {
        return locks.getOrDefault(relation, Set.of());
    }
}
