package mana.studio.ui.activity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mana.studio.locks.Backend;
import mana.studio.locks.activity.Activity;
import mana.studio.locks.activity.Doing;
import mana.studio.locks.activity.SessionNow;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Outcome;
import mana.studio.ui.activity.ActivityModel.Did;
import mana.studio.ui.kit.Amounts;

/// What the screen says.
final class ActivityWords {
    private ActivityWords() {}

    /// `8 s`, `41 min`, `2 h 5 min`
    static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /// `23 of 100 connections · 2 active · 1 idle in transaction · 3 blocked`
    static String summary(Activity activity, int slots) {
        List<String> parts = new ArrayList<>();
        parts.add(
                slots == 0
                        ? activity.clients() + " connections"
                        : activity.clients() + " of " + slots + " connections");
        parts.add(activity.count(Doing.ACTIVE) + " active");
        long open = activity.count(Doing.IN_TRANSACTION) + activity.count(Doing.ABORTED);
        parts.add(open + " idle in a transaction");
        parts.add(activity.count(Doing.BLOCKED) + " blocked");
        return String.join("  ·  ", parts);
    }

    /// `importer (pid 4711), idle in transaction for 3 min; 2 sessions wait for it`
    static String sentence(Line line) {
        SessionNow session = line.session();
        Duration age = session.backend().stateAge();
        String since = age == null ? "" : " for " + age(age);
        String waiting = session.blocks().isEmpty()
                ? ""
                : "; " + Amounts.counted(session.blocks().size(), "session waits", "sessions wait") + " for it";
        return ActivityModel.who(line) + " (pid " + line.pid() + "), "
                + session.doing().words() + since + waiting;
    }

    /// What ends with the session, or is cancelled; a sentence each.
    static List<String> losses(Act act, Line line) {
        Backend backend = line.session().backend();
        List<String> all = new ArrayList<>();
        if (backend.masked()) {
            all.add("What it does is hidden from this role: it needs pg_read_all_stats or pg_monitor.");
        } else if (backend.transactionAge() != null) {
            all.add(
                    backend.writes()
                            ? "Its transaction has written: all of it is rolled back."
                            : "Its transaction, open for " + age(backend.transactionAge())
                                    + ", ends without having written.");
        }
        if ("active".equals(backend.state())) {
            all.add(
                    backend.query().toUpperCase(Locale.ROOT).contains("CONCURRENTLY")
                            ? "An index that is built concurrently stays behind invalid."
                            : "Its statement ends with an error.");
        }
        if (act == Act.END) {
            all.add("Its program loses the connection; a pool opens another, and other requests on this one fail.");
        }
        if (!line.session().blocks().isEmpty()) {
            all.add(Amounts.counted(line.session().blocks().size(), "session that waits", "sessions that wait")
                    + " for it can go on.");
        }
        return all;
    }

    static String of(Did did) {
        return switch (did.outcome()) {
            case Outcome.Done _ ->
                did.act() == Act.END
                        ? "Session " + did.pid() + " has ended."
                        : "The statement of " + did.pid() + " was cancelled.";
            case Outcome.NotEndedInTime late ->
                "The signal was sent, and the session is still there after "
                        + late.waited().toSeconds() + " s.";
            case Outcome.Missed missed -> missed(missed);
            case Outcome.NotPermitted refused -> "The server refused: " + refused.answer();
            case Outcome.NotRecorded refused ->
                "Nothing was done: it could not be written down (" + refused.answer() + ").";
            case Outcome.Failed failed -> "Nothing was done: " + failed.answer();
            case Outcome.Unknown unknown ->
                "The connection broke off: whether it was done is not known (" + unknown.answer() + ").";
        };
    }

    private static String missed(Outcome.Missed missed) {
        return switch (missed.why()) {
            case GONE -> "That session had already ended: nothing was done.";
            case OTHER_SESSION -> "Another session has that pid now: nothing was done.";
            case WORKED_SINCE -> "It runs another statement now: nothing was done. Look again.";
            case NOTHING_RUNS -> "It runs nothing any more: nothing was done.";
            case OWN_SESSION -> "It is this studio's own session: nothing was done.";
            case NO_LONGER_HOLDS, NOT_IDENTIFIED -> "It is not the session that was seen: nothing was done.";
        };
    }
}
