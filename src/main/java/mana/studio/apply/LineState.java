package mana.studio.apply;

import java.time.Duration;
import java.util.List;
import mana.studio.safety.dryrun.ServerError;

/// How far a line of a course has come.
public sealed interface LineState {
    /// Its turn has not come.
    record Pending() implements LineState {}

    record Running() implements LineState {}

    /// It runs, and the server says how far it is.
    ///
    /// @param phase    in the server's words
    /// @param fraction from 0 to 1; negative for unknown
    record Working(String phase, double fraction) implements LineState {}

    /// It waits for a lock that others hold.
    record Waiting(Duration since, List<Blocker> blockers) implements LineState {
        public Waiting {
            blockers = List.copyOf(blockers);
        }
    }

    /// It gave way, and is tried again after a pause, with all of its transaction.
    ///
    /// @param retry how often by then, from 1
    record Retrying(int retry, int of, Duration pause, ServerError why) implements LineState {}

    /// It ran; its transaction is still open.
    ///
    /// @param notices what the server remarked
    record Done(Duration time, List<String> notices) implements LineState {
        public Done {
            notices = List.copyOf(notices);
        }
    }

    /// It ran and stays.
    record Committed(Duration time, List<String> notices) implements LineState {
        public Committed {
            notices = List.copyOf(notices);
        }
    }

    /// The server refused it.
    record Failed(ServerError error) implements LineState {}

    /// It ran and was undone with its transaction.
    record RolledBack() implements LineState {}

    /// It was stopped on request.
    record Stopped() implements LineState {}

    /// It was not tried, as something before it did not work.
    record NotReached() implements LineState {}

    /// Nobody knows: the server was lost while it ran.
    record Unknown() implements LineState {}

    /// Whether the server is at it, or keeps it waiting.
    default boolean isRunning() {
        return switch (this) {
            case Running _, Working _, Waiting _ -> true;
            case Pending _,
                    Retrying _,
                    Done _,
                    Committed _,
                    Failed _,
                    RolledBack _,
                    Stopped _,
                    NotReached _,
                    Unknown _ -> false;
        };
    }

    /// Whether it ran; it may still be undone.
    default boolean isDone() {
        return this instanceof Done || this instanceof Committed;
    }
}
