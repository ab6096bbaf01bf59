package mana.studio.ui.apply;

import java.util.List;
import mana.studio.apply.Course;
import mana.studio.apply.Durations;
import mana.studio.apply.Ending;
import mana.studio.apply.Leg;
import mana.studio.apply.Line;
import mana.studio.apply.Outcome;
import mana.studio.ui.kit.LineLook;
import org.jspecify.annotations.Nullable;

/// What became of an order, in words.
///
/// @param good     whether all of it ran
/// @param headline a sentence
/// @param more     what stays, and what to do; empty for nothing
record EndingWords(boolean good, String headline, String more) {
    static EndingWords of(Course course, @Nullable Object wanted, Outcome outcome) {
        String stays = stays(course, outcome.committed());
        return switch (outcome.ending()) {
            case Ending.Applied _ ->
                new EndingWords(true, "Applied in " + Durations.text(outcome.time()) + ".", reached(wanted, outcome));
            case Ending.Stale _ ->
                new EndingWords(
                        false,
                        "Nothing ran: the database has changed since this was planned.",
                        "It is being read again. Look at the changes as they are then, and apply those. What changed:");
            case Ending.Failed failed
            when failed.line() == 0 ->
                new EndingWords(false, "The commit failed. " + stays, LineLook.answer(failed.error()));
            case Ending.Failed failed ->
                new EndingWords(
                        false,
                        "Statement " + failed.line() + " failed"
                                + (failed.attempts() > 1 ? " " + failed.attempts() + " times. " : ". ") + stays,
                        "");
            case Ending.Unmet unmet ->
                new EndingWords(
                        false,
                        "The check of statement " + unmet.line() + " does not hold: " + unmet.answer() + " instead of "
                                + unmet.wanted() + ". " + stays,
                        "");
            case Ending.Cancelled _ ->
                new EndingWords(false, "Stopped. " + stays, batches(course, outcome.committed()));
            case Ending.Lost lost ->
                new EndingWords(
                        false,
                        "The server was lost, and with it whether the last part was committed. " + stays,
                        lost.message()
                                + "\nThe journal knows what to ask when the server is back: connect again, and it "
                                + "says what was applied.");
        };
    }

    private static String reached(@Nullable Object wanted, Outcome outcome) {
        if (outcome.comparison() == null) {
            return wanted == null ? "" : "The database was not compared with the design.";
        }
        return outcome.comparison().isEqual()
                ? "It was read again: the database is as designed."
                : "It was read again, and is not as designed. What is still missing:";
    }

    /// What of a course stays.
    private static String stays(Course course, int committed) {
        List<Integer> numbers = course.legs().stream()
                .limit(committed)
                .filter(leg -> !(leg instanceof Leg.Check))
                .flatMap(leg -> leg.lines().stream())
                .map(Line::number)
                .toList();
        if (numbers.isEmpty()) {
            return "Nothing was changed.";
        }
        return numbers.size() == 1
                ? "Statement " + numbers.getFirst() + " was committed before, and stays."
                : "Statements " + numbers.getFirst() + " to " + numbers.getLast() + " were committed before, and stay.";
    }

    private static String batches(Course course, int committed) {
        boolean inBatches = committed < course.legs().size() && course.legs().get(committed) instanceof Leg.Batches;
        return inBatches ? "The batches that were done stay; the next run goes on with the rest." : "";
    }
}
