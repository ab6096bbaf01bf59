package mana.studio.drizzle.history;

import java.util.List;
import mana.studio.drizzle.files.Migration;

/// What a run of the migrator does.
public sealed interface Outcome {
    /// It runs some, all in one transaction, or none.
    ///
    /// @param runs    in order
    /// @param skipped what has not run and is passed over
    record Runs(List<Migration> runs, List<Migration> skipped) implements Outcome {
        public Runs {
            runs = List.copyOf(runs);
            skipped = List.copyOf(skipped);
        }
    }

    /// It stops before it runs anything.
    ///
    /// @param message what it says
    record Refuses(String message) implements Outcome {}
}
