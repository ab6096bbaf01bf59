package mana.studio.apply;

import java.util.List;
import mana.studio.plan.Plan;
import mana.studio.safety.safer.Phase;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;

/// What a person wants to be run.
///
/// @param course what runs
/// @param base   the database it was made for: where it is another by now, nothing runs; null where that does not
/// matter
/// @param wanted what the database is to be afterwards; null where more is to follow
/// @param plan   of several phases, of which this is what is next; null where it is none of such
public record Order(
        Course course,
        @Nullable Database base,
        @Nullable Database wanted,
        @Nullable PhasedPlan plan) {
    public Order(Course course, @Nullable Database base, @Nullable Database wanted) {
        this(course, base, wanted, null);
    }

    /// A whole plan.
    public static Order of(Plan plan, Database base, Database wanted) {
        return new Order(Course.of(plan), base, wanted);
    }

    /// A phase of a safer plan.
    ///
    /// @param wanted null where another phase follows
    public static Order of(Phase phase, Database base, @Nullable Database wanted) {
        return new Order(Course.of(phase), base, wanted);
    }

    /// Removes what another order has left.
    public static Order of(Leftover leftover) {
        return new Order(Course.of(leftover), null, null);
    }

    /// What runs, for the journal.
    List<Leg> legs() {
        return course.legs();
    }
}
