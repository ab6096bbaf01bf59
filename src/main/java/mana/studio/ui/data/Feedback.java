package mana.studio.ui.data;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;

/// What went wrong, above the rows that were last read well.
final class Feedback extends VBox {
    private final DataModel model;
    private final Runnable again;

    /// @param again reads the rows again
    Feedback(DataModel model, Runnable again) {
        super(8);
        this.model = model;
        this.again = again;
        setId("feedback");
        getStyleClass().add("feedback");
        model.failure().subscribe(_ -> update());
        model.beside().failure().subscribe(_ -> update());
        model.refused().subscribe(_ -> update());
    }

    private void update() {
        getChildren().clear();
        Failure failed = model.failure().getValue();
        if (failed != null) {
            Button retry = new Button("Try again");
            retry.setOnAction(_ -> again.run());
            Button clear = new Button("Clear filters");
            clear.setOnAction(_ -> model.clearFilters());
            getChildren().add(model.isNarrowed() ? pane(failed, retry, clear) : pane(failed, retry));
        }
        Failure beside = model.beside().failure().get();
        if (beside != null) {
            Button dismiss = new Button("Dismiss");
            dismiss.setOnAction(_ -> model.beside().dismissFailure());
            getChildren().add(pane(beside, dismiss));
        }
        boolean stale = failed != null || model.refused().getValue() != null;
        if (stale && model.window().openedAt().get() != null) {
            Label below = new Label("Below are still the rows " + StatusLine.readAt(model.window().openedAt().get())
                    + ", before this.");
            below.setId("stale");
            below.getStyleClass().add("muted");
            getChildren().add(below);
        }
        DataActions.show(this, !getChildren().isEmpty());
    }

    private static Node pane(Failure failure, Node... actions) {
        return new FailurePane(failure, actions);
    }
}
