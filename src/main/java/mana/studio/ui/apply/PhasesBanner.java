package mana.studio.ui.apply;

import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.apply.Agenda;
import mana.studio.apply.PhasedPlan;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Says of an open database that a phase of a safer plan is still to come, and goes on with it. Not there where none
/// is.
final class PhasesBanner extends HBox {
    private final PhasesModel model;
    private final Label headline = Blocks.wrapped("", "strong");
    private final Label purpose = Blocks.wrapped("");
    private final Button goOn = new Button("Continue…", Icons.of(Feather.PLAY));

    /// @param continuing shows what runs next
    PhasesBanner(PhasesModel model, Runnable continuing) {
        super(12);
        this.model = model;
        getStyleClass().addAll("phases-banner", "unfinished-line");
        setId("phases-banner");
        goOn.setId("phases-continue");
        goOn.setOnAction(_ -> go(continuing));
        Button forget = new Button("Forget…");
        forget.setId("phases-forget");
        forget.setAccessibleText("Forget the phases to come");
        forget.setOnAction(_ -> forget());
        VBox texts = new VBox(2, headline, purpose);
        HBox.setHgrow(texts, Priority.ALWAYS);
        for (Region button : List.of(goOn, forget)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(Icons.of(Feather.CALENDAR, "icon-column"), texts, goOn, forget);
        visibleProperty().bind(model.standing().isNotNull());
        managedProperty().bind(visibleProperty());
        model.standing().subscribe(this::show);
    }

    private void go(Runnable continuing) {
        if (model.ready().isPresent()) {
            continuing.run();
        } else {
            model.look();
        }
    }

    private void show(Agenda.@Nullable Standing standing) {
        if (standing == null) {
            return;
        }
        PhasedPlan plan = standing.plan();
        headline.setText(PhaseWords.next(plan) + (plan.isHalfDone() ? " is half done." : " is still to come."));
        purpose.setText(
                standing.unclear()
                        ? "It was interrupted, and the server still works on it or cannot tell what became of it."
                        : plan.phase().purpose() + " " + PhaseWords.start(plan.phase()));
        goOn.setText(standing.unclear() ? "Look again" : "Continue…");
        goOn.setAccessibleText(standing.unclear() ? "Look again" : "Continue with " + PhaseWords.next(plan));
    }

    private void forget() {
        ButtonType yes = new ButtonType("Forget", ButtonData.OK_DONE);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                "The database stays as it is: with what the phases before have added beside the old. What is missing"
                        + " to the design stays pending.",
                yes,
                ButtonType.CANCEL);
        alert.setGraphic(null);
        alert.initOwner(getScene().getWindow());
        alert.setTitle("Forget the phases to come");
        alert.setHeaderText("Forget the phases to come?");
        alert.getDialogPane().getStylesheets().setAll(getScene().getStylesheets());
        if (alert.showAndWait().filter(yes::equals).isPresent()) {
            model.forget();
        }
    }
}
