package mana.studio.ui.apply;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The phase that is still to come, for the window's bar: `Phase 2 of 3: migrate`. Hidden where there is none.
final class PhaseBar extends Button {
    PhaseBar(PhasesModel model, Runnable continuing) {
        setId("phase-bar");
        getStyleClass().add("pending-bar");
        setGraphic(Icons.of(Feather.CALENDAR, "pending-icon"));
        setTooltip(new Tooltip("Show what runs next"));
        textProperty()
                .bind(model.standing()
                        .map(standing -> PhaseWords.next(standing.plan()))
                        .orElse(""));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        disableProperty()
                .bind(model.standing().map(standing -> standing.unclear()).orElse(false));
        setOnAction(_ -> continuing.run());
    }
}
