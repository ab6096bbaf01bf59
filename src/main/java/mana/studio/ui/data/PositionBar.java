package mana.studio.ui.data;

import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// A scroll bar over the whole table, however little of it is in memory. Where it is dragged within memory the grid
/// follows at once; elsewhere when it rests for a moment.
final class PositionBar extends ScrollBar {
    private static final Duration REST = Duration.millis(120);

    private final PauseTransition rest = new PauseTransition(REST);
    private final Tooltip bubble = new Tooltip();
    private final Target target;
    private boolean following;
    private boolean jumping;

    /// Where the bar leads.
    interface Target {
        /// Shows the rows from a position on if they are in memory; says whether they are.
        boolean show(long position);

        /// Reads the rows from a position on.
        void jump(long position);

        /// Reads the last rows.
        void toEnd();

        /// Whether rows are being read.
        boolean isReading();

        /// A position for people: `≈ 120,000`.
        String word(long position);
    }

    PositionBar(Target target) {
        this.target = target;
        setOrientation(Orientation.VERTICAL);
        setId("position-bar");
        getStyleClass().add("position-bar");
        setAccessibleText("Position in the whole table");
        setFocusTraversable(false);
        setUnitIncrement(1);
        rest.setOnFinished(_ -> jump());
        valueProperty().addListener(_ -> moved());
        pressedProperty().addListener(_ -> bubble());
    }

    /// Follows what the grid shows.
    ///
    /// @param total rows of the whole table
    /// @param rows  that can be seen at once
    void follow(long position, long total, int rows) {
        jumping = jumping && target.isReading();
        if (isPressed() || jumping || rest.getStatus() == PauseTransition.Status.RUNNING) {
            return;
        }
        double end = Math.max(0, total - rows);
        following = true;
        setMin(0);
        setMax(end);
        setVisibleAmount(total == 0 ? 1 : end * Math.min(1, (double) rows / total));
        setBlockIncrement(Math.max(1, rows - 1));
        setValue(Math.clamp(position, 0, Math.max(0, total - rows)));
        setDisable(end == 0);
        following = false;
    }

    private void jump() {
        jumping = true;
        if (getValue() < getMax()) {
            target.jump(position());
        } else {
            target.toEnd();
        }
    }

    private long position() {
        return Math.round(getValue());
    }

    private void moved() {
        if (following) {
            return;
        }
        if (target.show(position())) {
            rest.stop();
        } else {
            rest.playFromStart();
        }
        bubble();
    }

    private void bubble() {
        if (isPressed() && getScene() != null) {
            bubble.setText(target.word(position()));
            Bounds bounds = localToScreen(getBoundsInLocal());
            double part = getMax() == 0 ? 0 : getValue() / getMax();
            bubble.show(this, bounds.getMinX() - 110, bounds.getMinY() + part * (bounds.getHeight() - 30));
        } else {
            bubble.hide();
        }
    }
}
