package mana.studio.ui.data;

import atlantafx.base.controls.Popover;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mana.studio.rows.Filter;
import mana.studio.rows.Operator;
import mana.studio.schema.Column;
import org.jspecify.annotations.Nullable;

/// Asks for a filter, beside what it belongs to: column, operator, values. Enter applies, Esc leaves things as they
/// are.
final class FilterEditor {
    private final Popover popover = new Popover();
    private final FilterDraft draft;
    private final Function<Column, List<String>> labels;
    private final ComboBox<Column> column = new ComboBox<>();
    private final ComboBox<Operator> operator = new ComboBox<>();
    private final VBox values = new VBox();
    private final Label missing = new Label("A value is missing");

    /// @param labels  the labels of a column's enum; empty where it has none
    /// @param applied hears of the finished filter
    FilterEditor(FilterDraft draft, Function<Column, List<String>> labels, Consumer<Filter> applied) {
        this.draft = draft;
        this.labels = labels;
        column.setId("filter-column");
        column.setAccessibleText("Column");
        column.getItems().setAll(draft.columns());
        column.setConverter(words(Column::name));
        column.valueProperty().bindBidirectional(draft.column());
        operator.setId("filter-operator");
        operator.setAccessibleText("Operator");
        operator.setConverter(words(Operator::label));
        operator.getItems().setAll(draft.operators());
        operator.valueProperty().bindBidirectional(draft.operator());
        List.of(column, operator).forEach(box -> box.setMaxWidth(Double.MAX_VALUE));
        draft.column().addListener(_ -> operator.getItems().setAll(draft.operators()));
        draft.operator().subscribe(_ -> offerValues());
        draft.column().addListener(_ -> offerValues());
        missing.getStyleClass().add("filter-missing");
        DataActions.show(missing, false);
        VBox form = new VBox(8, column, operator, values, missing, buttons(applied));
        form.getStyleClass().add("filter-editor");
        popover.setContentNode(form);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
    }

    private void offerValues() {
        if (draft.operators().contains(draft.operator().get())) {
            FilterValues offered = new FilterValues(draft, labels.apply(draft.column().get()));
            values.getChildren().setAll(offered);
            DataActions.show(missing, false);
        }
    }

    private HBox buttons(Consumer<Filter> applied) {
        Button apply = new Button("Apply");
        apply.setId("filter-apply");
        apply.setDefaultButton(true);
        apply.getStyleClass().add("accent");
        apply.setOnAction(_ -> draft.filter().ifPresentOrElse(
                filter -> {
                    popover.hide();
                    applied.accept(filter);
                },
                () -> DataActions.show(missing, true)));
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> popover.hide());
        HBox row = new HBox(8, cancel, apply);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    void show(Node owner) {
        popover.show(owner);
        Platform.runLater(this::focus);
    }

    private void focus() {
        if (values.getChildren().getFirst() instanceof FilterValues offered
                && !offered.getChildren().isEmpty()) {
            offered.focusFirst();
        } else {
            column.requestFocus();
        }
    }

    private static <T> StringConverter<T> words(Function<T, String> word) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : word.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the list cannot be typed into");
            }
        };
    }
}
