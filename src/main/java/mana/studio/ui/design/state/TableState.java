package mana.studio.ui.design.state;

import java.util.List;
import mana.studio.convention.Breach;
import mana.studio.design.Design;
import mana.studio.design.Problem;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// A table at one moment.
///
/// @param table    as the design has it; null where it has none (yet, or no longer)
/// @param base     as the database has it; null for a new one
/// @param problems what is wrong with it
/// @param hints    what breaks the house rules in it
public record TableState(
        Design design, @Nullable Table table, @Nullable Table base, List<Problem> problems, List<Breach> hints) {
    public TableState {
        problems = List.copyOf(problems);
        hints = List.copyOf(hints);
    }

    public Mark mark() {
        return Mark.of(base, table);
    }
}
