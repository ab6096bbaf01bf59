package mana.studio.ui.design.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.DoubleStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.util.Callback;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Identity;
import mana.studio.ui.design.state.ColumnLine;
import mana.studio.ui.design.state.ColumnRow;
import mana.studio.ui.design.state.ColumnsModel;
import mana.studio.ui.kit.Highlight;
import org.jspecify.annotations.Nullable;

/// The columns as a grid that is edited in place.
final class ColumnsGrid extends TableView<ColumnRow> {
    private static final double LINE_HEIGHT = 28;
    private static final double HEADER_HEIGHT = 30;
    private static final double SCROLL_BAR = 14;
    private static final int FEWEST_LINES = 6;
    /// Sign, key and not null together.
    private static final double MARKS_WIDTH = 22 + 40 + 62;
    /// About how wide a letter is.
    private static final double LETTER = 7.4;

    private final ColumnsModel model;
    private final Highlight highlight;
    /// Its parts that share the width, and how much each wants of it.
    private final List<Share> shares = new ArrayList<>();
    private BiConsumer<ColumnLine, GridField> refusal = (_, _) -> {};
    private @Nullable String letter;
    private double roomFor = 340;

    private boolean scrolls;

    private record Share(TableColumn<ColumnRow, ColumnLine> column, GridField field, double least, double most) {}

    ColumnsGrid(ColumnsModel model, Highlight highlight) {
        this.model = model;
        this.highlight = highlight;
        setId("columns-grid");
        setAccessibleText("Columns");
        getStyleClass().addAll("columns-table", "design-grid");
        setFixedCellSize(LINE_HEIGHT);
        setEditable(true);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setCellSelectionEnabled(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Label("No columns yet. Insert adds one."));
        fixed("", 22, _ -> new SignCell());
        fixed("Key", 40, _ -> new ToggleCell(this, model, ToggleCell.KEY));
        text(GridField.NAME, 116, 320);
        text(GridField.TYPE, 106, 240);
        fixed("Not null", 62, _ -> new ToggleCell(this, model, ToggleCell.NOT_NULL));
        text(GridField.DEFAULT, 74, 260);
        text(GridField.COMMENT, 78, 360);
        setItems(model.rows());
        getItems().addListener((ListChangeListener<ColumnRow>) _ -> fitHeight());
        widthProperty().addListener((_, _, _) -> share());
        fitHeight();
    }

    private void fixed(
            String title,
            double width,
            Callback<TableColumn<ColumnRow, ColumnLine>, TableCell<ColumnRow, ColumnLine>> cells) {
        TableColumn<ColumnRow, ColumnLine> column = column(title, cells);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setPrefWidth(width);
    }

    private void text(GridField field, double least, double most) {
        TableColumn<ColumnRow, ColumnLine> column = column(field.title(), _ -> new TextCell(this, model, field));
        column.setMinWidth(least);
        column.setUserData(field);
        shares.add(new Share(column, field, least, most));
    }

    private TableColumn<ColumnRow, ColumnLine> column(
            String title, Callback<TableColumn<ColumnRow, ColumnLine>, TableCell<ColumnRow, ColumnLine>> cells) {
        TableColumn<ColumnRow, ColumnLine> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(ColumnsGrid::line);
        column.setCellFactory(cells);
        getColumns().add(column);
        return column;
    }

    private static ObservableValue<ColumnLine> line(TableColumn.CellDataFeatures<ColumnRow, ColumnLine> features) {
        return features.getValue().line();
    }

    /// The texts share what the marks leave: each what it needs where there is room, the last all that is left; where
    /// there is not, all give way in proportion.
    private void share() {
        double free = getWidth() - MARKS_WIDTH - 2 - (scrolls ? SCROLL_BAR : 0);
        double[] wanted = shares.stream().mapToDouble(this::wanted).toArray();
        double missing = DoubleStream.of(wanted).sum() - free;
        double least = shares.stream().mapToDouble(Share::least).sum();
        double elastic = DoubleStream.of(wanted).sum() - least;
        double part = missing <= 0 || elastic <= 0 ? 0 : Math.min(1, missing / elastic);
        for (int i = 0; i < wanted.length; i++) {
            Share share = shares.get(i);
            double width = Math.floor(wanted[i] - (wanted[i] - share.least()) * part);
            boolean last = i == wanted.length - 1;
            share.column().setPrefWidth(last && missing < 0 ? width - missing : width);
        }
    }

    private double wanted(Share share) {
        int letters = getItems().stream()
                .map(row -> share.field().shown(row.line().get().column()))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.clamp(
                letters * LETTER + (share.field() == GridField.NAME ? 46 : 24), share.least() + 20, share.most());
    }

    /// It is as high as its lines where there is room, and scrolls where there is not.
    void setRoom(double height) {
        roomFor = height;
        fitHeight();
    }

    private void fitHeight() {
        double wanted = HEADER_HEIGHT + Math.max(getItems().size(), 2) * LINE_HEIGHT + 4;
        double most = HEADER_HEIGHT
                + Math.max(FEWEST_LINES, Math.floor((roomFor - HEADER_HEIGHT) / LINE_HEIGHT)) * LINE_HEIGHT
                + 4;
        double height = Math.min(wanted, most);
        scrolls = wanted > most;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        share();
    }

