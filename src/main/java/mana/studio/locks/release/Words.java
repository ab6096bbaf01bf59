package mana.studio.locks.release;

import java.time.Duration;
import java.util.Locale;
import mana.studio.locks.Backend;
import mana.studio.locks.release.Outcome.Proof;
import mana.studio.locks.release.Outcome.Why;
import org.jspecify.annotations.Nullable;

/// What became of an act, in sentences: the same in the window, on the command line and in a report.
public final class Words {
    private Words() {}

    /// What happened, in a sentence.
    public static String headline(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Proof proof) -> proof(proof);
            case Outcome.NotEndedInTime(Duration waited) ->
                "The signal was sent, and the session had not ended after " + waited.toSeconds()
                        + " s. The lock is not free.";
            case Outcome.Missed(Why why, Backend now) -> missed(why, now);
            case Outcome.NotPermitted(String answer) -> "Nothing was done: this role may not. " + answer;
            case Outcome.NotRecorded(String answer) ->
                "Nothing was done: it could not be written to the audit file first. " + answer;
            case Outcome.Failed(String answer, String _) -> "Nothing was done. " + answer;
            case Outcome.Unknown(String answer, Proof proof) ->
                "The answer did not come; the signal may have been sent. " + answer + " " + proof(proof);
        };
    }

    /// What to do now; empty where nothing is to be done.
    public static String advice(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Proof proof) -> advice(proof);
            case Outcome.NotEndedInTime _ ->
                "The process may hang in the kernel, on a disk, or be stopped: look at the server’s own computer."
                        + " Never kill -9 it: that restarts every session of the server.";
            case Outcome.Missed missed ->
                switch (missed.why()) {
                    case GONE, NO_LONGER_HOLDS -> "Look again: the lock may be free, or somebody else’s.";
                    case OTHER_SESSION, WORKED_SINCE, NOTHING_RUNS -> "Look again, and decide again.";
                    case OWN_SESSION -> "Release it in the studio that holds it.";
                    case NOT_IDENTIFIED -> "Ask for pg_read_all_stats, or a superuser.";
                };
            case Outcome.NotPermitted _ -> "Ask a superuser, or a member of the session’s role.";
            case Outcome.NotRecorded _ -> "Make room on the disk, or the folder writable.";
            case Outcome.Failed _ -> "Look again.";
            case Outcome.Unknown unknown -> advice(unknown.proof());
        };
    }

    private static String missed(Why why, @Nullable Backend now) {
        return "Nothing was done: "
                + switch (why) {
                    case GONE -> "the session has ended, and its locks with it.";
                    case OTHER_SESSION ->
                        "another session has this pid now" + (now == null ? "." : ", " + who(now) + ".");
                    case NO_LONGER_HOLDS -> "the session has nothing to do with this lock any more.";
                    case WORKED_SINCE ->
                        "the session has worked since it was looked at"
                                + (now == null || now.query().isEmpty() ? "." : ": " + now.query());
                    case NOTHING_RUNS -> "it runs nothing that could be cancelled.";
                    case OWN_SESSION -> "it is the studio’s own session.";
                    case NOT_IDENTIFIED -> "this role sees too little of the session to know it again.";
                };
    }

    private static String proof(Proof proof) {
        return switch (proof) {
            case Proof.Free _ -> "The lock is free: nobody has held it for 2 s.";
            case Proof.HandedOver(Backend to) -> who(to) + " waited for the lock and has it now.";
            case Proof.TakenByPoller(Backend by) -> who(by) + " asked for the lock again and again and has it now.";
            case Proof.TakenAgain(Backend by, Duration after) ->
                who(by) + " took the lock again " + seconds(after) + " s later.";
            case Proof.TakenByOther(Backend by, Duration after) ->
                who(by) + ", who had not waited for it, took the lock " + seconds(after) + " s later.";
            case Proof.OutOfTheWay _ -> "The session is out of the way.";
            case Proof.StillHeld(int holders) ->
                "The lock is still held, by " + holders + (holders == 1 ? " session." : " sessions.");
            case Proof.NotSeen(String answer) -> "What the lock does now could not be seen. " + answer;
        };
    }

    private static String advice(Proof proof) {
        return switch (proof) {
            case Proof.Free _, Proof.HandedOver _, Proof.TakenByPoller _, Proof.OutOfTheWay _ -> "";
            case Proof.TakenAgain _ -> "Ending sessions will not help: stop the service first, then release the lock.";
            case Proof.TakenByOther _ -> "Look who it is before you go on.";
            case Proof.StillHeld _ -> "All that hold it must end before the next one gets it.";
            case Proof.NotSeen _ -> "Look again.";
        };
    }

    private static String who(Backend backend) {
        return (backend.application().isEmpty() ? "A session without a name" : backend.application()) + " (pid "
                + backend.pid() + ")";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
