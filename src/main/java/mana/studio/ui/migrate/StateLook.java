package mana.studio.ui.migrate;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import mana.studio.apply.Blocker;
import mana.studio.apply.Durations;
import mana.studio.apply.LineState;
import mana.studio.safety.dryrun.ServerError;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// How a state looks: an icon, a word, and what more there is to say.
///
/// @param time   how long it took; empty for unknown
/// @param detail below the statement; empty for nothing
record StateLook(Ikon icon, String style, String word, String time, String detail) {
    static StateLook of(LineState state, long runningMillis) {
        String running = runningMillis < 0 ? "" : Durations.text(Duration.ofMillis(runningMillis));
        return switch (state) {
            case LineState.Pending _ -> quiet(Feather.CIRCLE, "to do");
            case LineState.Running _ -> new StateLook(Feather.PLAY_CIRCLE, "state-running", "runs", running, "");
            case LineState.Working working ->
                new StateLook(
                        Feather.PLAY_CIRCLE,
                        "state-running",
                        "runs",
                        running,
                        "The server is " + working.phase()
                                + (working.fraction() < 0 ? "." : ", " + Math.round(working.fraction() * 100) + " %."));
            case LineState.Waiting waiting ->
                new StateLook(
                        Feather.CLOCK,
                        "state-warning",
                        "waits",
                        running,
                        "Waits for "
                                + waiting.blockers().stream().map(Blocker::text).collect(Collectors.joining(", "))
                                + ". Whoever comes after it waits too.");
            case LineState.Retrying _ -> new StateLook(Feather.ROTATE_CW, "state-warning", "gave way", "", "");
            case LineState.Done done ->
                new StateLook(
                        Feather.CHECK, "state-quiet", "done", Durations.text(done.time()), notices(done.notices()));
            case LineState.Committed committed ->
                new StateLook(
                        Feather.CHECK_CIRCLE,
                        "state-success",
                        "committed",
                        committed.time().isZero() ? "" : Durations.text(committed.time()),
                        notices(committed.notices()));
            case LineState.Failed failed ->
                new StateLook(Feather.X_CIRCLE, "state-danger", "failed", "", answer(failed.error()));
            case LineState.RolledBack _ -> quiet(Feather.CORNER_UP_LEFT, "undone");
            case LineState.Stopped _ -> new StateLook(Feather.STOP_CIRCLE, "state-warning", "stopped", "", "");
            case LineState.NotReached _ -> quiet(Feather.MINUS, "not run");
            case LineState.Unknown _ -> new StateLook(Feather.HELP_CIRCLE, "state-warning", "unknown", "", "");
        };
    }

    private static StateLook quiet(Ikon icon, String word) {
        return new StateLook(icon, "state-quiet", word, "", "");
    }

    private static String notices(List<String> notices) {
        return notices.stream().map(notice -> "The server remarks: " + notice).collect(Collectors.joining("\n"));
    }

    private static String answer(ServerError error) {
        return error.message()
                + (error.sqlState().isEmpty() ? "" : " (SQLSTATE " + error.sqlState() + ")")
                + (error.detail() == null ? "" : "\nDetail: " + error.detail())
                + (error.hint() == null ? "" : "\nHint: " + error.hint());
    }
}
