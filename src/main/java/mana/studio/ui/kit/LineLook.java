package mana.studio.ui.kit;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import mana.studio.apply.Blocker;
import mana.studio.apply.Durations;
import mana.studio.apply.LineState;
import mana.studio.safety.dryrun.ServerError;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// How a state of a line looks: an icon, a word, and what more there is to say.
///
/// @param style  of icon and word
/// @param time   how long it took; empty for unknown
/// @param detail below the statement; empty for nothing
public record LineLook(Ikon icon, String style, String word, String time, String detail) {
    /// @param runningMillis how long it runs by now; negative for unknown
    public static LineLook of(LineState state, long runningMillis) {
        String running = runningMillis < 0 ? "" : Durations.text(Duration.ofMillis(runningMillis));
        return switch (state) {
            case LineState.Pending _ -> quiet(Feather.CIRCLE, "to do");
            case LineState.Running _ -> new LineLook(Feather.PLAY_CIRCLE, "state-running", "runs", running, "");
            case LineState.Working working ->
                new LineLook(Feather.PLAY_CIRCLE, "state-running", "runs", running, progress(working));
            case LineState.Waiting waiting ->
                new LineLook(Feather.CLOCK, "state-warning", "waits", running, blockers(waiting));
            case LineState.Retrying retrying ->
                new LineLook(Feather.ROTATE_CW, "state-warning", "gave way", "", retry(retrying));
            case LineState.Done done ->
                new LineLook(
                        Feather.CHECK, "state-quiet", "done", Durations.text(done.time()), notices(done.notices()));
            case LineState.Committed committed ->
                new LineLook(
                        Feather.CHECK_CIRCLE,
                        "state-success",
                        "committed",
                        committed.time().isZero() ? "" : Durations.text(committed.time()),
                        notices(committed.notices()));
            case LineState.Failed _ -> new LineLook(Feather.X_CIRCLE, "state-danger", "failed", "", "");
            case LineState.RolledBack _ -> quiet(Feather.CORNER_UP_LEFT, "undone");
            case LineState.Stopped _ -> new LineLook(Feather.STOP_CIRCLE, "state-warning", "stopped", "", "");
            case LineState.NotReached _ -> quiet(Feather.MINUS, "not run");
            case LineState.Unknown _ -> new LineLook(Feather.HELP_CIRCLE, "state-warning", "unknown", "", "");
        };
    }

    private static LineLook quiet(Ikon icon, String word) {
        return new LineLook(icon, "state-quiet", word, "", "");
    }

    private static String progress(LineState.Working working) {
        return working.fraction() < 0
                ? "The server is " + working.phase() + "."
                : "The server is " + working.phase() + ", " + Math.round(working.fraction() * 100) + " %.";
    }

    private static String blockers(LineState.Waiting waiting) {
        String who = waiting.blockers().stream().map(Blocker::text).collect(Collectors.joining(", "));
        String last = waiting.blockers().stream()
                .findFirst()
                .map(Blocker::query)
                .filter(query -> !query.isBlank())
                .map(query -> "\nIts last statement: " + oneLine(query))
                .orElse("");
        return "Waits for " + who + "." + last;
    }

    private static String retry(LineState.Retrying retrying) {
        String why = switch (retrying.why().sqlState()) {
            case "40P01" -> "It and another session waited for each other";
            case "40001" -> "Another session changed the same meanwhile";
            default -> "The lock was not given in time";
        };
        return why + ", so its transaction was undone and the others pass. Retry " + retrying.retry() + " of "
                + retrying.of() + " after " + Durations.text(retrying.pause()) + " ("
                + retrying.why().sqlState() + ").";
    }

    private static String notices(java.util.List<String> notices) {
        return notices.stream().map(notice -> "The server remarks: " + notice).collect(Collectors.joining("\n"));
    }

    private static String oneLine(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 160 ? line : line.substring(0, 160) + " …";
    }

    /// What the server answered, in its words, without the place.
    public static String answer(ServerError error) {
        StringBuilder text = new StringBuilder(error.message());
        if (!error.sqlState().isEmpty()) {
            text.append(" (SQLSTATE ").append(error.sqlState()).append(')');
        }
        if (error.detail() != null) {
            text.append("\nDetail: ").append(Objects.requireNonNull(error.detail()));
        }
        if (error.hint() != null) {
            text.append("\nHint: ").append(Objects.requireNonNull(error.hint()));
        }
        return text.toString();
    }

    /// The line of the statement that the server points at, and below it where; empty where it names no place.
    public static String place(String sql, ServerError error) {
        if (error.position() < 1) {
            return "";
        }
        int at = sql.offsetByCodePoints(0, Math.min(error.position() - 1, sql.codePointCount(0, sql.length())));
        int begin = sql.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        int end = sql.indexOf('\n', at);
        String line = sql.substring(begin, end < 0 ? sql.length() : end);
        int column = at - begin;
        int from = Math.max(0, column - 40);
        String part = (from > 0 ? "…" : "") + line.substring(from, Math.min(line.length(), column + 40));
        return part + "\n" + " ".repeat(column - from + (from > 0 ? 1 : 0)) + "^";
    }
}
