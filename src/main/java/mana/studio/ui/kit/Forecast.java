package mana.studio.ui.kit;

import java.util.List;
import mana.studio.design.Design;
import mana.studio.plan.Plan;
import mana.studio.safety.Verdict;

/// What a design will do to its database.
///
/// @param design   the design it was made for; by now there may be a newer one
/// @param plan     the way to it
/// @param verdicts one for each of the plan's statements
public record Forecast(Design design, Plan plan, List<Verdict> verdicts) {
    public Forecast {
        verdicts = List.copyOf(verdicts);
    }
}
