package mana.studio.plan;

import java.util.List;
import mana.studio.schema.View;

/// A view comes, goes or changes.
public sealed interface ViewChange extends Change {
    View view();

    record CreateView(View view) implements ViewChange {}

    /// `CREATE OR REPLACE`: the first columns stay what they were.
    record ReplaceView(View view) implements ViewChange {}

    /// @param recreated whether it comes back
    record DropView(View view, boolean recreated) implements ViewChange {}

    /// @param set   as `name=value`
    /// @param reset names
    record SetViewOptions(View view, List<String> set, List<String> reset) implements ViewChange {
        public SetViewOptions {
            set = List.copyOf(set);
            reset = List.copyOf(reset);
        }
    }

    record SetViewTablespace(View view) implements ViewChange {}

    record SetViewAccessMethod(View view) implements ViewChange {}

    /// Fills or empties a materialised view.
    record Refresh(View view) implements ViewChange {}
}
