package mana.studio.ui.migrate;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.migrate.Foreseen;
import mana.studio.ui.kit.Blocks;
import org.kordamp.ikonli.feather.Feather;

/// What is known before anything runs, the worst first.
final class ForeseenList extends ScrollPane {
    private static final double HIGHEST = 180;

    ForeseenList(List<Foreseen> foreseen) {
        VBox lines = new VBox(8);
        foreseen.forEach(each -> lines.getChildren().add(line(each)));
        String style = switch (foreseen.getFirst().gravity()) {
            case FAILS -> "apply-danger";
            case WARNING -> "apply-warning";
            case HANDLED -> "migrate-note";
        };
        lines.getStyleClass().addAll("apply-box", style);
        lines.setAccessibleText("Foreseen");
        setContent(lines);
        setFitToWidth(true);
        setFocusTraversable(false);
        getStyleClass().add("apply-scroll");
        // As high as its lines, up to a point: then it scrolls.
        lines.heightProperty().subscribe(height -> {
            setPrefViewportHeight(Math.min(HIGHEST, height.doubleValue()));
            setMinHeight(Math.min(HIGHEST, height.doubleValue()));
            setMaxHeight(Math.min(HIGHEST, height.doubleValue()));
        });
        setPrefViewportHeight(Math.min(HIGHEST, 44.0 * foreseen.size() + 24));
    }

    private static Node line(Foreseen foreseen) {
        String head = switch (foreseen.gravity()) {
            case FAILS -> "Will fail" + (foreseen.sqlState() == null ? "" : " with " + foreseen.sqlState());
            case WARNING -> foreseen.kind() == Foreseen.Kind.REFUSED ? "May fail" : "Warning";
            case HANDLED -> "Taken care of";
        };
        String place = foreseen.tag().isEmpty()
                ? ""
                : " in " + foreseen.tag() + (foreseen.line() > 0 ? ", line " + foreseen.line() : "");
        VBox texts = new VBox(
                2,
                Blocks.wrapped(head + place, "strong"),
                Blocks.wrapped((foreseen.message() + " " + foreseen.help()).strip(), "apply-detail"));
        return switch (foreseen.gravity()) {
            case FAILS -> Blocks.marked(Feather.X_CIRCLE, "icon-danger", texts);
            case WARNING -> Blocks.marked(Feather.ALERT_TRIANGLE, "icon-warning", texts);
            case HANDLED -> Blocks.marked(Feather.CHECK, "icon-success", texts);
        };
    }
}
