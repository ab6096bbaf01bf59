package mana.studio.ui.migrate;

import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.apply.Permission;
import mana.studio.drizzle.migrate.Mode;
import mana.studio.drizzle.migrate.Proposal;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What is foreseen, and what a person must say before it runs.
final class AskingPane extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final MigrateModel model;
    private final Button run = new Button();

    AskingPane(MigrateModel model) {
        super(12);
        this.model = model;
        getStyleClass().add("apply-asking");
        Proposal shown = Objects.requireNonNull(model.proposal().get());
        if (!shown.foreseen().isEmpty()) {
            getChildren().add(new ForeseenList(shown.foreseen()));
        }
        if (!shown.losses().isEmpty()) {
            getChildren().add(losses(shown));
        }
        switch (model.permission()) {
            case Permission.Free _ -> {}
            case Permission.TypeName name -> getChildren().add(name(name));
            case Permission.Refused refused ->
                getChildren()
                        .add(Blocks.box(
                                "apply-warning",
                                Blocks.marked(
                                        Feather.LOCK,
                                        "icon-warning",
                                        new VBox(
                                                4,
                                                Blocks.wrapped(refused.why(), "strong"),
                                                Blocks.wrapped(refused.remedy())))));
        }
        getChildren().addAll(between(shown), buttons(shown));
    }

    @Override
    public void requestFocus() {
        Node field = lookup("#migrate-name");
        Node loss = lookup("#migrate-loss");
        (loss != null ? loss : field != null ? field : run).requestFocus();
    }

    private Node losses(Proposal shown) {
        int count = shown.losses().size();
        CheckBox tick = new CheckBox(
                count == 1
                        ? "One statement destroys data, which no undo brings back. It is meant."
                        : count + " statements destroy data, which no undo brings back. It is meant.");
        tick.setId("migrate-loss");
        tick.setWrapText(true);
        tick.setMnemonicParsing(false);
        tick.selectedProperty().bindBidirectional(model.lossAccepted());
        return Blocks.box("apply-danger", Blocks.marked(Feather.TRASH_2, "icon-danger", tick));
    }

    private Node name(Permission.TypeName name) {
        TextField field = new TextField();
        field.setId("migrate-name");
        field.setPromptText(name.database());
        field.setMaxWidth(320);
        field.setAccessibleText("Name of the database");
        field.textProperty().bindBidirectional(model.typed());
        Label label = Blocks.wrapped(name.why() + " Type its name to migrate it: " + name.database(), "strong");
        label.setLabelFor(field);
        return Blocks.box("apply-warning", Blocks.marked(Feather.ALERT_TRIANGLE, "icon-warning", label), field);
    }

    /// The second mode, off until somebody wants it.
    private Node between(Proposal shown) {
        CheckBox tick = new CheckBox("Commit between, where one transaction cannot run it");
        tick.setId("migrate-between");
        tick.setMnemonicParsing(false);
        tick.setSelected(model.mode().get() == Mode.COMMIT_BETWEEN);
        tick.selectedProperty().subscribe(on -> model.mode().set(on ? Mode.COMMIT_BETWEEN : Mode.ONE_TRANSACTION));
        String text = shown.mode() == Mode.COMMIT_BETWEEN
                ? "What is committed stays, should a later statement fail. The next run then goes on behind it."
                : shown.isHelpedByCommits()
                        ? "It would help here. All or nothing no longer holds then."
                        : "Not needed here: drizzle's own way, all or nothing.";
        Label note = Blocks.wrapped(text, "apply-reason");
        VBox box = new VBox(2, tick, note);
        box.getStyleClass().add("migrate-between");
        return box;
    }

    private Node buttons(Proposal shown) {
        TextField lock = new TextField();
        lock.setId("migrate-lock");
        lock.setPrefColumnCount(16);
        lock.setTooltip(new Tooltip("All that migrate a service must take the same lock, or they do not keep each other"
                + " out. A number given here is kept for the service."));
        lock.textProperty().bindBidirectional(model.lock());
        lock.textProperty().subscribe(_ -> lock.pseudoClassStateChanged(WRONG, model.lockId() == null));
        Label label = new Label("Advisory lock");
        label.setLabelFor(lock);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Label note = new Label();
        note.getStyleClass().add("apply-reason");
        note.setMinWidth(0);
        note.textProperty().bind(Bindings.createStringBinding(this::lockNote, model.lock(), model.derived()));
        run.setText("Run " + Amounts.counted(shown.files().size(), "migration", "migrations"));
        run.setId("migrate-run");
        run.getStyleClass().add("accent");
        run.setGraphic(Icons.of(Feather.PLAY));
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.disableProperty().bind(model.ready().not());
        run.setOnAction(_ -> model.run());
        Button again = new Button("Look again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> model.look());
        HBox row = new HBox(8, label, lock, note, Blocks.gap(), again, run);
        row.getStyleClass().add("apply-buttons");
        return row;
    }

    private String lockNote() {
        if (model.lockId() == null) {
            return "It is a whole number of 64 bits.";
        }
        return model.derived().get()
                ? "Made from the service's name."
                : "Kept for " + model.migrations().service() + ".";
    }
}
