package mana.studio.ui.design.columns;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import mana.studio.ui.design.columns.TextCell.CellLooks;
import mana.studio.ui.design.state.ColumnLine;
import mana.studio.ui.design.state.ColumnRow;
import mana.studio.ui.design.state.Mark;
import org.jspecify.annotations.Nullable;

/// What becomes of a column: `+`, `~`, `−` or nothing.
final class SignCell extends TableCell<ColumnRow, ColumnLine> {
    private final CellLooks looks = new CellLooks(this);

    SignCell() {
        getStyleClass().addAll("design-cell", "sign-cell");
    }

    @Override
    protected void updateItem(@Nullable ColumnLine line, boolean empty) {
        super.updateItem(line, empty);
        for (Mark mark : Mark.values()) {
            getStyleClass().remove(mark.styleClass());
        }
        if (empty || line == null) {
            setText(null);
            setTooltip(null);
            looks.clear();
            return;
        }
        setText(line.mark().sign());
        getStyleClass().add(line.mark().styleClass());
        looks.show(line, false, false, false);
        setTooltip(line.mark() == Mark.SAME ? null : new Tooltip(line.mark().word()));
        setAccessibleText(line.mark().word());
    }
}
