package mana.studio.plan;

import mana.studio.schema.Routine;

/// A function or procedure comes, goes or changes.
public sealed interface RoutineChange extends Change {
    Routine routine();

    record CreateRoutine(Routine routine) implements RoutineChange {}

    /// `CREATE OR REPLACE`: arguments and result stay what they were.
    record ReplaceRoutine(Routine routine) implements RoutineChange {}

    /// @param recreated whether it comes back
    record DropRoutine(Routine routine, boolean recreated) implements RoutineChange {}
}
