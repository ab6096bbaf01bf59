package mana.studio.ui.data;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator.Place;
import org.kordamp.ikonli.feather.Feather;

/// The way that led to these rows: `sessions › users`. Each step goes back to it.
final class TrailLine extends HBox {
    private final RowLinks links;
    private final String here;

    TrailLine(RowLinks links, String here) {
        super(4);
        this.links = links;
        this.here = here;
        setId("trail");
        getStyleClass().add("trail-line");
        update();
    }

    /// Shows the trail as it is now.
    void update() {
        List<Place> trail = links.trail();
        getChildren().clear();
        for (int index = 0; index < trail.size(); index++) {
            int step = index;
            Hyperlink place = new Hyperlink(trail.get(index).relation().name());
            place.setAccessibleText("Back to " + trail.get(index).relation());
            place.setOnAction(_ -> links.back(step));
            getChildren().addAll(place, Icons.of(Feather.CHEVRON_RIGHT, "trail-mark"));
        }
        Label last = new Label(here);
        last.getStyleClass().add("trail-here");
        getChildren().add(last);
        DataActions.show(this, !trail.isEmpty());
    }
}
