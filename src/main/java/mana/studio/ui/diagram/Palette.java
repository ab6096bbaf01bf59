package mana.studio.ui.diagram;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The theme's colours for what is painted: a region for each, coloured by the stylesheet, never seen.
final class Palette extends Pane {
    /// So many schemas have a colour of their own; the next one has the first one's again.
    static final int SCHEMAS = 30;

    private final Map<Ink, Region> inks = new EnumMap<>(Ink.class);
    private final List<Region> schemas = new ArrayList<>();
    private List<String> names = List.of();

    /// @param changed called when the theme gave other colours
    Palette(Runnable changed) {
        setManaged(false);
        setMouseTransparent(true);
        setOpacity(0);
        for (Ink ink : Ink.values()) {
            inks.put(ink, region(ink.styleClass(), changed));
        }
        for (int at = 0; at < SCHEMAS; at++) {
            schemas.add(region(schemaClass(at), changed));
        }
    }

    private Region region(String styleClass, Runnable changed) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.backgroundProperty().subscribe(changed);
        getChildren().add(region);
        return region;
    }

    /// Which schemas there are, so that each keeps its colour whichever are shown.
    void name(List<String> schemaNames) {
        names = List.copyOf(schemaNames);
    }

    /// The style class that has a schema's colour as its background.
    String schemaClass(String schema) {
        return schemaClass(Math.floorMod(names.indexOf(schema), SCHEMAS));
    }

    private static String schemaClass(int at) {
        return "diagram-ink-schema-" + at;
    }

    Color of(Ink ink) {
        return color(Objects.requireNonNull(inks.get(ink)));
    }

    Color ofSchema(String schema) {
        return color(schemas.get(Math.floorMod(names.indexOf(schema), SCHEMAS)));
    }

    private static Color color(Region region) {
        Background background = region.getBackground();
        List<BackgroundFill> fills = background == null ? List.of() : background.getFills();
        return fills.isEmpty() || !(fills.getFirst().getFill() instanceof Color color) ? Color.GRAY : color;
    }
}
