package mana.studio.apply;

import java.util.List;
import mana.studio.safety.safer.Phase;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;

/// A safer plan on its way: the next phase waits for the code that runs, which only people see. A value.
///
/// @param phases    all of them, in order
/// @param committed how many legs stay, of all the phases, from the first
/// @param wanted    what the database is to be after the last
public record PhasedPlan(List<Phase> phases, int committed, Database wanted) {
    public PhasedPlan {
        phases = List.copyOf(phases);
    }

    /// Nothing of it was applied yet.
    public static PhasedPlan of(List<Phase> phases, Database wanted) {
        return new PhasedPlan(phases, 0, wanted);
    }

    public boolean isBegun() {
        return committed > 0;
    }

    public boolean isDone() {
        return next().number() > phases.size();
    }

    /// @param number of the phase, from 1; one more than there are where all is done
    /// @param done   how many of its legs stay
    private record Next(int number, int done) {}

    private Next next() {
        int left = committed;
        for (int at = 0; at < phases.size(); at++) {
            int legs = Course.of(phases.get(at)).legs().size();
            if (left < legs) {
                return new Next(at + 1, left);
            }
            left -= legs;
        }
        return new Next(phases.size() + 1, 0);
    }

    /// The number of the phase that is next, from 1; one more than there are where all is done.
    public int number() {
        return next().number();
    }

    /// The phase that is next, or the last where all is done.
    public Phase phase() {
        return phases.get(Math.min(number(), phases.size()) - 1);
    }

    /// Whether some of the phase that is next is done.
    public boolean isHalfDone() {
        return next().done() > 0;
    }

    /// The phases behind the one that is next.
    public List<Phase> later() {
        return phases.subList(Math.min(number(), phases.size()), phases.size());
    }

    /// The same, further on.
    ///
    /// @param legs how many stay by then
    public PhasedPlan after(int legs) {
        return new PhasedPlan(phases, legs, wanted);
    }

    /// The order to run what is next: the rest of a phase.
    ///
    /// @param base what the plan was made for, before anything of it was applied; null later, when others may have
    ///             changed the database too: whether a phase fits is then said by its own checks
    public Order order(@Nullable Database base) {
        boolean last = later().isEmpty();
        return new Order(
                Course.of(phase()).without(next().done()), isBegun() ? null : base, last ? wanted : null, this);
    }
}
