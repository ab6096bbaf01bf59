package mana.studio.ui.preview;

import java.util.List;
import mana.studio.safety.safer.Phase;

/// The safer way, while it is shown.
///
/// @param phases in order; at least one
record SaferWay(List<Phase> phases) {
    SaferWay {
        phases = List.copyOf(phases);
    }

    /// Whether all of it can be run at once: the next phase of several waits for the code that runs, not for the
    /// studio.
    boolean isOnePhase() {
        return phases.size() == 1;
    }
}
