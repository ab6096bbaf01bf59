package mana.studio.safety;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Who waits while a statement holds its locks.
public enum Blocked {
    /// SELECT.
    READS(LockMode.ACCESS_SHARE),
    /// SELECT … FOR UPDATE, and the look-ups of foreign keys.
    ROW_LOCKS(LockMode.ROW_SHARE),
    /// INSERT, UPDATE, DELETE.
    WRITES(LockMode.ROW_EXCLUSIVE),
    /// VACUUM and ANALYZE, by hand and by autovacuum, which gives way.
    AUTOVACUUM(LockMode.SHARE_UPDATE_EXCLUSIVE),
    /// CREATE INDEX.
    INDEX_BUILDS(LockMode.SHARE),
    /// Other changes of the schema.
    DDL(LockMode.ACCESS_EXCLUSIVE);

    private final LockMode needed;

    Blocked(LockMode needed) {
        this.needed = needed;
    }

    /// Who waits for a lock of that mode. Any lock at all stops DDL that needs the table for itself: that goes without
    /// saying for ACCESS SHARE to ROW EXCLUSIVE, which every query takes.
    public static Set<Blocked> by(LockMode mode) {
        EnumSet<Blocked> blocked = EnumSet.noneOf(Blocked.class);
        for (Blocked each : values()) {
            boolean everyday = each == DDL && mode.compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) < 0;
            if (mode.conflictsWith(each.needed) && !everyday) {
                blocked.add(each);
            }
        }
        return Collections.unmodifiableSet(blocked);
    }
}
