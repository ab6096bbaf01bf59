package mana.studio.locks;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A server process as one look showed it. Where {@link #masked} is true, this role may not see what is null here.
///
/// @param database      oid; null for a process of no database
/// @param application   as it names itself; may be empty
/// @param client        null for a process without one
/// @param type          `backend_type`; null where hidden
/// @param leader        pid of the process it is a parallel worker of
/// @param state         `idle`, `active`, `idle in transaction` …; null where hidden
/// @param stateChange   `state_change` as the server printed it: identity of what it does now
/// @param queryStart    `query_start` as the server printed it
/// @param writes        whether its transaction has an id: it has written
/// @param age           since the session began; null where hidden
/// @param transactionAge null where it is in none, or hidden
/// @param stateAge      since the state changed
/// @param masked        whether this role may not see its details
/// @param query         its last statement, at most 1,000 characters
/// @param self          whether it is the session that looked
/// @param inTransaction known even where masked, of those that hold or await an advisory lock; else null
/// @param waitsFor      what it waits for, as `pg_locks` says it: `relation 16402 AccessExclusiveLock`; null for
/// nothing
/// @param blockedBy     pids; 0 is a prepared transaction
/// @param strongLocks   oids of relations it holds a lock on that keeps others from writing
public record Backend(
        BackendId id,
        @Nullable Long database,
        String user,
        String application,
        @Nullable Client client,
        @Nullable String type,
        @Nullable Integer leader,
        @Nullable String state,
        @Nullable String stateChange,
        @Nullable String queryStart,
        @Nullable String waitEventType,
        @Nullable String waitEvent,
        boolean writes,
        @Nullable Duration age,
        @Nullable Duration transactionAge,
        @Nullable Duration stateAge,
        boolean masked,
        String query,
        boolean self,
        @Nullable Boolean inTransaction,
        @Nullable String waitsFor,
        List<Integer> blockedBy,
        Set<Long> strongLocks) {
    public Backend {
        blockedBy = List.copyOf(blockedBy);
        strongLocks = Set.copyOf(strongLocks);
    }

    /// The same session with its place among the others.
    public Backend placed(
            BackendId where,
            @Nullable Boolean nowInTransaction,
            @Nullable String wanted,
            List<Integer> blockers,
            Set<Long> strong) {
        return new Backend(
                where,
                database,
                user,
                application,
                client,
                type,
                leader,
                state,
                stateChange,
                queryStart,
                waitEventType,
                waitEvent,
                writes,
                age,
                transactionAge,
                stateAge,
                masked,
                query,
                self,
                nowInTransaction,
                wanted,
                blockers,
                strong);
    }

    public int pid() {
        return id.pid();
    }

    /// Where a session comes from.
    ///
    /// @param address null for a local socket
    /// @param port    -1 for a local socket
    public record Client(@Nullable String address, int port) {
        public String text() {
            return address == null ? "local socket" : address + ":" + port;
        }
    }
}
