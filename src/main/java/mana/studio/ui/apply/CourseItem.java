package mana.studio.ui.apply;

import java.util.List;
import mana.studio.apply.Line;
import mana.studio.apply.LineState;

/// A row of what is applied.
sealed interface CourseItem {
    /// What a leg is, above its statements.
    ///
    /// @param title  `Transaction 1 of 2`
    /// @param reason why it is one by itself; empty for nothing to say
    record Head(String title, String reason, boolean outside) implements CourseItem {}

    /// A phase that waits until this one is applied, and its time has come.
    ///
    /// @param title `Phase 2 of 3: migrate`
    /// @param start what it does, and when it may start
    /// @param steps what they are for
    record Later(String title, String start, List<String> steps) implements CourseItem {}

    /// @param runningMillis how long it has been running by now; negative where it does not
    record Statement(Line line, LineState state, long runningMillis) implements CourseItem {
        Statement(Line line) {
            this(line, new LineState.Pending(), -1);
        }
    }
}
