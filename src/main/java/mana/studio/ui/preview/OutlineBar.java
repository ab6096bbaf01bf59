package mana.studio.ui.preview;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import mana.studio.safety.safer.Phase;
import mana.studio.safety.safer.SaferPlan;
import mana.studio.safety.words.Consequence;
import mana.studio.safety.words.Outline;
import mana.studio.ui.preview.PreviewModel.Way;

/// The whole plan in a line, and the choice between the direct and the safer form.
final class OutlineBar extends HBox {
    private final PreviewModel model;
    private final FlowPane facts = new FlowPane(12, 4);
    private final ProgressIndicator turning = new ProgressIndicator();
    private final Subscription subscription;

    OutlineBar(PreviewModel model) {
        super(12);
        this.model = model;
        getStyleClass().addAll("preview-line", "outline-bar");
        turning.setPrefSize(14, 14);
        turning.setMaxSize(14, 14);
        turning.setAccessibleText("Planning");
        facts.setAlignment(Pos.CENTER_LEFT);
        facts.setMinWidth(0);
        HBox.setHgrow(facts, Priority.ALWAYS);
        HBox ways = ways();
        facts.prefWrapLengthProperty()
                .bind(widthProperty().subtract(ways.widthProperty()).subtract(36));
        getChildren().addAll(facts, ways);
        subscription = Subscription.combine(
                model.outline().subscribe(_ -> write()),
                model.safer().subscribe(_ -> write()),
                model.planning().subscribe(_ -> write()));
    }

    void close() {
        subscription.unsubscribe();
    }

    private HBox ways() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton direct = way("Direct", Way.DIRECT, group);
        ToggleButton safer = way("Safer way", Way.SAFER, group);
        model.way().subscribe(way -> group.selectToggle(way == Way.DIRECT ? direct : safer));
        group.selectedToggleProperty().addListener((_, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else {
                model.way().set((Way) now.getUserData());
            }
        });
        HBox ways = new HBox(direct, safer);
        ways.getStyleClass().add("side-switch");
        ways.setMaxHeight(USE_PREF_SIZE);
        ways.setMinWidth(USE_PREF_SIZE);
        return ways;
    }

    private static ToggleButton way(String words, Way way, ToggleGroup group) {
        ToggleButton button = new ToggleButton(words);
        button.getStyleClass().add("side-button");
        button.setToggleGroup(group);
        button.setUserData(way);
        return button;
    }

    private void write() {
        SaferPlan safer = model.safer().get();
        Outline outline = model.outline().get();
        List<Node> parts = new ArrayList<>();
        if (safer != null) {
            parts.add(count(counted(safer)));
        } else if (outline != null) {
            parts.add(count(outline.count()));
            outline.parts().forEach(each -> parts.add(part(each)));
        }
        if (model.planning().get()) {
            parts.add(new HBox(6, turning, new Label("Planning")));
        }
        facts.getChildren().setAll(parts);
    }

    private static String counted(SaferPlan plan) {
        int steps = plan.phases().stream()
                .mapToInt((Phase phase) -> phase.checks().size() + phase.steps().size())
                .sum();
        int phases = plan.phases().size();
        return phases + (phases == 1 ? " phase, " : " phases, ") + steps + (steps == 1 ? " step" : " steps");
    }

    private static Label count(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("outline-count");
        return label;
    }

    private Label part(Consequence part) {
        Label label = new Label(part.text(), Marks.icon(part.kind(), part.severity()));
        label.getStyleClass().addAll("outline-part", Marks.textStyle(part));
        label.setWrapText(true);
        label.maxWidthProperty().bind(facts.prefWrapLengthProperty());
        return label;
    }
}
