package mana.studio.ui.data;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/// Whether something takes longer than a person would not notice.
final class SlowReading {
    private static final Duration NOTICEABLE = Duration.millis(300);

    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
    private final PauseTransition patience = new PauseTransition(NOTICEABLE);

    /// @param running whether it runs
    SlowReading(ReadOnlyBooleanProperty running) {
        patience.setOnFinished(_ -> slow.set(running.get()));
        running.subscribe(runs -> {
            if (runs) {
                patience.playFromStart();
            } else {
                patience.stop();
                slow.set(false);
            }
        });
    }

    ReadOnlyBooleanProperty slow() {
        return slow.getReadOnlyProperty();
    }
}
