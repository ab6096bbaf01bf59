package mana.studio.ui.diagram;

import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.convention.ServiceRegistry;
import mana.studio.diagram.DiagramGraph;
import mana.studio.diagram.Mark;
import mana.studio.diagram.Sign;

/// What the colours and signs of a diagram mean.
final class Legend extends VBox {
    private static final double WIDTH = 220;

    private final Palette palette;
    private final DoubleProperty tallest = new SimpleDoubleProperty();

    Legend(Palette palette) {
        super(6);
        this.palette = palette;
        getStyleClass().add("diagram-legend");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /// How high the list of schemas may be; what is more can be scrolled to.
    DoubleProperty tallest() {
        return tallest;
    }

    void show(DiagramGraph graph, ServiceRegistry services) {
        VBox schemas = new VBox(3);
        schemas.getStyleClass().add("diagram-legend-schemas");
        for (String schema : graph.schemas()) {
            String owner = services.ownerOf(schema).map(name -> " · " + name).orElse("");
            schemas.getChildren().add(line(swatch(palette.schemaClass(schema)), schema + owner));
        }
        ScrollPane scrolled = new ScrollPane(schemas);
        scrolled.setFitToWidth(true);
        scrolled.setMinHeight(0);
        scrolled.maxHeightProperty().bind(tallest);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setFocusTraversable(false);
        getChildren().setAll(scrolled, signs());
        Set<Mark> marks = graph.marks();
        if (!marks.isEmpty()) {
            FlowPane pending = new FlowPane(10, 3);
            pending.setPrefWrapLength(WIDTH);
            marks.forEach(mark -> pending.getChildren().add(pending(mark)));
            getChildren().add(pending);
        }
    }

    private static Node pending(Mark mark) {
        Label sign = new Label(mark.sign());
        sign.getStyleClass().add("diagram-mark-" + mark.word());
        return line(sign, mark.word());
    }

    private static Node signs() {
        FlowPane row = new FlowPane(8, 3);
        for (Sign sign : Sign.values()) {
            Label letters = new Label(sign.letters());
            letters.getStyleClass().add("diagram-sign");
            row.getChildren().add(line(letters, sign.words()));
        }
        row.setPrefWrapLength(WIDTH);
        return row;
    }

    private static Node swatch(String styleClass) {
        Region region = new Region();
        region.getStyleClass().addAll("diagram-swatch", styleClass);
        return region;
    }

    private static HBox line(Node sign, String words) {
        HBox line = new HBox(5, sign, new Label(words));
        line.getStyleClass().add("diagram-legend-line");
        return line;
    }
}
