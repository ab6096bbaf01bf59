package mana.studio.drizzle.migrate;

import java.time.Duration;
import java.util.List;
import mana.studio.apply.Leftover;
import mana.studio.safety.dryrun.ServerError;

/// What became of a run.
public sealed interface MigrateOutcome {
    /// @param why there is no journal, or nothing is pending
    record NothingToDo(String why) implements MigrateOutcome {}

    /// @param tags of the migrations that are applied now
    record Applied(List<String> tags, Duration time) implements MigrateOutcome {
        public Applied {
            tags = List.copyOf(tags);
        }
    }

    /// Somebody else kept the advisory lock.
    record LockTimeout(long lockId, Duration waited, List<LockHolder> holders) implements MigrateOutcome {
        public LockTimeout {
            holders = List.copyOf(holders);
        }
    }

    /// It was not begun.
    record Refused(Obstacle obstacle) implements MigrateOutcome {}

    /// The server could not be reached, or did not answer, as often as it was tried.
    record Unreachable(ServerError error, int attempts) implements MigrateOutcome {}

    /// The server refused a piece.
    ///
    /// @param tag       of the migration; empty where it was none of a migration's
    /// @param number    of the piece in its file, from 1; 0 for the migrator's own statements and the commit
    /// @param line      in the file, of what is wrong, or of the piece's beginning; 0 for none
    /// @param kept      migrations that are applied all the same, in the second mode
    /// @param part      how many pieces of the failed one are committed
    /// @param leftovers indexes that are not valid
    record Failed(
            String tag,
            int number,
            int line,
            String sql,
            ServerError error,
            List<String> kept,
            int part,
            List<Leftover> leftovers)
            implements MigrateOutcome {
        public Failed {
            kept = List.copyOf(kept);
            leftovers = List.copyOf(leftovers);
        }

        /// Whether the database is as it was before.
        public boolean isUndone() {
            return kept.isEmpty() && part == 0 && leftovers.isEmpty();
        }
    }

    /// A person stopped it.
    ///
    /// @param kept      migrations that are applied all the same
    /// @param part      how many pieces of the next one are committed
    /// @param leftovers indexes that are not valid
    record Cancelled(List<String> kept, int part, List<Leftover> leftovers) implements MigrateOutcome {
        public Cancelled {
            kept = List.copyOf(kept);
            leftovers = List.copyOf(leftovers);
        }
    }

    /// The server was lost while it committed: nobody knows whether it did.
    record Lost(String message) implements MigrateOutcome {}

    /// The exit code of the production script.
    default int exitCode() {
        return switch (this) {
            case NothingToDo _, Applied _ -> 0;
            case LockTimeout _, Refused _, Unreachable _, Failed _, Cancelled _, Lost _ -> 1;
        };
    }
}
