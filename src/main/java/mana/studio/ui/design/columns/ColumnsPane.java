package mana.studio.ui.design.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mana.studio.convention.Breach;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Problem;
import mana.studio.design.Spot;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.ui.design.field.DropDialog;
import mana.studio.ui.design.field.SectionHead;
import mana.studio.ui.design.state.ColumnLine;
import mana.studio.ui.design.state.ColumnsModel;
import mana.studio.ui.design.state.Restoring;
import mana.studio.ui.design.state.TableModel;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The columns of the table: their grid, and below it what else the selected one has.
public final class ColumnsPane extends VBox {
    private final ColumnsModel model;
    private final ColumnsGrid grid;
    private final ColumnDetail detail;
    private final SectionHead head;
    private final Label said = new Label();
    private final Subscription following;

    /// The keys of the grid, with what they do.
    public static Map<String, String> keys() {
        return GridKeys.WORDS;
    }

    public ColumnsPane(TableModel table) {
        Highlight highlight = table.highlight();
        model = new ColumnsModel(table);
        grid = new ColumnsGrid(model, highlight);
        detail = new ColumnDetail(model, () -> grid.current().ifPresent(this::bringBack));
        head = new SectionHead("Columns", addButton(), removeButton());
        getStyleClass().add("form-section");
        said.getStyleClass().add("grid-said");
        said.textProperty().bind(model.said());
        said.visibleProperty().bind(model.said().isNotEmpty());
        said.managedProperty().bind(model.said().isNotEmpty());
        said.setGraphic(Icons.of(Feather.INFO));
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, grid, said, detail);
        new GridKeys(grid, model, new GridCommands());
        grid.setOnRefused(
                (line, field) -> detail.focus(field == GridField.DEFAULT ? Spot.Field.IDENTITY : field.spot()));
        InvalidationListener moved = _ -> moved();
        grid.getFocusModel().focusedCellProperty().addListener(moved);
        grid.focusedProperty().addListener(moved);
        following = Subscription.combine(
                table.state().subscribe(_ -> refresh()), highlight.fields().subscribe(_ -> grid.refresh()));
    }

    private Node addButton() {
        Button add = new Button("Add column", Icons.of(Feather.PLUS));
        add.setTooltip(new Tooltip("Insert"));
        add.setOnAction(_ -> add());
        return add;
    }

    private Node removeButton() {
        Button remove = new Button("Drop", Icons.of(Feather.TRASH_2));
        remove.setTooltip(new Tooltip("Drop the selected columns (Delete)"));
        remove.setAccessibleText("Drop the selected columns");
        remove.setOnAction(_ -> remove());
        return remove;
    }

    /// Follows the design no longer.
    public void close() {
        following.unsubscribe();
        model.close();
    }

    /// How much room the grid may take.
    public void setRoom(double height) {
        grid.setRoom(height);
    }

    /// Gives the focus to the grid.
    public void takeFocus() {
        if (grid.getSelectionModel().isEmpty() && !grid.getItems().isEmpty()) {
            grid.select(0, 2);
        }
        grid.requestFocus();
    }

    /// Gives the focus to a field of a column; false where it is no column.
    public boolean show(Identity column, Spot.Field field) {
        if (model.find(column).isEmpty()) {
            return false;
        }
        grid.select(column, field);
        moved();
        boolean below = field == Spot.Field.IDENTITY
                || field == Spot.Field.GENERATED
                || field == Spot.Field.COLLATION
                || field == Spot.Field.OPTIONS;
        if (!below || !detail.focus(field)) {
            grid.requestFocus();
        }
        return true;
    }

    /// The names of the columns selected in the grid.
    public List<String> selection() {
        return grid.selected().stream()
                .filter(line -> !line.isRemoved())
                .map(line -> line.column().name())
                .toList();
    }

    private void refresh() {
        List<ColumnLine> lines =
                model.rows().stream().map(row -> row.line().get()).toList();
        long kept = lines.stream().filter(line -> !line.isRemoved()).count();
        List<Problem> problems =
                lines.stream().flatMap(line -> line.problems().stream()).toList();
        List<Breach> hints =
                lines.stream().flatMap(line -> line.hints().stream()).toList();
        head.show(kept, problems, hints);
        grid.current().ifPresentOrElse(detail::show, () -> detail.show(null));
    }

    private void moved() {
        detail.show(grid.current().orElse(null));
        if (grid.isFocusWithin()) {
            grid.current()
                    .ifPresent(
                            line -> model.table().focus(model.column(line.id()).spot(grid.focusedField())));
        }
    }

    private void add() {
        Identity behind = grid.current().map(ColumnLine::id).orElse(null);
        Identity added = model.add(behind);
        if (added != null) {
            grid.requestFocus();
            grid.editName(added);
        }
    }

    private void remove() {
        TableModel table = model.table();
        Database database = table.database();
        Identity[] ids = GridKeys.ids(grid.selected()).toArray(Identity[]::new);
        if (database == null || ids.length == 0 || model.isFixed()) {
            return;
        }
        List<String> names = grid.selected().stream()
                .filter(line -> !line.isRemoved())
                .map(ColumnLine::column)
                .map(Column::name)
                .toList();
        String what = (ids.length == 1 ? "column " : "columns ") + String.join(", ", names);
        List<String> along = Edits.dropParts(database, table.id(), ids).along();
        int row = grid.focused().getRow();
        if (DropDialog.confirms(what, along, getScene().getWindow())) {
            table.session()
                    .designing()
                    .edit(Edit.of(
                            "Drop " + what,
                            old -> Edits.dropParts(old, table.id(), ids).database()));
            grid.requestFocus();
            if (!grid.getItems().isEmpty()) {
                grid.select(Math.clamp(row, 0, grid.getItems().size() - 1), 2);
            }
        }
    }

    private void bringBack(ColumnLine line) {
        Restoring.column(model.table(), line.id());
        grid.requestFocus();
    }

    private final class GridCommands implements GridKeys.Commands {
        @Override
        public void add() {
            ColumnsPane.this.add();
        }

        @Override
        public void remove() {
            ColumnsPane.this.remove();
        }

        @Override
        public void duplicate() {
            List<Identity> copies = new ArrayList<>(model.duplicate(GridKeys.ids(grid.selected())));
            grid.selectRows(copies);
        }

        @Override
        public void move(int step) {
            List<Identity> ids = GridKeys.ids(grid.selected());
            int column = grid.focused().getColumn();
            model.move(ids, step);
            if (ids.size() == 1) {
                model.find(ids.getFirst())
                        .ifPresent(row -> grid.select(grid.getItems().indexOf(row), column));
            } else {
                grid.selectRows(ids);
            }
        }
    }
}
