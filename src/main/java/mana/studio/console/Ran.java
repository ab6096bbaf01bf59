package mana.studio.console;

import java.time.Duration;
import java.util.List;
import mana.studio.statement.SqlStatement;

/// A statement that ran, and what came of it.
///
/// @param sql      what was sent: the statement itself, or its EXPLAIN
/// @param outcomes usually one; a rule may make more
public record Ran(SqlStatement statement, String sql, Duration took, List<Notice> notices, List<Outcome> outcomes) {
    public Ran {
        notices = List.copyOf(notices);
        outcomes = List.copyOf(outcomes);
    }

    /// What the server remarked: NOTICE, WARNING, INFO …
    public record Notice(String severity, String sqlState, String text) {}

    /// What came of a statement.
    public sealed interface Outcome {
        record Rows(Grid grid) implements Outcome {}

        /// @param rows affected ones; -1 where the statement counts none
        record Done(long rows) implements Outcome {}

        record Failed(Refusal refusal) implements Outcome {}

        /// A person stopped it.
        record Cancelled() implements Outcome {}
    }

    /// Whether a script goes on after it.
    public boolean succeeded() {
        return outcomes.stream().allMatch(outcome -> switch (outcome) {
            case Outcome.Rows _, Outcome.Done _ -> true;
            case Outcome.Failed _, Outcome.Cancelled _ -> false;
        });
    }
}
