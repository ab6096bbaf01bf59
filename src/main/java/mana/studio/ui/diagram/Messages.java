package mana.studio.ui.diagram;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mana.studio.diagram.Scope;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import org.kordamp.ikonli.feather.Feather;

/// What is said over the diagram, and what stands in its place while there is none.
final class Messages {
    private final DiagramModel model;
    private final HBox notice = new HBox(8);
    private final StackPane instead = new StackPane();

    Messages(DiagramModel model) {
        this.model = model;
        notice.getStyleClass().add("diagram-notice");
        notice.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        model.notice().subscribe(this::say);
        instead.setPickOnBounds(false);
        model.graph().subscribe(_ -> replace());
        model.busy().subscribe(_ -> replace());
        model.failure().subscribe(_ -> replace());
    }

    /// At the diagram's foot.
    Node notice() {
        return notice;
    }

    /// In the diagram's place.
    Node instead() {
        return instead;
    }

    private void say(Notice what) {
        notice.setVisible(!what.text().isEmpty());
        notice.pseudoClassStateChanged(PseudoClass.getPseudoClass("problem"), what.isProblem());
        Label text = new Label(what.text());
        text.setWrapText(true);
        notice.getChildren().setAll(text);
        if (!what.action().isEmpty()) {
            Hyperlink action = new Hyperlink(what.action());
            action.setOnAction(_ -> what.run().run());
            notice.getChildren().add(action);
        }
        Button close = new Button("×");
        close.getStyleClass().addAll("flat", "diagram-notice-close");
        close.setAccessibleText("Close the message");
        close.setOnAction(_ -> model.say(Notice.NOTHING));
        notice.getChildren().add(close);
    }

    private void replace() {
        Failure failure = model.failure().get();
        instead.getChildren().clear();
        if (failure != null) {
            instead.getChildren().add(failed(failure));
        } else if (model.drawing().get().graph().isEmpty()) {
            instead.getChildren().add(empty());
        }
    }

    private Node failed(Failure failure) {
        Button again = new Button("Try again");
        again.setOnAction(_ -> model.retry());
        VBox box = new VBox(new FailurePane(failure, again));
        box.getStyleClass().add("diagram-failure");
        box.setMaxSize(560, Region.USE_PREF_SIZE);
        return box;
    }

    private Node empty() {
        if (model.busy().get()) {
            ProgressIndicator turning = new ProgressIndicator();
            turning.setMaxSize(32, 32);
            Button cancel = new Button("Cancel");
            cancel.setOnAction(_ -> model.cancel());
            VBox box = new VBox(12, turning, new Label("Arranging the tables"), cancel);
            box.getStyleClass().add("empty-state");
            box.setAlignment(Pos.CENTER);
            return box;
        }
        if (model.design() == null) {
            return new EmptyState(
                    Feather.SHARE_2,
                    "No catalog yet",
                    "The diagram appears when the database's catalog has been read.");
        }
        return switch (model.scope().get()) {
            case Scope.OneSchema(String schema) ->
                new EmptyState(
                        Feather.SHARE_2,
                        "No tables in " + schema,
                        "Choose another schema above, or create its first table with New table.",
                        all());
            case Scope.All _, Scope.Around _ ->
                model.database()
                                .map(database -> database.tables().findAny().isPresent())
                                .orElse(false)
                        ? stopped()
                        : new EmptyState(
                                Feather.SHARE_2,
                                "No tables yet",
                                "Create the first one with New table above. It stays pending until you apply it.");
        };
    }

    private Node stopped() {
        Button arrange = new Button("Arrange");
        arrange.setOnAction(_ -> model.retry());
        return new EmptyState(Feather.SHARE_2, "Not arranged", "Finding places for the tables was cancelled.", arrange);
    }

    private Node all() {
        Hyperlink all = new Hyperlink("Show all tables");
        all.setOnAction(_ -> model.show(new Scope.All()));
        return all;
    }
}
