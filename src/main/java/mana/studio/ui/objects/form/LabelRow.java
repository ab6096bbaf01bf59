package mana.studio.ui.objects.form;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import mana.studio.design.Spot.Field;
import mana.studio.schema.EnumType;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.objects.form.LabelLine.Kind;
import org.kordamp.ikonli.feather.Feather;

/// A value of an enum: a handle to drag it by, what becomes of it, its text, and a button to remove it or to bring it
/// back.
final class LabelRow extends HBox {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final ThingModel<EnumType> model;
    private final LabelEdits edits;
    private final LabelList list;
    private final Label handle = new Label(null, Icons.of(Feather.MENU));
    private final Label sign = new Label();
    private final TextField field = new TextField();
    private final Text struck = new Text();
    private final Label note = new Label();
    private final Button remove = new Button(null, Icons.of(Feather.X));
    private final Button restore = new Button("Restore");
    private LabelLine line = new LabelLine("", null, -1, false);
    private String typing = "";
    private boolean showing;

    LabelRow(ThingModel<EnumType> model, LabelEdits edits, LabelList list) {
        super(8);
        this.model = model;
        this.edits = edits;
        this.list = list;
        getStyleClass().add("label-row");
        handle.getStyleClass().add("label-handle");
        handle.setCursor(Cursor.V_RESIZE);
        handle.setTooltip(new Tooltip("Drag to another place (Alt+Up, Alt+Down)"));
        handle.setOnMousePressed(_ -> list.drag(this));
        sign.getStyleClass().add("change-sign");
        sign.setMinWidth(14);
        field.setPrefWidth(240);
        field.setMinWidth(120);
        HBox.setHgrow(field, Priority.SOMETIMES);
        field.setMaxWidth(420);
        field.textProperty().subscribe((_, text) -> typed(text));
        field.focusedProperty().subscribe((_, focused) -> typing = focused ? model.typing(Field.LABELS) : typing);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        struck.getStyleClass().add("struck");
        struck.setStrikethrough(true);
        note.getStyleClass().add("muted");
        note.setMinWidth(0);
        remove.getStyleClass().addAll("flat", "button-icon");
        remove.setTooltip(new Tooltip("Remove (Ctrl+Delete)"));
        remove.setOnAction(_ -> list.remove(line.at()));
        restore.getStyleClass().addAll("flat", "accent");
        restore.setOnAction(_ -> list.restore(line));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        restore.setMinWidth(Region.USE_PREF_SIZE);
    }

    LabelLine line() {
        return line;
    }

    void takeFocus(boolean select) {
        field.requestFocus();
        if (select) {
            field.selectAll();
        } else {
            field.end();
        }
    }

    boolean hasFocus() {
        return field.isFocused();
    }

    /// Whether what is dragged would fall before it.
    void setDrop(boolean drop) {
        pseudoClassStateChanged(DROP, drop);
    }

    void show(LabelLine shown, int count) {
        line = shown;
        Kind kind = shown.kind();
        boolean removed = kind == Kind.REMOVED;
        if (removed) {
            struck.setText(shown.text());
            getChildren().setAll(handle, sign, struck, note, restore);
        } else if (getChildren().size() != 5 || getChildren().get(2) != field) {
            getChildren().setAll(handle, sign, field, remove, note);
        }
        handle.setVisible(!removed);
        if (!removed && !field.getText().equals(shown.text())) {
            int caret = field.getCaretPosition();
            showing = true;
            field.setText(shown.text());
            showing = false;
            field.positionCaret(Math.min(caret, shown.text().length()));
        }
        sign.setText(signOf(kind));
        String words = words(shown);
        note.setText(words);
        for (Kind each : Kind.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == kind);
        }
        field.setAccessibleText("Value " + (shown.at() + 1) + " of " + count);
        field.setAccessibleHelp(words);
        remove.setAccessibleText("Remove value " + shown.text());
        restore.setAccessibleText("Restore value " + shown.text());
    }

    private static String signOf(Kind kind) {
        return switch (kind) {
            case SAME -> "";
            case ADDED -> "+";
            case RENAMED -> "~";
            case REMOVED -> "−";
            case MOVED -> "↕";
        };
    }

    private static String words(LabelLine line) {
        return switch (line.kind()) {
            case SAME -> "";
            case ADDED -> "new";
            case RENAMED -> "was " + line.origin();
            case REMOVED -> "removed";
            case MOVED -> String.valueOf(line.origin()).equals(line.text()) ? "moved" : "moved, was " + line.origin();
        };
    }

    private void typed(String text) {
        if (!showing && line.at() >= 0) {
            edits.rename(line.at(), text, typing);
        }
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        if (event.isAltDown() && key == KeyCode.UP) {
            list.move(line.at(), line.at() - 1);
        } else if (event.isAltDown() && key == KeyCode.DOWN) {
            list.move(line.at(), line.at() + 1);
        } else if (event.isShortcutDown() && key == KeyCode.DELETE) {
            list.remove(line.at());
        } else if (key == KeyCode.ENTER) {
            list.add(line.at() + 1);
        } else if (key == KeyCode.UP) {
            list.focus(line.at() - 1, false);
        } else if (key == KeyCode.DOWN) {
            list.focus(line.at() + 1, false);
        } else {
            return;
        }
        event.consume();
    }
}