    /// Told when somebody tries to edit what is edited elsewhere.
    void setOnRefused(BiConsumer<ColumnLine, GridField> handler) {
        refusal = handler;
    }

    void refused(ColumnLine line, GridField field) {
        refusal.accept(line, field);
    }

    /// Whether a statement chosen in the preview comes from it.
    boolean marks(ColumnLine line, Field field) {
        return highlight.marks(model.column(line.id()).spot(field));
    }

    /// The letter that began the editing; empty where a key without a letter did.
    Optional<String> firstLetter() {
        return Optional.ofNullable(letter);
    }

    /// Edits the focused cell, or turns its yes into a no.
    void editFocused(@Nullable String first) {
        TablePosition<ColumnRow, ?> at = focused();
        if (at.getRow() < 0 || at.getTableColumn() == null) {
            return;
        }
        ColumnLine line = getItems().get(at.getRow()).line().get();
        String title = at.getTableColumn().getText();
        if (line.isRemoved()) {
            model.say("It is removed. Bring it back to change it.");
        } else if (title.equals("Key")) {
            model.toggleKey(line.id());
        } else if (title.equals("Not null")) {
            if (line.locked().isEmpty()) {
                model.toggleNotNull(line.id());
            } else {
                model.say(line.locked());
            }
        } else {
            letter = first;
            edit(at.getRow(), column(at.getColumn()));
            letter = null;
        }
    }

    /// The next cell with a text, in the next line after the last.
    void editNext(int step) {
        TablePosition<ColumnRow, ?> at = focused();
        int columns = getColumns().size();
        int place = at.getRow() * columns + at.getColumn() + step;
        while (place >= 0 && place < getItems().size() * columns) {
            int row = place / columns;
            int column = place % columns;
            ColumnLine line = getItems().get(row).line().get();
            if (getColumns().get(column).getUserData() instanceof GridField field
                    && !line.isRemoved()
                    && field.locked(line).isEmpty()) {
                editAt(row, column);
                return;
            }
            place += step;
        }
    }

    /// The cell above or below.
    void editBelow(int step) {
        TablePosition<ColumnRow, ?> at = focused();
        int row = at.getRow() + step;
        if (row >= 0 && row < getItems().size()) {
            select(row, at.getColumn());
        }
    }

    void editAt(int row, int column) {
        select(row, column);
        layout();
        edit(row, column(column));
    }

    /// Begins with the name of a column that was just added.
    void editName(Identity id) {
        int row = rowOf(id);
        if (row >= 0) {
            editAt(row, columnOf(GridField.NAME));
        }
    }

    void select(int row, int column) {
        getSelectionModel().clearAndSelect(row, column(column));
        getFocusModel().focus(row, column(column));
        scrollTo(Math.max(0, row - 1));
        scrollToColumnIndex(column);
    }

    /// Selects the cell of a field; the name where it has none here.
    void select(Identity id, Field field) {
        int row = rowOf(id);
        if (row >= 0) {
            int column = field == Field.NOT_NULL
                    ? 4
                    : columnOf(List.of(GridField.values()).stream()
                            .filter(candidate -> candidate.spot() == field)
                            .findFirst()
                            .orElse(GridField.NAME));
            select(row, column);
        }
    }

    /// Selects lines, on their names.
    void selectRows(List<Identity> ids) {
        getSelectionModel().clearSelection();
        for (Identity id : ids) {
            getSelectionModel().select(rowOf(id), column(columnOf(GridField.NAME)));
        }
    }

    private int rowOf(Identity id) {
        return model.find(id).map(getItems()::indexOf).orElse(-1);
    }

    private int columnOf(GridField field) {
        for (int i = 0; i < getColumns().size(); i++) {
            if (getColumns().get(i).getUserData() == field) {
                return i;
            }
        }
        return 0;
    }

    private TableColumn<ColumnRow, ?> column(int place) {
        return getColumns().get(Math.clamp(place, 0, getColumns().size() - 1));
    }

    @SuppressWarnings("unchecked")
    TablePosition<ColumnRow, ?> focused() {
        return Objects.requireNonNull(getFocusModel().getFocusedCell());
    }

    /// The line that has the focus; empty for none.
    Optional<ColumnLine> current() {
        int row = focused().getRow();
        return row < 0 || row >= getItems().size()
                ? Optional.empty()
                : Optional.of(getItems().get(row).line().get());
    }

    /// The lines with a selected cell, from above.
    List<ColumnLine> selected() {
        return getSelectionModel().getSelectedCells().stream()
                .map(TablePosition::getRow)
                .distinct()
                .sorted()
                .filter(row -> row >= 0 && row < getItems().size())
                .map(row -> getItems().get(row).line().get())
                .toList();
    }

    /// Which field of the design has the focus.
    Field focusedField() {
        TablePosition<ColumnRow, ?> at = focused();
        Object data = at.getTableColumn() == null ? null : at.getTableColumn().getUserData();
        if (data instanceof GridField field) {
            return field.spot();
        }
        return at.getColumn() == 4 ? Field.NOT_NULL : Field.WHOLE;
    }
}
