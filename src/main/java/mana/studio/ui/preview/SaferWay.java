package mana.studio.ui.preview;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mana.studio.safety.safer.Phase;

/// The safer way, while it is shown.
///
/// @param phases in order; at least one
record SaferWay(List<Phase> phases) {
    SaferWay {
        phases = List.copyOf(phases);
    }

    /// Whether all of it can be run at once: the next phase of several waits for the code that runs, not for the studio.
    boolean isOnePhase() {
        return phases.size() == 1;
    }

    /// `expand, migrate, contract`
    String names() {
        return phases.stream()
                .map(phase -> phase.name().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
