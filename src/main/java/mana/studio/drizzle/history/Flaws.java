package mana.studio.drizzle.history;

import java.util.stream.Collectors;
import mana.studio.drizzle.files.Flaw;
import mana.studio.drizzle.files.Migration;

/// What the flaws of a folder say, and which migration they are about.
public final class Flaws {
    private Flaws() {}

    /// Whether a flaw is about a migration.
    static boolean concerns(Flaw flaw, Migration migration) {
        return switch (flaw) {
            case Flaw.MissingSnapshot missing -> missing.migration().equals(migration);
            case Flaw.DuplicateNumber twice -> twice.tags().contains(migration.tag());
            case Flaw.Collision collision -> collision.children().contains(migration);
            case Flaw.BrokenChain broken -> broken.migration().equals(migration);
            case Flaw.OutOfOrder order -> order.migration().equals(migration);
            case Flaw.Unreadable unreadable ->
                migration.file() == null
                        && unreadable.file().getFileName().toString().equals(migration.tag() + ".sql");
            // Said by the state of the migration, or of the whole folder.
            case Flaw.MissingFile _, Flaw.Stray _, Flaw.Hybrid _, Flaw.NoJournal _ -> false;
        };
    }

    /// Whether a flaw is about the folder and no migration in it.
    static boolean isOfAll(Flaw flaw) {
        return flaw instanceof Flaw.Hybrid || flaw instanceof Flaw.NoJournal || flaw instanceof Flaw.Unreadable;
    }

    /// A few words.
    public static String word(Flaw flaw) {
        return switch (flaw) {
            case Flaw.MissingFile _ -> "file missing";
            case Flaw.Stray _ -> "not in the journal";
            case Flaw.MissingSnapshot _ -> "no snapshot";
            case Flaw.DuplicateNumber _ -> "number used twice";
            case Flaw.Collision _ -> "merge collision";
            case Flaw.BrokenChain _ -> "broken chain";
            case Flaw.OutOfOrder _ -> "out of order";
            case Flaw.Unreadable _ -> "unreadable";
            case Flaw.Hybrid _ -> "mixed layout";
            case Flaw.NoJournal _ -> "no journal";
        };
    }

    /// What it means.
    public static String sentence(Flaw flaw) {
        return switch (flaw) {
            case Flaw.MissingFile missing ->
                "The journal names " + missing.migration().tag() + ", but there is no "
                        + missing.expected().getFileName() + ".";
            case Flaw.Stray stray -> stray.file().getFileName() + " is not in the journal and never runs.";
            case Flaw.MissingSnapshot missing ->
                "There is no snapshot of " + missing.migration().tag()
                        + ". As long as a later one exists nothing comes of it; if it is the newest, the next generate"
                        + " compares with an older state and writes its changes again.";
            case Flaw.DuplicateNumber twice ->
                "Number " + twice.number() + " is used twice: " + String.join(", ", twice.tags())
                        + ". They also claim one name for their snapshot.";
            case Flaw.Collision collision ->
                "The snapshots of "
                        + collision.children().stream().map(Migration::tag).collect(Collectors.joining(" and "))
                        + " name the same parent: two branches were merged. drizzle-kit check refuses that, and the"
                        + " newer snapshot knows nothing of the other's changes, so the next generate writes them"
                        + " again.";
            case Flaw.BrokenChain broken ->
                "The snapshot of " + broken.migration().tag() + " names a parent that is not here ("
                        + broken.missingParent() + ").";
            case Flaw.OutOfOrder order ->
                order.migration().tag() + " stands after " + order.before().tag()
                        + " but has an earlier time. Where that one ran first, this one is passed over.";
            case Flaw.Unreadable unreadable ->
                unreadable.file().getFileName() + " cannot be read: " + unreadable.reason();
            case Flaw.Hybrid _ ->
                "There is a journal, and the migrations lie in folders. The stable migrator looks for files and finds"
                        + " none; that of 1.0 refuses the journal.";
            case Flaw.NoJournal _ ->
                "There is no meta/_journal.json. drizzle's own migrator stops; a deploy script that looks for it first"
                        + " has nothing to do.";
        };
    }
}
