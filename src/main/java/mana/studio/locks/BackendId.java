package mana.studio.locks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which session it is, so that another one with the same pid is never taken for it.
///
/// @param pid        the operating system uses it again
/// @param start      `backend_start` as the server printed it, microseconds and all; null where this role may not see
/// it
/// @param role       oid of its role; null for a process that has none
/// @param processSlot the part of its virtual transaction before the `/`: what is left of an identity where `start` is
///                   hidden; null where it holds and awaits nothing
public record BackendId(
        int pid,
        @Nullable String start,
        @Nullable Long role,
        @Nullable String processSlot) {

    /// Whether both are one session, as far as can be told.
    public boolean same(BackendId other) {
        return pid == other.pid && Objects.equals(start, other.start) && Objects.equals(role, other.role);
    }
}
