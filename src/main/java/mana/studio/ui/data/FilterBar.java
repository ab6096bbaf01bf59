package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import mana.studio.rows.Filter;
import mana.studio.rows.RowQuery;
import mana.studio.schema.Column;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The filters of the rows as pills: a click changes one, × or Backspace takes it away.
final class FilterBar extends FlowPane {
    private final DataModel model;
    private final Function<Column, List<String>> labels;

    /// @param labels the labels of a column's enum; empty where it has none
    FilterBar(DataModel model, Function<Column, List<String>> labels) {
        super(6, 6);
        this.model = model;
        this.labels = labels;
        setId("filter-pills");
        getStyleClass().add("filter-bar");
        model.query().subscribe(this::show);
    }

    private void show(RowQuery query) {
        List<Filter> filters = query.filters();
        getChildren().clear();
        for (int index = 0; index < filters.size(); index++) {
            getChildren().add(pill(filters.get(index), index));
        }
        DataActions.show(this, !filters.isEmpty());
    }

    /// Asks for another filter.
    ///
    /// @param column the one to begin with
    void add(Node owner, Column column) {
        new FilterEditor(new FilterDraft(model.relation(), column, null), labels, model::addFilter).show(owner);
    }

    private Node pill(Filter filter, int index) {
        Label operator = new Label(filter.operator().label());
        operator.getStyleClass().add("pill-operator");
        Label column = new Label(filter.column());
        column.getStyleClass().add("pill-column");
        Label values = new Label(FilterWords.values(filter));
        values.getStyleClass().add("pill-values");
        DataActions.show(values, !values.getText().isEmpty());
        Button edit = new Button();
        edit.setGraphic(new HBox(5, column, operator, values));
        edit.getStyleClass().add("pill-edit");
        edit.setAccessibleText("Change the filter " + FilterWords.of(filter));
        edit.setOnAction(_ -> new FilterEditor(
                        FilterDraft.of(model.relation(), filter), labels, changed -> replace(index, changed))
                .show(edit));
        Button remove = new Button("", Icons.of(Feather.X));
        remove.getStyleClass().add("pill-remove");
        remove.setAccessibleText("Remove the filter " + FilterWords.of(filter));
        remove.setOnAction(_ -> remove(index));
        HBox pill = new HBox(edit, remove);
        pill.getStyleClass().add("filter-pill");
        pill.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.DELETE) {
                remove(index);
                event.consume();
            }
        });
        return pill;
    }

    private void replace(int index, Filter changed) {
        List<Filter> filters = new ArrayList<>(model.query().get().filters());
        filters.set(index, changed);
        model.filter(filters);
    }

    private void remove(int index) {
        List<Filter> filters = new ArrayList<>(model.query().get().filters());
        filters.remove(index);
        model.filter(filters);
    }
}
