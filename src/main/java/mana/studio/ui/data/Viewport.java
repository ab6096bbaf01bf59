package mana.studio.ui.data;

import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import mana.studio.rows.Row;

/// The part of a table control that is seen, in rows and pixels. There is none before the control has its skin.
final class Viewport {
    private final TableView<Row> table;
    private final VirtualFlow<TableRow<Row>> flow;

    private Viewport(TableView<Row> table, VirtualFlow<TableRow<Row>> flow) {
        this.table = table;
        this.flow = flow;
    }

    /// @throws IllegalStateException if the control has no skin yet
    @SuppressWarnings("unchecked") // the flow of a TableView<Row> holds TableRow<Row>
    static Viewport of(TableView<Row> table) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            return new Viewport(table, (VirtualFlow<TableRow<Row>>) flow);
        }
        throw new IllegalStateException("the table has no skin yet");
    }

    VirtualFlow<TableRow<Row>> flow() {
        return flow;
    }

    /// The index of the row at the top, perhaps seen in part.
    int first() {
        TableRow<Row> cell = flow.getFirstVisibleCell();
        return cell == null ? 0 : Math.max(0, cell.getIndex());
    }

    int last() {
        TableRow<Row> cell = flow.getLastVisibleCell();
        return cell == null ? 0 : Math.max(0, cell.getIndex());
    }

    /// How much of the row at the top is hidden, in pixels.
    double hiddenOfFirst() {
        TableRow<Row> cell = flow.getFirstVisibleCell();
        return cell == null ? 0 : Math.max(0, -cell.getLayoutY());
    }

    /// How many rows can be seen whole.
    int rows() {
        return Math.max(1, (int) (flow.getViewportLength() / table.getFixedCellSize()));
    }

    /// Puts a row at the top, with so much of it hidden.
    void show(int index, double hidden) {
        flow.scrollToTop(Math.clamp(index, 0, Math.max(0, table.getItems().size() - 1)));
        if (hidden > 0) {
            flow.scrollPixels(hidden);
        }
    }

    /// Scrolls no more than needed to see a row whole.
    void reveal(int index) {
        int first = first();
        if (index < first || (index == first && hiddenOfFirst() > 0)) {
            flow.scrollToTop(index);
        } else if (index > first + rows() - 1) {
            flow.scrollTo(index);
        }
    }
}
