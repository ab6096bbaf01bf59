package mana.studio.ui.data;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mana.studio.rows.CopyFormat;

/// The keys of the Data side beside those that move the cursor.
final class DataKeys {
    private final DataPane pane;

    DataKeys(DataPane pane) {
        this.pane = pane;
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::anywhere);
        pane.grid().table().addEventFilter(KeyEvent.KEY_PRESSED, this::inGrid);
    }

    private void anywhere(KeyEvent event) {
        boolean done = event.isShortcutDown() ? withControl(event.getCode()) : event.isAltDown() && back(event);
        if (done) {
            event.consume();
        }
    }

    private boolean withControl(KeyCode code) {
        switch (code) {
            case F2 -> pane.model().cancel();
            case R -> pane.toggleRecord();
            case G -> pane.goToRow();
            case C -> pane.copy(CopyFormat.TSV);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean back(KeyEvent event) {
        if (event.getCode() != KeyCode.LEFT) {
            return false;
        }
        pane.back();
        return true;
    }

    private void inGrid(KeyEvent event) {
        if (event.getCode() == KeyCode.F4) {
            pane.openParent();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            pane.toggleValue();
            event.consume();
        }
    }
}
