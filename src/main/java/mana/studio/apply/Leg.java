package mana.studio.apply;

import java.util.List;
import mana.studio.safety.safer.Step.Remains;
import org.jspecify.annotations.Nullable;

/// A part of a course that is committed before the next begins.
public sealed interface Leg {
    List<Line> lines();

    /// All of it or nothing.
    ///
    /// @param reason why it is a transaction of its own; empty where nothing else is in it that could be
    record Transaction(List<Line> lines, String reason) implements Leg {
        public Transaction {
            lines = List.copyOf(lines);
        }
    }

    /// A statement that PostgreSQL refuses inside a transaction.
    ///
    /// @param reason  why
    /// @param patient whether it waits for others as long as it must: a `lock_timeout` would stop it half-way
    /// @param remains what it leaves where it fails; null where that is not known
    record Alone(
            Line line,
            String reason,
            boolean patient,
            @Nullable Remains remains) implements Leg {
        @Override
        public List<Line> lines() {
            return List.of(line);
        }
    }

    /// Rows changed batch by batch, each committed: what is done stays, whatever happens.
    ///
    /// @param left a query for how much is left to do: 0 for nothing
    record Batches(Line line, String left) implements Leg {
        @Override
        public List<Line> lines() {
            return List.of(line);
        }
    }

    /// A question that must have the wanted answer before it goes on.
    record Check(Line line, String wanted) implements Leg {
        @Override
        public List<Line> lines() {
            return List.of(line);
        }
    }
}
