package mana.studio.ui.data;

import javafx.scene.layout.BorderPane;

/// The rows of one relation on screen.
final class DataPane extends BorderPane {
    private final DataModel model;
    private final GridView grid;

    DataPane(DataModel model) {
        this.model = model;
        getStyleClass().add("data-pane");
        grid = new GridView(new GridModel(model.relation(), model.window(), model.selection()), model::sort);
        setCenter(grid);
        setBottom(new StatusLine(model));
    }

    void focusGrid() {
        grid.table().requestFocus();
    }

    void refresh() {
        model.refresh(grid.topPlace());
    }
}
