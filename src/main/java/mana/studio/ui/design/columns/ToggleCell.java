package mana.studio.ui.design.columns;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Identity;
import mana.studio.ui.design.columns.TextCell.CellLooks;
import mana.studio.ui.design.state.ColumnLine;
import mana.studio.ui.design.state.ColumnRow;
import mana.studio.ui.design.state.ColumnsModel;
import org.jspecify.annotations.Nullable;

/// A yes or no of a column.
final class ToggleCell extends TableCell<ColumnRow, ColumnLine> {
    /// What it says yes or no to.
    ///
    /// @param was   what it was, of a column that existed
    /// @param after stands behind the box: the place in a key of several columns
    record Kind(
            String title,
            Field spot,
            Function<ColumnLine, Boolean> value,
            Function<ColumnLine, Boolean> was,
            Function<ColumnLine, String> after,
            BiConsumer<ColumnsModel, Identity> toggle) {}

    static final Kind NOT_NULL = new Kind(
            "Not null",
            Field.NOT_NULL,
            line -> line.column().isNotNull(),
            line -> line.base() != null && line.base().isNotNull(),
            line -> line.column().notNull() instanceof NotNull set && !set.validated() ? "not valid" : "",
            ColumnsModel::toggleNotNull);
    static final Kind KEY = new Kind(
            "Key",
            Field.WHOLE,
            line -> line.key() > 0,
            ColumnLine::wasKey,
            line -> line.key() > 0 ? Integer.toString(line.key()) : "",
            ColumnsModel::toggleKey);

    private final ColumnsGrid grid;
    private final Kind kind;
    private final CheckBox box = new CheckBox();
    private final Tooltip tooltip = new Tooltip();
    private final CellLooks looks = new CellLooks(this);

    ToggleCell(ColumnsGrid grid, ColumnsModel model, Kind kind) {
        this.grid = grid;
        this.kind = kind;
        getStyleClass().addAll("design-cell", "toggle-cell");
        box.setFocusTraversable(false);
        box.setOnAction(_ -> {
            ColumnLine line = getItem();
            if (line != null) {
                kind.toggle().accept(model, line.id());
                // Refused, it must not look as if it was done.
                updateItem(getItem(), isEmpty());
                grid.requestFocus();
                grid.getSelectionModel().clearAndSelect(getIndex(), getTableColumn());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable ColumnLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            looks.clear();
            return;
        }
        boolean value = kind.value().apply(line);
        boolean changed = line.base() != null && !line.isRemoved() && kind.was().apply(line) != value;
        String problem = kind.spot() == Field.WHOLE ? "" : line.messages(kind.spot());
        box.setSelected(value);
        box.setText(kind.after().apply(line).equals("1") ? null : kind.after().apply(line));
        box.setDisable(line.isRemoved() || (kind == NOT_NULL && !line.locked().isEmpty()));
        box.setAccessibleText(kind.title() + " of " + line.column().name());
        setGraphic(box);
        looks.show(line, changed, !problem.isEmpty(), grid.marks(line, kind.spot()));
        String tip =
                (problem + "\n" + (changed ? "was: " + (value ? "no" : "yes") : "") + "\n" + line.locked()).strip();
        tooltip.setText(tip);
        setTooltip(tip.isEmpty() ? null : tooltip);
        setAccessibleText(kind.title() + (value ? ", yes" : ", no"));
        setAccessibleHelp(tip);
    }
}
