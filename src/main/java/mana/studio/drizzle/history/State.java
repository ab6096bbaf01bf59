package mana.studio.drizzle.history;

import org.jspecify.annotations.Nullable;

/// What became of a migration in a database, and what will.
public sealed interface State {
    /// The row that says it ran; null where none does.
    default @Nullable BooksRow ran() {
        return switch (this) {
            case Applied applied -> applied.row();
            case Edited edited -> edited.row();
            case OtherLineEnds same -> same.row();
            case Rewritten rewritten -> rewritten.row();
            case RunsAgain again -> again.row();
            case FileMissing missing -> missing.row();
            case NotInJournal lost -> lost.row();
            case RowOnly only -> only.row();
            case OfOther other -> other.row();
            case Pending _, Skipped _, NotRead _ -> null;
        };
    }

    /// Whether a person should look at it.
    default boolean isWrong() {
        return switch (this) {
            case Applied _, Pending _, OfOther _ -> false;
            case Edited _,
                    OtherLineEnds _,
                    Rewritten _,
                    RunsAgain _,
                    FileMissing _,
                    NotInJournal _,
                    RowOnly _,
                    Skipped _,
                    NotRead _ -> true;
        };
    }

    /// It ran, and the file is what ran.
    record Applied(BooksRow row, Match match) implements State {}

    /// It ran, and the file was changed since.
    record Edited(BooksRow row, Match match) implements State {}

    /// It ran; the file differs in nothing but its line ends.
    ///
    /// @param carriageReturns whether the file has them now, and what ran had not
    record OtherLineEnds(BooksRow row, boolean carriageReturns) implements State {}

    /// A row stands in its place that agrees with nothing of it: most likely it ran, and both its file and its `when`
    /// were rewritten since.
    record Rewritten(BooksRow row) implements State {}

    /// It ran, and yet the migrator takes it for new.
    record RunsAgain(BooksRow row, Match match, Again why) implements State {}

    /// Why a migration that ran runs again.
    sealed interface Again {
        /// A row has no time, and counts as the newest.
        record NoTime(BooksRow cause) implements Again {}

        /// Its `when` is later than that of the newest row.
        record MovedOn(long when) implements Again {}

        /// 1.0 knows it by another name.
        record Renamed(@Nullable String before) implements Again {}
    }

    /// It has not run; the next migrate runs it.
    record Pending() implements State {}

    /// It has not run, and never will.
    ///
    /// @param cause the row that it is not later than, or that has its name
    record Skipped(BooksRow cause, Owner owner) implements State {}

    /// The journal names it and there is no file.
    record FileMissing(@Nullable BooksRow row) implements State {}

    /// There is a file that the journal does not name.
    ///
    /// @param row of it, where it ran when the journal still named it
    record NotInJournal(@Nullable BooksRow row) implements State {}

    /// A row of no file that is known.
    record RowOnly(BooksRow row) implements State {}

    /// A row of another service, in a table that both use.
    record OfOther(BooksRow row, Owner.Of owner) implements State {}

    /// The migrator at work does not read this layout.
    record NotRead(String reason) implements State {}
}
