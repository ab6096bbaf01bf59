package mana.studio.ui.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mana.studio.rows.CopyFormat;

/// The keys of the Data side beside those that move the cursor.
final class DataKeys {
    /// What the keys do, in the order of the list of keys.
    static final Map<String, String> WORDS = words();

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

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("F4", "Open the row a foreign key points to");
        words.put("Alt+Left", "Go back to where you came from");
        words.put("Shift+Enter", "Show the whole value of the cell");
        words.put("Ctrl+R", "Show one row as a record");
        words.put("Ctrl+G", "Go to a row by its number");
        words.put("Home, End", "First row, last row");
        words.put("Shift+arrows", "Select cells; Ctrl+A selects all that is loaded");
        words.put("Ctrl+C", "Copy the selected cells");
        words.put("Ctrl+F", "Filter");
        words.put("Ctrl+F2", "Cancel what runs");
        return Collections.unmodifiableMap(words);
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
