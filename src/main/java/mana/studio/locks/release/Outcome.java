package mana.studio.locks.release;

import java.time.Duration;
import mana.studio.locks.Backend;
import org.jspecify.annotations.Nullable;

/// What became of an act.
public sealed interface Outcome {
    /// The session ended, or its statement was cancelled; what the key did then.
    record Done(Proof proof) implements Outcome {}

    /// The signal was sent, and the session is still there after the wait: the key is not free. No stronger signal is
    /// ever sent: it would restart the whole server.
    record NotEndedInTime(Duration waited) implements Outcome {}

    /// Nothing was done: what was aimed at is no longer there.
    record Missed(Why why, @Nullable Backend now) implements Outcome {}

    /// Nothing was done: this role may not.
    record NotPermitted(String answer) implements Outcome {}

    /// Nothing was done: what is about to be done could not be written down first.
    record NotRecorded(String answer) implements Outcome {}

    /// Nothing was done: the server refused, or could not be reached.
    record Failed(String answer, @Nullable String sqlState) implements Outcome {}

    /// The connection broke off or the time ran out after the signal may have been sent; what the key did then.
    record Unknown(String answer, Proof proof) implements Outcome {}

    /// Why nothing was done.
    enum Why {
        /// The session has ended: its locks went with it.
        GONE,
        /// Another session has this pid now.
        OTHER_SESSION,
        /// It is the same session, and no longer holds the key (or waits for it, or is in the way).
        NO_LONGER_HOLDS,
        /// It has worked since it was looked at.
        WORKED_SINCE,
        /// It runs nothing that could be cancelled.
        NOTHING_RUNS,
        /// It is the studio's own session.
        OWN_SESSION,
        /// This role sees too little of it to know it again.
        NOT_IDENTIFIED
    }

    /// What the key did afterwards, seen without ever taking it.
    sealed interface Proof {
        /// Nobody has held it for two seconds.
        record Free() implements Proof {}

        /// One that waited has it now, as was to be expected.
        record HandedOver(Backend to) implements Proof {}

        /// One that polled has it now, as was to be expected.
        record TakenByPoller(Backend by) implements Proof {}

        /// A session of the same application, user and computer took it: a service that starts again.
        ///
        /// @param after the release
        record TakenAgain(Backend by, Duration after) implements Proof {}

        /// Somebody took it who neither waited nor polled when the session was ended.
        record TakenByOther(Backend by, Duration after) implements Proof {}

        /// The session that waited, or was in the way, no longer does; the lock stays with whoever holds it.
        record OutOfTheWay() implements Proof {}

        /// Others hold it still: it is shared; or the session had not ended, or kept it when its statement was
        /// cancelled.
        record StillHeld(int holders) implements Proof {}

        /// It could not be looked at any more.
        record NotSeen(String answer) implements Proof {}
    }

    /// Whether the session that was aimed at is out of the way, and that was seen.
    default boolean isProven() {
        return switch (this) {
            case Done(Proof proof) ->
                switch (proof) {
                    case Proof.Free _, Proof.HandedOver _, Proof.TakenByPoller _, Proof.OutOfTheWay _ -> true;
                    case Proof.TakenAgain _, Proof.TakenByOther _, Proof.StillHeld _, Proof.NotSeen _ -> false;
                };
            case NotEndedInTime _, Missed _, NotPermitted _, NotRecorded _, Failed _, Unknown _ -> false;
        };
    }
}
