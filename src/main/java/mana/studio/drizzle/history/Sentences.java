package mana.studio.drizzle.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mana.studio.drizzle.files.Migration;
import org.jspecify.annotations.Nullable;

/// Says the states of a history in sentences.
public final class Sentences {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ALONE = "The next migrate leaves it alone.";
    private static final String RUNS_FRESH = "A fresh database runs it, in its place.";

    private final History history;

    public Sentences(History history) {
        this.history = history;
    }

    /// A moment for people, in UTC as drizzle-kit writes it.
    public static String time(@Nullable Long millis) {
        return millis == null ? "no time" : MINUTE.format(Instant.ofEpochMilli(millis)) + " UTC";
    }

    /// The state's word alone.
    public static String word(State state) {
        return switch (state) {
            case State.Applied _ -> "applied";
            case State.Edited _ -> "edited since applied";
            case State.OtherLineEnds _ -> "other line ends";
            case State.Rewritten _ -> "rewritten";
            case State.RunsAgain _ -> "runs again";
            case State.Pending _ -> "pending";
            case State.Skipped _ -> "will be skipped";
            case State.FileMissing _ -> "file missing";
            case State.NotInJournal _ -> "not in the journal";
            case State.RowOnly _ -> "no file";
            case State.OfOther _ -> "other service";
            case State.NotRead _ -> "not read";
        };
    }

    /// All that is to be said of an entry's state.
    public Said of(Entry entry) {
        String word = word(entry.state());
        return switch (entry.state()) {
            case State.Applied applied -> new Said(word, applied(entry, applied), orStops(ALONE), freshly(RUNS_FRESH));
            case State.Edited edited ->
                new Said(
                        word,
                        "It ran here, and its file was changed afterwards: "
                                + edited.row().shown() + " has "
                                + edited.match().words() + ".",
                        orStops("The next migrate never compares hashes: what was changed does not run here."),
                        freshly("A fresh database runs the changed file, and so differs from this one."));
            case State.OtherLineEnds same ->
                new Said(
                        word,
                        "It ran here. The file differs from what ran in nothing but its line ends: it has "
                                + (same.carriageReturns() ? "CRLF now, and had LF." : "LF now, and had CRLF."),
                        orStops(ALONE),
                        freshly("A fresh database runs it to the same effect, and records another hash."));
            case State.Rewritten rewritten ->
                new Said(
                        word,
                        "It most likely ran here: " + rewritten.row().shown() + " stands in its place, of "
                                + time(rewritten.row().createdAt())
                                + ". Its hash and its time are other ones, so both the file and its when were"
                                + " rewritten afterwards.",
                        orStops("The next migrate passes over it: its when is not later than the newest row's."
                                + " What was rewritten never runs here."),
                        freshly("A fresh database runs the rewritten file, and so differs from this one."));
            case State.RunsAgain again -> new Said(word, again(again), again(), freshly(RUNS_FRESH));
            case State.Pending _ -> new Said(word, pending(), orStops(runs(entry)), freshly(RUNS_FRESH));
            case State.Skipped skipped ->
                new Said(
                        word,
                        skipped(entry, skipped),
                        orStops("The next migrate passes over it without a word and ends with success, every time."),
                        freshly("A fresh database runs it, and so differs from this one."));
            case State.FileMissing missing ->
                new Said(
                        word,
                        "The journal names it, and there is no file of that name."
                                + (missing.row() == null
                                        ? ""
                                        : " It ran here: " + missing.row().shown() + "."),
                        orStops("The next migrate stops before it runs anything."),
                        freshly("On a fresh database it stops too: nothing runs at all."));
            case State.NotInJournal lost ->
                new Said(
                        word,
                        lost.row() == null
                                ? "The file lies there, and the journal does not name it."
                                : "It ran here (" + lost.row().shown() + "), but the journal names it no longer.",
                        "The next migrate does not see it.",
                        "A fresh database never gets it.");
            case State.RowOnly only -> rowOnly(word, only);
            case State.OfOther other ->
                new Said(
                        word,
                        other.owner().service() + " ran it: both keep their books in "
                                + history.books().table() + ".",
                        isNewest(other.row())
                                ? "It is the newest row. What of " + history.service() + " is not later than "
                                        + time(other.row().createdAt()) + " is passed over."
                                : "It changes nothing for " + history.service() + ".",
                        "It is not of this folder.");
            case State.NotRead unread ->
                new Said(word, unread.reason(), orStops("Nothing runs."), freshly("Nothing runs there either."));
        };
    }

    private String applied(Entry entry, State.Applied applied) {
        BooksRow row = applied.row();
        String by = "It ran here: " + row.shown() + " has " + applied.match().words() + ".";
        Migration migration = entry.migration();
        if (migration == null
                || history.setting().line() == Line.V1
                || Objects.equals(row.createdAt(), migration.when())) {
            return by;
        }
        return by + " Its when was changed since: it was " + time(row.createdAt()) + ", and is "
                + time(migration.when()) + ".";
    }

    private static String again(State.RunsAgain again) {
        String ran = "It ran here (" + again.row().shown() + " has "
                + again.match().words() + "), and yet the migrator takes it for new: ";
        return ran
                + switch (again.why()) {
                    case State.Again.NoTime none ->
                        none.cause().shown() + " has no created_at, counts as the newest, and everything is later.";
                    case State.Again.MovedOn moved ->
                        "its when is " + time(moved.when()) + " now, later than the newest row.";
                    case State.Again.Renamed renamed -> "its folder was named " + renamed.before() + " then.";
                };
    }

