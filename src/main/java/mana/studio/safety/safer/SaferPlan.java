package mana.studio.safety.safer;

import java.util.List;

/// The safer form of a plan.
///
/// @param phases  those that have something to do, in order
/// @param remarks what has no form that spares the others, and what else a person should know before the first phase
public record SaferPlan(List<Phase> phases, List<String> remarks) {
    public SaferPlan {
        phases = List.copyOf(phases);
        remarks = List.copyOf(remarks);
    }

    public boolean isEmpty() {
        return phases.isEmpty();
    }

    /// The whole as a script to read, and to run phase by phase in `psql`.
    public String sql() {
        return SaferScript.of(this);
    }
}
