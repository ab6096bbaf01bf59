package mana.studio.ui.locks;

import mana.studio.locks.Backend;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Order;
import mana.studio.locks.release.Outcome;
import mana.studio.locks.release.Outcome.Proof;
import mana.studio.locks.release.Report;

/// What became of an act, in words.
///
/// @param good     whether the lock went where it was to go
/// @param headline a sentence
/// @param more     what it means, and what to do; empty for nothing
record OutcomeWords(boolean good, String headline, String more) {
    static OutcomeWords of(Report report) {
        String who = who(report.order());
        return switch (report.outcome()) {
            case Outcome.Done(Proof proof) -> done(proof, who, report.order());
            case Outcome.NotEndedInTime late ->
                new OutcomeWords(
                        false,
                        "The signal was sent, and " + who + " has not ended after "
                                + late.waited().toSeconds() + " s.",
                        "The lock is not free. It is being watched for a minute. If it stays, look on the server’s own "
                                + "computer: the process waits in the kernel or for its disk, or was stopped. Never "
                                + "kill it with -9: that restarts all sessions.");
            case Outcome.Missed missed -> missed(missed, who);
            case Outcome.NotPermitted refused ->
                new OutcomeWords(false, "Nothing was done: your role may not.", refused.answer());
            case Outcome.NotRecorded unwritten ->
                new OutcomeWords(false, "Nothing was done: it could not be written down first.", unwritten.answer());
            case Outcome.Failed failed ->
                new OutcomeWords(false, "Nothing was done: the server refused.", failed.answer());
            case Outcome.Unknown unknown ->
                new OutcomeWords(
                        unknown.proof() instanceof Proof.Free,
                        "It is not known whether the signal was sent. "
                                + done(unknown.proof(), who, report.order()).headline(),
                        unknown.answer());
        };
    }

    /// What the key did, said alone: after a session that took long to end.
    static OutcomeWords of(Proof proof, Order order) {
        return done(proof, who(order), order);
    }

    private static String who(Order order) {
        return switch (order) {
            case Order.OfSession session ->
                "session " + session.evidence().target().pid();
            case Order.OfPrepared prepared ->
                "prepared transaction " + prepared.prepared().gid();
        };
    }

    private static OutcomeWords done(Proof proof, String who, Order order) {
        boolean cancels = order instanceof Order.OfSession session && session.act() == Act.CANCEL;
        String did = switch (order) {
            case Order.OfSession _ ->
                cancels ? "The statement of " + who + " was cancelled." : sentence(who) + " ended.";
            case Order.OfPrepared prepared ->
                sentence(who) + (prepared.commits() ? " was committed." : " was rolled back.");
        };
        return switch (proof) {
            case Proof.Free _ ->
                new OutcomeWords(true, "The lock is free.", did + " Nobody has held the lock for two seconds since.");
            case Proof.HandedOver(Backend to) ->
                new OutcomeWords(
                        true,
                        "The lock was handed over to " + LockWords.who(to) + ".",
                        did + " It waited for the lock, and has it now.");
            case Proof.TakenByPoller(Backend by) ->
                new OutcomeWords(
                        true,
                        "The lock was taken by " + LockWords.who(by) + ", which polled for it.",
                        did + " That was to be expected.");
            case Proof.TakenAgain again ->
                new OutcomeWords(
                        false,
                        LockWords.who(again.by()) + " took the lock again " + Ages.tenths(again.after()) + " later.",
                        did + " Ending sessions will not help: stop the service first, then release the lock.");
            case Proof.TakenByOther other ->
                new OutcomeWords(
                        false,
                        LockWords.who(other.by()) + " took the lock " + Ages.tenths(other.after()) + " later.",
                        did + " It neither waited nor polled when that was done.");
            case Proof.OutOfTheWay _ ->
                new OutcomeWords(
                        true, sentence(who) + " is out of the way.", did + " The lock stays with whoever holds it.");
            case Proof.StillHeld held ->
                new OutcomeWords(
                        false,
                        "The lock is still held" + (held.holders() > 1 ? " by " + held.holders() + " sessions." : "."),
                        cancels
                                ? did + " A lock of the session stays with it: end the session."
                                : did + " All that hold it must end before it is free.");
            case Proof.NotSeen unseen ->
                new OutcomeWords(false, did + " What the lock did then could not be seen.", unseen.answer());
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// Why nothing was done.
    static OutcomeWords missed(Outcome.Missed missed, String who) {
        String now = missed.now() == null || missed.now().query().isBlank()
                ? ""
                : " Its statement now: " + missed.now().query().strip();
        return switch (missed.why()) {
            case GONE ->
                new OutcomeWords(
                        true, "Already gone: nothing was done.", "The session has ended, and its locks went with it.");
            case OTHER_SESSION ->
                new OutcomeWords(
                        false,
                        "Nothing was done: another session has this pid now.",
                        "The one that was seen has ended, and its locks went with it.");
            case NO_LONGER_HOLDS ->
                new OutcomeWords(
                        true,
                        "Nothing was done: " + who + " no longer has anything to do with the lock.",
                        "It is still there, and goes on with its work.");
            case WORKED_SINCE ->
                new OutcomeWords(
                        false,
                        "Nothing was done: " + who + " has worked since you looked.",
                        "It is not idle after all." + now);
            case NOTHING_RUNS ->
                new OutcomeWords(
                        false, "Nothing was done: it runs nothing.", "There is no statement that could be cancelled.");
            case OWN_SESSION ->
                new OutcomeWords(
                        false,
                        "Nothing was done: it is the studio’s own session.",
                        "Release the lock there, where it was taken.");
            case NOT_IDENTIFIED ->
                new OutcomeWords(
                        false,
                        "Nothing was done: too little is seen of it to know it again.",
                        "Needs pg_read_all_stats or pg_monitor.");
        };
    }
}