    private String again() {
        return orStops("The next migrate runs it again, and most likely fails (already exists), with everything that"
                + " is pending beside it.");
    }

    private String pending() {
        return history.books().exists()
                ? "It has not run here."
                : "It has not run here; nothing has: there is no "
                        + history.books().table() + ".";
    }

    private String runs(Entry entry) {
        if (!(history.here() instanceof Outcome.Runs(List<Migration> runs, List<Migration> _)) || runs.size() < 2) {
            return "The next migrate runs it.";
        }
        int others = runs.size() - 1;
        return "The next migrate runs it, with " + (others == 1 ? "one other" : others + " others")
                + ", in one transaction: if one fails, all are taken back.";
    }

    private String skipped(Entry entry, State.Skipped skipped) {
        if (history.setting().line() == Line.V1) {
            return "It has not run here and never will: " + skipped.cause().shown() + " has its name, and is "
                    + whose(skipped) + ".";
        }
        boolean equal = Objects.equals(skipped.cause().createdAt(), entry.when());
        return "It has not run here and never will: its when, " + time(entry.when()) + ", is "
                + (equal ? "the same as" : "not later than") + " that of the newest row, "
                + time(skipped.cause().createdAt()) + ", which is " + whose(skipped) + "."
                + (isRound(entry.when()) ? " It is a round number: a person wrote it, not drizzle-kit." : "");
    }

    /// drizzle-kit takes the clock's milliseconds, which are round once in ten thousand times.
    private static boolean isRound(@Nullable Long when) {
        return when != null && when % 10_000 == 0;
    }

    private String whose(State.Skipped skipped) {
        return switch (skipped.owner()) {
            case Owner.Of owner when owner.service().equals(history.service()) -> "its own " + owner.tag();
            case Owner.Of owner -> owner.tag() + " of " + owner.service();
            case Owner.Unknown _ ->
                history.entries().stream()
                        .filter(entry -> skipped.cause().equals(entry.state().ran()) && entry.migration() != null)
                        .findFirst()
                        .map(entry -> entry.state() instanceof State.Rewritten
                                ? "most likely " + entry.tag() + ", before it was rewritten"
                                : "its own " + entry.tag())
                        .orElse(skipped.cause().shown() + ", of no file that is known");
        };
    }

    private Said rowOnly(String word, State.RowOnly only) {
        BooksRow row = only.row();
        String what = "The database ran something that has no file here: deleted, rewritten, or of a service that is"
                + " not in this project. It is of " + time(row.createdAt()) + ".";
        String here = isNewest(row)
                ? "It is the newest row. What is not later is passed over."
                : "The next migrate does not ask for it.";
        return new Said(word, what, here, "A fresh database never gets what it did.");
    }

    private boolean isNewest(BooksRow row) {
        return history.newest().filter(row::equals).isPresent();
    }

    private String orStops(String sentence) {
        return history.here() instanceof Outcome.Refuses(String message) ? stops(message) : sentence;
    }

    private String freshly(String sentence) {
        return history.fresh() instanceof Outcome.Refuses(String message)
                ? "On a fresh database migrate stops as well: " + message + "."
                : sentence;
    }

    private static String stops(String message) {
        return "The next migrate stops before it runs anything: " + message + ".";
    }

    /// What is wrong with the whole.
    public String of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.OfFiles files -> Flaws.sentence(files.flaw());
            case Trouble.NoTable _ ->
                "There is no " + history.books().table() + ": no migrator was here yet. If the tables are there all the"
                        + " same, they came by push, and the first migrate will fail (already exists).";
            case Trouble.Unread unread -> "The books cannot be read: " + unread.reason();
            case Trouble.NoTime none ->
                (none.rows().size() == 1
                                ? none.rows().getFirst().shown() + " has no created_at"
                                : none.rows().size() + " rows have no created_at")
                        + ". It counts as the newest, and every migration is later: the next migrate runs everything"
                        + " again.";
            case Trouble.Future future ->
                "The newest row, " + future.row().shown() + ", is of the future ("
                        + time(future.row().createdAt())
                        + "). What is generated before then is passed over without a word.";
            case Trouble.Twice twice ->
                twice.first().shown() + " and " + twice.again().shown()
                        + " record the same migration: two migrators ran at once, and drizzle takes no lock.";
            case Trouble.Shared shared ->
                history.service() + " shares " + history.books().table() + " with "
                        + String.join(", ", shared.others())
                        + ". The newest row of any of them decides for all.";
            case Trouble.OldLayout old ->
                "The service asks for drizzle-orm " + old.drizzleOrm()
                        + ", which reads folders; this one has a journal. Run drizzle-kit up.";
            case Trouble.Stops stop -> stops(stop.message());
        };
    }

    /// What the next run does, in one line.
    public String next() {
        return outcome(history.here());
    }

    /// What a run does, in one line.
    public static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refuses(String message) -> stops(message);
            case Outcome.Runs(List<Migration> runs, List<Migration> skipped) -> {
                String first = runs.isEmpty()
                        ? "The next migrate has nothing to run"
                        : "The next migrate runs " + count(runs.size());
                yield skipped.isEmpty() ? first + "." : first + " and passes over " + count(skipped.size()) + ".";
            }
        };
    }

    private static String count(int migrations) {
        return migrations == 1 ? "1 migration" : migrations + " migrations";
    }
}
