package mana.studio.drizzle.migrate;

import java.time.Duration;
import java.util.List;
import mana.studio.apply.LineState;
import mana.studio.safety.dryrun.ServerError;

/// What happens while a run goes on.
public sealed interface MigrateEvent {
    record Connected(String place) implements MigrateEvent {}

    /// Something failed that may pass.
    ///
    /// @param doing what was tried: `Connecting`
    record Retrying(String doing, int attempt, int of, Duration pause, ServerError why) implements MigrateEvent {}

    /// Somebody else has the advisory lock.
    ///
    /// @param waited  for it so far
    /// @param holders who has it, as far as this role may see
    record WaitingForLock(long lockId, Duration waited, Duration timeout, List<LockHolder> holders)
            implements MigrateEvent {
        public WaitingForLock {
            holders = List.copyOf(holders);
        }
    }

    record LockTaken(long lockId) implements MigrateEvent {}

    /// What will run, as it was decided with the lock in hand.
    record Decided(Proposal proposal) implements MigrateEvent {}

    /// An earlier run is gone on with.
    record Resumed(HalfDone half) implements MigrateEvent {}

    /// An index that an earlier run left not valid is removed before it is built again.
    record Cleared(String index) implements MigrateEvent {}

    /// @param file   its place among the files that run, from 0
    /// @param number of the piece in its file, from 1
    record PieceChanged(int file, int number, LineState state) implements MigrateEvent {}

    /// A file's row is written; in one transaction it is not committed yet.
    record FileDone(int file) implements MigrateEvent {}

    /// @param leg its place among the legs, from 0
    record Committed(int leg) implements MigrateEvent {}

    record RolledBack() implements MigrateEvent {}

    /// @param released false where the server says that it was not held, or is gone, and the lock with it
    record LockReleased(long lockId, boolean released) implements MigrateEvent {}
}
