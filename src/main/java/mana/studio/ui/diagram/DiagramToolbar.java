package mana.studio.ui.diagram;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The commands above the diagram.
final class DiagramToolbar extends HBox {
    private final MenuButton create = new MenuButton("New table", Icons.of(Feather.PLUS));
    private final ToggleButton legend = new ToggleButton();
    private final DiagramModel model;
    private final Consumer<String> newTable;

    DiagramToolbar(
            DiagramModel model, Camera camera, DiagramExport export, Consumer<String> newTable, Runnable search) {
        super(8);
        this.model = model;
        this.newTable = newTable;
        getStyleClass().add("diagram-toolbar");
        create.setId("diagram-new-table");
        model.graph().subscribe(_ -> fillCreate());
        Button arrange = button(Feather.LAYOUT, "Arrange again", model::arrangeAgain);
        legend.setSelected(true);
        legend.getStyleClass().addAll("flat", "button-icon");
        legend.setGraphic(Icons.of(Feather.INFO));
        legend.setTooltip(new Tooltip("Legend"));
        legend.setAccessibleText("Legend");
        legend.setId("diagram-legend");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new ScopeChooser(model),
                        create,
                        arrange,
                        gap,
                        button(Feather.SEARCH, "Find a table or a column (/)", search),
                        legend,
                        export(export),
                        zoom(model, camera));
    }

    /// Whether the legend is wanted.
    ToggleButton legend() {
        return legend;
    }

    /// Asks for the schema of a new table.
    void askSchema() {
        create.requestFocus();
        create.show();
    }

    private void fillCreate() {
        create.getItems().setAll(model.schemas().stream().map(this::createIn).toList());
    }

    private MenuItem createIn(String schema) {
        MenuItem item = new MenuItem("in " + schema);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> newTable.accept(schema));
        return item;
    }

    private static MenuButton export(DiagramExport export) {
        MenuItem svg = new MenuItem("SVG…");
        svg.setOnAction(_ -> export.svg());
        MenuItem png = new MenuItem("PNG…");
        png.setOnAction(_ -> export.png(1));
        MenuItem large = new MenuItem("PNG, twice as large…");
        large.setOnAction(_ -> export.png(2));
        MenuButton button = new MenuButton(null, Icons.of(Feather.DOWNLOAD), svg, png, large);
        button.setId("diagram-export");
        button.setTooltip(new Tooltip("Export"));
        button.setAccessibleText("Export");
        return button;
    }

    private static Node zoom(DiagramModel model, Camera camera) {
        Label percent = new Label();
        percent.getStyleClass().add("diagram-percent");
        percent.setAccessibleText("Zoom");
        camera.viewport().subscribe(view -> percent.setText("%.0f %%".formatted(view.scale() * 100)));
        HBox zoom = new HBox(
                2,
                button(Feather.MINUS, "Zoom out (Ctrl+-)", () -> camera.zoom(-1)),
                percent,
                button(Feather.PLUS, "Zoom in (Ctrl++)", () -> camera.zoom(1)),
                button(
                        Feather.MAXIMIZE,
                        "Show all (Ctrl+0)",
                        () -> camera.fit(model.drawing().get())));
        zoom.getStyleClass().add("diagram-zoom");
        return zoom;
    }

    private static Button button(Feather icon, String words, Runnable action) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
