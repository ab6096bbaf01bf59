package mana.studio.ui.design.columns;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.ui.design.field.Completion;
import mana.studio.ui.design.state.Choice;
import mana.studio.ui.design.state.ColumnLine;
import mana.studio.ui.design.state.ColumnRow;
import mana.studio.ui.design.state.ColumnsModel;
import mana.studio.ui.design.state.Typing;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A text of a column, edited in place. Every letter changes the design.
final class TextCell extends TableCell<ColumnRow, ColumnLine> {
    private final ColumnsGrid grid;
    private final ColumnsModel model;
    private final GridField field;
    private final TextField editor = new TextField();
    private final Completion completion;
    private final Tooltip tooltip = new Tooltip();
    private final CellLooks looks = new CellLooks(this);
    private @Nullable Typing typing;
    private boolean showing;
    /// What the design has, as far as the editor knows.
    private String known = "";

    TextCell(ColumnsGrid grid, ColumnsModel model, GridField field) {
        this.grid = grid;
        this.model = model;
        this.field = field;
        getStyleClass().add("design-cell");
        if (field.isCode()) {
            getStyleClass().add("code-cell");
            editor.getStyleClass().add("mono-field");
        }
        if (field == GridField.NAME) {
            getStyleClass().add("name-cell");
        }
        setEllipsisString("…");
        setContentDisplay(ContentDisplay.RIGHT);
        editor.getStyleClass().add("cell-editor");
        completion = new Completion(editor, this::choices, this::take);
        editor.textProperty().addListener((_, _, text) -> typed(text));
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        editor.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && isEditing()) {
                close();
            }
        });
    }

    GridField field() {
        return field;
    }

    @Override
    protected void updateItem(@Nullable ColumnLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setText(null);
            setGraphic(null);
            looks.clear();
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        String text = field.text(line.column());
        if (isEditing()) {
            follow(text);
        } else {
            setText(field.shown(line.column()));
        }
        String problem = line.messages(spots());
        String hint = line.hintsAt(spots());
        if (!isEditing()) {
            setGraphic(icon(problem, hint));
        }
        String was = was(line, text);
        looks.show(line, !was.isEmpty(), !problem.isEmpty(), grid.marks(line, field.spot()));
        String tip = (problem + "\n" + hint + "\n" + was + "\n" + (text.length() > 14 ? text : "")).strip();
        tooltip.setText(tip);
        setTooltip(tip.isEmpty() ? null : tooltip);
        setAccessibleText(field.title() + " " + text);
        setAccessibleHelp((problem + " " + hint + " " + was).strip());
    }

    private static @Nullable Node icon(String problem, String hint) {
        if (problem.isEmpty() && hint.isEmpty()) {
            return null;
        }
        return problem.isEmpty() ? Icons.of(Feather.INFO, "icon-hint") : Icons.of(Feather.ALERT_CIRCLE, "icon-danger");
    }

    /// How values are made stands where the default stands.
    private Field[] spots() {
        return switch (field) {
            case DEFAULT -> new Field[] {field.spot(), Field.IDENTITY, Field.GENERATED};
            case TYPE -> new Field[] {field.spot(), Field.COLLATION};
            case NAME -> new Field[] {field.spot(), Field.WHOLE};
            case COMMENT -> new Field[] {field.spot()};
        };
    }

    private String was(ColumnLine line, String text) {
        Column base = line.base();
        if (base == null || line.isRemoved() || field.text(base).equals(text)) {
            return "";
        }
        return GridField.was(field::text, base);
    }

    /// Undo, or somebody else, changed what is being typed.
    private void follow(String text) {
        if (!showing && !text.equals(known)) {
            known = text;
            show(text);
        }
    }

    private void show(String text) {
        boolean before = showing;
        showing = true;
        int caret = editor.getCaretPosition();
        editor.setText(text);
        editor.positionCaret(Math.min(caret, text.length()));
        showing = before;
    }

    @Override
    public void startEdit() {
        ColumnLine line = getItem();
        if (line == null || line.isRemoved()) {
            return;
        }
        String reason = field.locked(line);
        if (!reason.isEmpty()) {
            model.say(reason);
            grid.refused(line, field);
            return;
        }
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        model.say("");
        typing = model.table().typing();
        known = field.text(line.column());
        show(known);
        editor.setAccessibleText(field.title() + " of " + line.column().name());
        setText(null);
        setGraphic(editor);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        editor.requestFocus();
        editor.selectAll();
        grid.firstLetter().ifPresent(editor::replaceSelection);
        if (field == GridField.TYPE && editor.getSelection().getLength() > 0) {
            completion.openAll();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        completion.close();
        typing = null;
        setGraphic(null);
        setContentDisplay(ContentDisplay.RIGHT);
        updateItem(getItem(), isEmpty());
    }

    private void typed(String text) {
        ColumnLine line = getItem();
        Typing session = typing;
        if (showing || line == null || session == null) {
            return;
        }
        showing = true;
        session.type(label(line), sketch -> field.apply(sketch, model.column(line.id()), text));
        showing = false;
        Column now = model.column(line.id()).now();
        known = now == null ? known : field.text(now);
        Database database = model.table().database();
        model.say(database == null ? "" : field.said(database, text));
        completion.typed();
    }

    private String label(ColumnLine line) {
        Column base = line.base();
        return field.label(base == null ? line.column().name() : base.name());
    }

    private List<Choice> choices(String typed) {
        ColumnLine line = getItem();
        Database database = model.table().database();
        return line == null || database == null ? List.of() : field.choices(line.column(), database, typed);
    }

    private void take(Choice choice) {
        editor.setText(choice.text());
        editor.positionCaret(choice.text().length());
        completion.close();
    }

    /// Ends editing; what was typed stays.
    private void close() {
        ColumnLine line = getItem();
        Typing session = typing;
        if (line != null && session != null && session.hasTyped()) {
            String text = editor.getText();
            session.type(label(line), sketch -> field.leave(sketch, model.column(line.id()), text));
        }
        grid.edit(-1, null);
        if (isEditing()) {
            cancelEdit();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isConsumed()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER, ESCAPE -> {
                if (event.getCode() == KeyCode.ESCAPE && typing != null) {
                    typing.cancel();
                    model.say("");
                }
                close();
                grid.requestFocus();
                event.consume();
            }
            case TAB -> {
                close();
                grid.requestFocus();
                grid.editNext(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
            case UP, DOWN -> {
                close();
                grid.requestFocus();
                grid.editBelow(event.getCode() == KeyCode.UP ? -1 : 1);
                event.consume();
            }
            default -> {}
        }
    }

    /// The looks that all cells share.
    static final class CellLooks {
        private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
        private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
        private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
        private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
        private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

        private final TableCell<?, ?> cell;

        CellLooks(TableCell<?, ?> cell) {
            this.cell = cell;
        }

        /// @param marked whether a statement chosen elsewhere comes from it
        void show(ColumnLine line, boolean changed, boolean wrong, boolean marked) {
            cell.pseudoClassStateChanged(CHANGED, changed);
            cell.pseudoClassStateChanged(ADDED, line.base() == null);
            cell.pseudoClassStateChanged(REMOVED, line.isRemoved());
            cell.pseudoClassStateChanged(WRONG, wrong);
            cell.pseudoClassStateChanged(MARKED, marked);
        }

        void clear() {
            for (PseudoClass each : new PseudoClass[] {CHANGED, ADDED, REMOVED, WRONG, MARKED}) {
                cell.pseudoClassStateChanged(each, false);
            }
        }
    }
}
