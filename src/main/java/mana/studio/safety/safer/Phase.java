package mana.studio.safety.safer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a safer plan that is run, and deployed, by itself.
///
/// @param purpose   what it does, in plain words
/// @param condition what must be so of the running code before it starts
/// @param earliest  not before this date; null where none is set
/// @param checks    what must hold of the rows before it starts
/// @param steps     in order, each committed before the next
public record Phase(
        Name name,
        String purpose,
        String condition,
        @Nullable LocalDate earliest,
        List<Step.Check> checks,
        List<Step> steps) {
    public Phase {
        checks = List.copyOf(checks);
        steps = List.copyOf(steps);
    }

    /// The phases, in order.
    public enum Name {
        /// The new comes beside the old.
        EXPAND,
        /// The rows change over.
        MIGRATE,
        /// The old goes.
        CONTRACT,
        /// What stepped aside goes for good.
        DROP
    }
}
