package mana.studio.plan;

import java.util.List;
import java.util.Objects;

/// The way back of a plan.
///
/// @param plan the statements that bring the schema back
/// @param lost what they do not bring back, in words: the rows and values that the way there destroyed
public record WayBack(Plan plan, List<String> lost) {
    public WayBack {
        lost = List.copyOf(lost);
    }

    static WayBack of(Plan there, Plan back) {
        List<String> lost = there.statements().stream()
                .filter(Statement::destroysData)
                .map(statement -> Objects.requireNonNull(statement.loss()))
                .distinct()
                .toList();
        return new WayBack(back, lost);
    }
}
