package mana.studio.drizzle.migrate;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mana.studio.apply.Blocker;
import mana.studio.apply.Durations;
import mana.studio.apply.LineState;
import mana.studio.safety.dryrun.ServerError;
import org.jspecify.annotations.Nullable;

/// A run in sentences, line by line, for a terminal and for pasting into a message.
public final class RunLog implements MigrateListener {
    private static final Duration SAY_AGAIN = Duration.ofSeconds(30);

    private final Consumer<String> lines;
    private @Nullable Proposal proposal;
    private int shown = -1;
    private String waitsFor = "";
    private String heldBy = "";
    private Duration heldSaid = Duration.ZERO;

    /// @param lines hears each line
    public RunLog(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void heard(MigrateEvent event) {
        switch (event) {
            case MigrateEvent.Connected connected -> say("Connected to " + connected.place());
            case MigrateEvent.Retrying retrying ->
                say(retrying.doing() + " failed: " + retrying.why().text() + ". Attempt " + (retrying.attempt() + 1)
                        + " of " + retrying.of() + " in " + Durations.text(retrying.pause()));
            case MigrateEvent.WaitingForLock waiting -> waiting(waiting);
            case MigrateEvent.LockTaken taken -> say("Took advisory lock " + taken.lockId());
            case MigrateEvent.Decided decided -> decided(decided.proposal());
            case MigrateEvent.Resumed resumed ->
                say("Goes on in " + resumed.half().tag() + " behind statement "
                        + resumed.half().done() + ". " + resumed.half().note());
            case MigrateEvent.Cleared cleared -> say("Removed the index " + cleared.index() + ", which was not valid");
            case MigrateEvent.PieceChanged changed -> piece(changed);
            case MigrateEvent.FileDone _ -> {}
            case MigrateEvent.Committed committed -> committed(committed.leg());
            case MigrateEvent.RolledBack _ -> say("Rolled back");
            case MigrateEvent.LockReleased released ->
                say(
                        released.released()
                                ? "Released advisory lock " + released.lockId()
                                : "Advisory lock " + released.lockId() + " went with its session");
        }
    }

    private void say(String line) {
        lines.accept(line.strip());
    }

    /// Not at every poll: when it begins, when another has it, and every half a minute.
    private void waiting(MigrateEvent.WaitingForLock waiting) {
        String pids = waiting.holders().stream()
                .map(holder -> String.valueOf(holder.pid()))
                .collect(Collectors.joining(","));
        boolean again = waiting.waited().minus(heldSaid).compareTo(SAY_AGAIN) >= 0;
        if (!again && !heldBy.isEmpty() && heldBy.equals(pids)) {
            return;
        }
        heldBy = pids;
        heldSaid = waiting.waited();
        String holders = waiting.holders().isEmpty()
                ? "somebody"
                : waiting.holders().stream().map(LockHolder::text).collect(Collectors.joining(", "));
        say("Advisory lock " + waiting.lockId() + " is held by " + holders + ". Waiting, "
                + waiting.waited().toSeconds() + " s of " + waiting.timeout().toSeconds() + " s");
    }

    private void decided(Proposal decided) {
        proposal = decided;
        int count = decided.files().size();
        say(count == 0 ? "Nothing is pending" : counted(count, "migration", "migrations") + " pending");
        decided.foreseen().forEach(foreseen -> say(foreseen(foreseen)));
    }

    /// `warning: 0003_add_index:12: …`
    public static String foreseen(Foreseen foreseen) {
        String word = switch (foreseen.gravity()) {
            case FAILS -> "will fail";
            case WARNING -> foreseen.kind() == Foreseen.Kind.REFUSED ? "may fail" : "warning";
            case HANDLED -> "note";
        };
        String state = foreseen.sqlState() == null ? "" : " (" + foreseen.sqlState() + ")";
        String place = foreseen.place().isEmpty() ? "" : foreseen.place() + ": ";
        return word + state + ": " + place + foreseen.message() + " " + foreseen.help();
    }

    private void piece(MigrateEvent.PieceChanged changed) {
        switch (changed.state()) {
            case LineState.Running _ -> begins(changed.file());
            case LineState.Waiting waiting -> blocked(changed, waiting);
            case LineState.Done done -> notices(done.notices());
            case LineState.Pending _,
                    LineState.Working _,
                    LineState.Retrying _,
                    LineState.Committed _,
                    LineState.Failed _,
                    LineState.RolledBack _,
                    LineState.Stopped _,
                    LineState.NotReached _,
                    LineState.Unknown _ -> {}
        }
    }

    private void begins(int file) {
        Proposal running = proposal;
        waitsFor = "";
        if (running != null && file != shown) {
            shown = file;
            PendingFile pending = running.files().get(file);
            say("Running " + pending.migration().tag() + ", "
                    + counted(pending.pieces().size() - pending.done(), "statement", "statements"));
        }
    }

    /// Once for each set of those in the way: the watch looks three times a second.
    private void blocked(MigrateEvent.PieceChanged changed, LineState.Waiting waiting) {
        String pids = waiting.blockers().stream()
                .map(blocker -> String.valueOf(blocker.pid()))
                .collect(Collectors.joining(","));
        if (!pids.equals(waitsFor)) {
            waitsFor = pids;
            say("Statement " + changed.number() + " waits for "
                    + waiting.blockers().stream().map(Blocker::text).collect(Collectors.joining(", ")));
        }
    }

    private void notices(List<String> notices) {
        notices.forEach(notice -> say("  " + notice));
    }

    private void committed(int leg) {
        Proposal running = proposal;
        if (running != null && running.mode() == Mode.COMMIT_BETWEEN) {
            running.legs()
                    .get(leg)
                    .rows()
                    .forEach(file -> say(
                            "Committed " + running.files().get(file).migration().tag()));
        }
    }

    /// How it ended, in a sentence or two.
    public static String ended(MigrateOutcome outcome) {
        return switch (outcome) {
            case MigrateOutcome.NothingToDo nothing -> nothing.why();
            case MigrateOutcome.Applied applied ->
                "Applied " + counted(applied.tags().size(), "migration", "migrations") + " in "
                        + Durations.text(applied.time()) + ".";
            case MigrateOutcome.LockTimeout late ->
                "Advisory lock " + late.lockId() + " was not to be had within " + seconds(late.waited()) + ": "
                        + (late.holders().isEmpty()
                                ? "somebody has it."
                                : late.holders().stream().map(LockHolder::text).collect(Collectors.joining(", "))
                                        + " has it.")
                        + " It is free when that session ends. Nothing ran.";
            case MigrateOutcome.Refused refused ->
                refused.obstacle().what() + " " + refused.obstacle().remedy() + " Nothing ran.";
            case MigrateOutcome.Unreachable unreachable ->
                "The server could not be reached in " + counted(unreachable.attempts(), "attempt", "attempts") + ": "
                        + unreachable.error().text() + ". Nothing ran.";
            case MigrateOutcome.Failed failed -> failed(failed);
            case MigrateOutcome.Cancelled cancelled ->
                "Stopped. "
                        + kept(
                                cancelled.kept(),
                                cancelled.part(),
                                cancelled.leftovers().size());
            case MigrateOutcome.Lost lost ->
                "The server was lost while it committed: " + lost.message()
                        + ". Nobody knows whether it did: look at the history before running again.";
        };
    }

    private static String failed(MigrateOutcome.Failed failed) {
        String where = failed.tag().isEmpty()
                ? "The migrator's own work failed: "
                : failed.tag() + ".sql, line " + failed.line() + ", statement " + failed.number() + " failed: ";
        return where + error(failed.error()) + " "
                + kept(failed.kept(), failed.part(), failed.leftovers().size());
    }

    private static String error(ServerError error) {
        String detail = error.detail() == null ? "" : " " + error.detail();
        String hint = error.hint() == null ? "" : " " + error.hint();
        return error.text() + "." + detail + hint;
    }

    private static String kept(List<String> kept, int part, int leftovers) {
        if (kept.isEmpty() && part == 0 && leftovers == 0) {
            return "Everything was rolled back.";
        }
        StringBuilder text = new StringBuilder();
        if (!kept.isEmpty()) {
            text.append("Applied and kept: ").append(String.join(", ", kept)).append(". ");
        }
        if (part > 0) {
            text.append("Of the next one ")
                    .append(counted(part, "statement is", "statements are"))
                    .append(" committed; a run that commits between goes on behind them. ");
        }
        if (leftovers > 0) {
            text.append(counted(leftovers, "index is", "indexes are")).append(" not valid. ");
        }
        return text.toString().strip();
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }

    static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
