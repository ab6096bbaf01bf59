package mana.studio.ui.locks;

import javafx.scene.control.Button;
import mana.studio.locks.verdict.Severity;
import mana.studio.ui.kit.Icons;

/// Says in the status bar that a lock is stuck, and leads to the board.
final class LockBadge extends Button {
    private final Alarm alarm;

    LockBadge(Alarm alarm, Runnable open) {
        this.alarm = alarm;
        setId("lock-badge");
        getStyleClass().add("lock-badge");
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> open.run());
        managedProperty().bind(visibleProperty());
        alarm.stuck().subscribe((_, _) -> update());
        alarm.doubtful().subscribe((_, _) -> update());
        update();
    }

    private void update() {
        int stuck = alarm.stuck().get();
        int doubtful = alarm.doubtful().get();
        setVisible(stuck + doubtful > 0);
        Severity severity = stuck > 0 ? Severity.STUCK : Severity.WARNING;
        int count = stuck > 0 ? stuck : doubtful;
        setText(count + (stuck > 0 ? " stuck lock" : " lock to look at"));
        if (count != 1) {
            setText(count + (stuck > 0 ? " stuck locks" : " locks to look at"));
        }
        setGraphic(Icons.of(LockWords.icon(severity), LockWords.style(severity)));
        getStyleClass().removeAll("lock-badge-stuck");
        if (stuck > 0) {
            getStyleClass().add("lock-badge-stuck");
        }
        setAccessibleText(getText() + ", opens the lock board");
    }
}
