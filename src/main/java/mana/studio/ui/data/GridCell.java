package mana.studio.ui.data;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import mana.studio.rows.Cell;
import mana.studio.rows.Row;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.CellText;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A value in the grid. Its looks are pseudo-classes, so that selecting costs what is visible, not what is selected.
final class GridCell extends TableCell<Row, Row> {
    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");
    private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");
    private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");

    private final GridColumn column;
    private final GridModel model;
    private final @Nullable FontIcon link;
    private @Nullable Label size;

    GridCell(GridColumn column, GridModel model) {
        this.column = column;
        this.model = model;
        link = column.isForeignKey() ? Icons.of(Feather.ARROW_UP_RIGHT, "cell-link") : null;
        getStyleClass().add("grid-cell");
        setContentDisplay(ContentDisplay.RIGHT);
        setEllipsisString("…");
    }

    GridColumn column() {
        return column;
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        boolean waits = row == Stretch.LOADING;
        Cell cell = empty || row == null || waits ? null : row.cells().get(column.index());
        setText(cell == null ? null : CellText.of(cell));
        setGraphic(cell == null || cell.isNull() ? null : cell.cut() ? size(cell) : link);
        pseudoClassStateChanged(LOADING, waits);
        pseudoClassStateChanged(NULL, cell != null && cell.isNull());
        pseudoClassStateChanged(BLANK, cell != null && isBlank(cell));
        pseudoClassStateChanged(CUT, cell != null && cell.cut());
        paint();
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        paint();
    }

    /// Rows are compared by what they are: comparing their content would cost as much as showing it.
    @Override
    @SuppressWarnings("ReferenceEquality")
    protected boolean isItemChanged(@Nullable Row before, @Nullable Row after) {
        return before != after;
    }

    /// Shows whether the cell is selected.
    void paint() {
        CellRange selected = isEmpty() ? null : model.selection().range().get();
        long place = model.window().stretch().place(getIndex());
        int shownAt = column.shownAt();
        pseudoClassStateChanged(PICKED, selected != null && selected.contains(place, shownAt));
        pseudoClassStateChanged(CURSOR, selected != null && selected.isCursor(place, shownAt));
    }

    /// How large a value is that is not here whole: seen also where the column is narrow.
    private Label size(Cell cell) {
        Label shown = size == null ? new Label() : size;
        shown.getStyleClass().setAll("cell-size");
        shown.setText(Amounts.bytes(cell.length()));
        shown.setMinWidth(Region.USE_PREF_SIZE);
        size = shown;
        return shown;
    }

    private static boolean isBlank(Cell cell) {
        String text = cell.text();
        return text != null && text.isBlank() && !cell.cut();
    }
}
