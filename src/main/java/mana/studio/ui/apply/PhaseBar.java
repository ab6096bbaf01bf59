package mana.studio.ui.apply;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import mana.studio.apply.Agenda;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The phase that is still to come, for the window's bar: `Phase 2 of 3: migrate`. Hidden where there is none.
final class PhaseBar extends Button {
    PhaseBar(PhasesModel model, Runnable continuing) {
        setId("phase-bar");
        getStyleClass().add("pending-bar");
        setGraphic(Icons.of(Feather.CALENDAR, "pending-icon"));
        setTooltip(new Tooltip("Show what runs next"));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        setOnAction(_ -> continuing.run());
        model.standing().subscribe(this::show);
    }

    private void show(Agenda.@Nullable Standing standing) {
        setText(standing == null ? "" : PhaseWords.next(standing.plan()));
        setDisable(standing != null && standing.unclear());
    }
}
