package mana.studio.locks.release;

import java.time.Duration;
import mana.studio.locks.Backend;
import org.jspecify.annotations.Nullable;

/// What became of an act.
public sealed interface Outcome {
    /// The session ended, or its statement was cancelled; what the key did then.
    record Done(Proof proof) implements Outcome {}

    /// The signal was sent, and the session is still there after the wait: the key is not free.
    record NotEndedInTime(Duration waited) implements Outcome {}

    /// Nothing was done: what was aimed at is no longer there.
    record Missed(Why why, @Nullable Backend now) implements Outcome {}

    /// Nothing was done: this role may not.
    record NotPermitted(String answer) implements Outcome {}

    /// The connection broke off or the time ran out after the signal may have been sent.
    record Unknown(String answer) implements Outcome {}

    /// Why nothing was done.
    enum Why {
        /// The session has ended: its locks went with it.
        GONE,
        /// Another session has this pid now.
        OTHER_SESSION,
        /// It is the same session, and no longer holds the key.
        NO_LONGER_HOLDS,
        /// It has worked since it was looked at.
        WORKED_SINCE,
        /// It runs nothing that could be cancelled.
        NOTHING_RUNS,
        /// It is the studio's own session.
        OWN_SESSION
    }

    /// What the key did afterwards, seen without ever taking it.
    sealed interface Proof {
        /// Nobody has held it for two seconds.
        record Free() implements Proof {}

        /// One that waited has it now, as was to be expected.
        record HandedOver(Backend to) implements Proof {}

        /// One that polled has it now, as was to be expected.
        record TakenByPoller(Backend by) implements Proof {}

        /// A new session of the same application took it: a service that starts again.
        record TakenAgain(Backend by, Duration after) implements Proof {}

        /// Others hold it still: it is shared, or the session had not ended.
        record StillHeld(int holders) implements Proof {}

        /// It could not be looked at any more.
        record NotSeen(String answer) implements Proof {}
    }
}
