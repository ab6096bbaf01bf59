package mana.studio.locks.watch;

import java.time.Instant;
import java.util.List;
import mana.studio.locks.Board;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.verdict.Assessment;
import org.jspecify.annotations.Nullable;

/// What the watch knows now.
///
/// @param capabilities null until the server was reached
/// @param board        the last that could be read; null until one was
/// @param assessments  of its locks, the worst first
/// @param readAt       when the board was read, by this computer's clock; null until one was
/// @param trouble      why there is no newer one; null where there is
/// @param pace         how the watch looks now
/// @param notes        what else is to be known, a sentence each: a pooler in between, a replica, a slow list
public record Sight(
        @Nullable Capabilities capabilities,
        @Nullable Board board,
        List<Assessment> assessments,
        @Nullable Instant readAt,
        @Nullable Trouble trouble,
        Pace pace,
        List<String> notes) {
    public Sight {
        assessments = List.copyOf(assessments);
        notes = List.copyOf(notes);
    }

    /// Whether what is shown may be acted on: a fresh look without trouble.
    public boolean isFresh() {
        return board != null && trouble == null;
    }

    /// Why the server could not be looked at.
    ///
    /// @param headline a sentence
    /// @param advice   what to do; may be several sentences
    /// @param answer   what the server said; null where nobody answered
    /// @param sqlState null where no server answered
    public record Trouble(
            Kind kind,
            String headline,
            String advice,
            @Nullable String answer,
            @Nullable String sqlState) {}

    /// The bad days, each with its own way out.
    public enum Kind {
        UNREACHABLE,
        RESTARTING,
        SLOTS_EXHAUSTED,
        LOCK_TABLE_FULL,
        TIMED_OUT,
        POOLER,
        NO_RIGHT,
        REFUSED
    }

    /// How the watch looks now.
    public enum Pace {
        /// The board is on the screen.
        WATCHED,
        /// Something was just released: several times a second, for a few seconds.
        CLOSE,
        /// In the background, for the badge.
        BADGE,
        PAUSED,
        /// The list is so slow that only a person asks for it.
        BY_HAND
    }
}
