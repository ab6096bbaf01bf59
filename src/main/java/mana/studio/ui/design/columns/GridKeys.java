package mana.studio.ui.design.columns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import mana.studio.schema.Identity;
import mana.studio.ui.design.state.ColumnLine;
import mana.studio.ui.design.state.ColumnsModel;

/// The keys of the grid while nothing is edited.
final class GridKeys {
    /// What the keys do, in the order of the list of keys.
    static final Map<String, String> WORDS = words();

    private final ColumnsGrid grid;
    private final ColumnsModel model;
    private final Commands commands;

    /// What keys and buttons do alike.
    interface Commands {
        void add();

        void remove();

        void duplicate();

        void move(int step);
    }

    GridKeys(ColumnsGrid grid, ColumnsModel model, Commands commands) {
        this.grid = grid;
        this.model = model;
        this.commands = commands;
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        grid.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Enter, F2", "Edit the cell; so does typing");
        words.put("Insert", "Add a column");
        words.put("Delete", "Drop the selected columns");
        words.put("Ctrl+D", "Duplicate the selected columns");
        words.put("Alt+Up, Down", "Move the selected columns");
        words.put("Ctrl+C", "Copy their names");
        return words;
    }

    private boolean isEditing() {
        return grid.getEditingCell() != null;
    }

    private void pressed(KeyEvent event) {
        if (!isEditing() && handled(event)) {
            event.consume();
        }
    }

    private boolean handled(KeyEvent event) {
        boolean plain = !event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
        return switch (event.getCode()) {
            case ENTER, F2 -> plain && run(() -> grid.editFocused(null));
            case SPACE -> plain && run(() -> grid.editFocused(null));
            case INSERT -> plain && run(commands::add);
            case DELETE -> plain && run(commands::remove);
            case D -> event.isShortcutDown() && run(commands::duplicate);
            case C -> event.isShortcutDown() && run(this::copyNames);
            case UP -> event.isAltDown() && run(() -> commands.move(-1));
            case DOWN -> event.isAltDown() && run(() -> commands.move(1));
            default -> false;
        };
    }

    private static boolean run(Runnable command) {
        command.run();
        return true;
    }

    /// A letter begins editing with itself.
    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean letter = !text.isBlank() && !Character.isISOControl(text.charAt(0));
        if (!isEditing() && letter && !event.isShortcutDown() && !event.isAltDown()) {
            model.say("");
            if (grid.getColumns().get(Math.max(0, grid.focused().getColumn())).getUserData() instanceof GridField) {
                grid.editFocused(text);
            }
            event.consume();
        }
    }

    private void copyNames() {
        ClipboardContent content = new ClipboardContent();
        List<String> names =
                grid.selected().stream().map(line -> line.column().name()).toList();
        content.putString(String.join(", ", names));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Not of removed ones.
    static List<Identity> ids(List<ColumnLine> lines) {
        return lines.stream()
                .filter(line -> !line.isRemoved())
                .map(ColumnLine::id)
                .toList();
    }
}
