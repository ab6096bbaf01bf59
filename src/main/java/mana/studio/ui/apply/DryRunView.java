package mana.studio.ui.apply;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mana.studio.apply.Permission;
import mana.studio.ui.apply.DryRunModel.Tried;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.BoxCell;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The dry run: the statements are executed and undone, and what they did is told. It begins on the scratch server; the
/// real one is touched only when a person asks for it.
final class DryRunView extends BorderPane {
    private final DryRunModel model;
    private final Button scratch = new Button("Scratch server", Icons.of(Feather.PLAY_CIRCLE));
    private final Button real;
    private final Button count = new Button("Count now", Icons.of(Feather.HASH));
    private final Button cancel = new Button("Cancel");
    private final VBox top = new VBox(8);
    private final StackPane result = new StackPane();

    DryRunView(DryRunModel model) {
        this.model = model;
        real = new Button("On " + model.database() + ", rolled back", Icons.of(Feather.DATABASE));
        real.setMnemonicParsing(false);
        getStyleClass().add("apply");
        if (!model.hasPlan()) {
            setCenter(
                    new EmptyState(Feather.PLAY_CIRCLE, "Nothing to try", "The design and the database are the same."));
            return;
        }
        top.getStyleClass().add("apply-top");
        top.getChildren().addAll(buttons(), result);
        permission();
        setTop(top);
        ListView<Tried> list = new ListView<>(model.rows());
        list.getStyleClass().add("apply-list");
        list.setAccessibleText("Statements that were tried");
        list.setCellFactory(_ -> new BoxCell<>(TriedRow::of));
        setCenter(list);
        model.busy().subscribe(_ -> show());
        model.headline().subscribe(_ -> show());
        model.failure().subscribe(_ -> show());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F2 && event.isShortcutDown()) {
                model.cancel();
                event.consume();
            }
        });
        model.onScratch();
    }

    @Override
    public void requestFocus() {
        (scratch.isDisabled() ? cancel : scratch).requestFocus();
    }

    private Node buttons() {
        scratch.setId("dry-scratch");
        scratch.setTooltip(new Tooltip("A server of the studio's own, with the tables as they are and no rows"));
        scratch.setOnAction(_ -> model.onScratch());
        real.setId("dry-real");
        real.setTooltip(
                new Tooltip("In one transaction that gives way after 200 ms without a lock, and is rolled back"));
        real.setOnAction(_ -> model.onReal());
        count.setId("dry-count");
        count.setTooltip(new Tooltip("Counts the rows of " + model.database()
                + " that would stand in the way, or be lost; changes nothing"));
        count.setOnAction(_ -> model.count());
        cancel.setId("dry-cancel");
        cancel.setOnAction(_ -> model.cancel());
        scratch.disableProperty().bind(model.busy());
        count.disableProperty().bind(model.busy());
        FlowPane row = new FlowPane(8, 8, new Label("Try"), scratch, real, count, cancel);
        row.getStyleClass().add("apply-target");
        return row;
    }

    private void permission() {
        switch (model.permission()) {
            case Permission.Free _ -> real.disableProperty().bind(model.busy());
            case Permission.TypeName _ -> real.setDisable(true);
            case Permission.Refused refused -> {
                real.setDisable(true);
                top.getChildren()
                        .add(Blocks.marked(
                                Feather.LOCK,
                                "icon-column",
                                Blocks.wrapped(refused.why() + " " + refused.remedy(), "apply-reason")));
            }
        }
    }

    private void show() {
        cancel.setVisible(model.busy().get());
        cancel.setManaged(model.busy().get());
        result.getChildren().setAll(shown());
    }

    private Node shown() {
        @Nullable Failure failure = model.failure().get();
        if (model.busy().get()) {
            ProgressIndicator turning = new ProgressIndicator();
            turning.setMaxSize(16, 16);
            HBox row = new HBox(8, turning, new Label("Working …"));
            row.getStyleClass().add("apply-target");
            return row;
        }
        if (failure != null) {
            return new FailurePane(failure);
        }
        boolean good = model.whole().get();
        return model.headline().get().isEmpty()
                ? new Label()
                : Blocks.marked(
                        good ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE,
                        good ? "icon-success" : "icon-danger",
                        Blocks.wrapped(model.headline().get(), "strong"));
    }
}
