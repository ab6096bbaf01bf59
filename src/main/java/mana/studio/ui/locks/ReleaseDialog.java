package mana.studio.ui.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import mana.studio.locks.release.Aftermath;
import mana.studio.locks.release.Evidence;
import mana.studio.locks.release.Outcome.Proof;
import mana.studio.locks.release.Report;
import mana.studio.locks.release.Step;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.locks.ReleaseModel.Phase;
import org.kordamp.ikonli.feather.Feather;

/// Asks before an act and shows what became of it. Only Cancel answers to Enter.
final class ReleaseDialog {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ReleaseModel model;
    private final Consumer<List<Evidence>> copyForDba;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final VBox content = new VBox(12);
    private final Button act = new Button();

    /// @param copyForDba copies the statement somebody with more rights could run
    ReleaseDialog(Window owner, ReleaseModel model, Consumer<List<Evidence>> copyForDba) {
        this.model = model;
        this.copyForDba = copyForDba;
        dialog.initOwner(owner);
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setTitle(model.title());
        dialog.setHeaderText(model.title() + "?");
        dialog.setGraphic(null);
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().setPrefWidth(760);
        dialog.getDialogPane().setId("release-dialog");
        content.getStyleClass().add("lock-dialog");
        content.setPrefHeight(540);
        boolean dark = owner.getScene().getRoot().getPseudoClassStates().contains(DARK);
        dialog.getDialogPane().pseudoClassStateChanged(DARK, dark);
        act.setId("release-act");
        act.setText(model.title());
        act.setMnemonicParsing(false);
        act.getStyleClass().add("danger");
        act.setOnAction(_ -> model.act());
        act.disableProperty().bind(model.ready().not());
        model.phase().subscribe(phase -> show(phase));
    }

    void show() {
        dialog.show();
        focusClose();
    }

    private void buttons(ButtonType type) {
        dialog.getDialogPane().getButtonTypes().setAll(type);
        if (dialog.getDialogPane().lookupButton(type) instanceof Button button) {
            button.setDefaultButton(true);
        }
    }

    private void focusClose() {
        Platform.runLater(() -> dialog.getDialogPane().getButtonTypes().stream()
                .findFirst()
                .map(dialog.getDialogPane()::lookupButton)
                .ifPresent(Node::requestFocus));
    }

    private void show(Phase phase) {
        switch (phase) {
            case Phase.Looking _ -> {
                dialog.setHeaderText(model.title() + "?");
                buttons(ButtonType.CANCEL);
                waiting("Looking once more …");
            }
            case Phase.Sheet(List<Evidence> evidence) -> sheet(evidence);
            case Phase.Changed(var missed) -> {
                buttons(ButtonType.CLOSE);
                OutcomeWords words = OutcomeWords.missed(missed, "the session");
                content.getChildren().setAll(outcome(words), again());
            }
            case Phase.Failed(var trouble) -> {
                buttons(ButtonType.CLOSE);
                content.getChildren()
                        .setAll(
                                outcome(new OutcomeWords(
                                        false,
                                        trouble.headline(),
                                        trouble.advice() + (trouble.answer() == null ? "" : "\n" + trouble.answer()))),
                                again());
            }
            case Phase.Running(Step step) -> {
                dialog.setHeaderText(model.title());
                buttons(ButtonType.CLOSE);
                waiting(words(step));
            }
            case Phase.Ended(List<Report> reports, Proof followed) -> {
                buttons(ButtonType.CLOSE);
                ended(reports);
                if (followed != null) {
                    content.getChildren()
                            .add(outcome(
                                    OutcomeWords.of(followed, reports.getFirst().order())));
                }
                focusClose();
            }
        }
    }

    private void waiting(String words) {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(240);
        bar.setAccessibleText(words);
        VBox box = new VBox(12, new Label(words), bar);
        box.setAlignment(Pos.CENTER);
        box.setMinHeight(160);
        content.getChildren().setAll(box);
    }

    private static String words(Step step) {
        return switch (step) {
            case LOOKING -> "Looking once more …";
            case RECORDING -> "Writing down what is about to be done …";
            case ENDING -> "The statement is sent; waiting for the session …";
            case PROVING -> "Watching what the lock does …";
            case CHECKING -> "Looking at what is left behind …";
        };
    }

    private void sheet(List<Evidence> evidence) {
        buttons(ButtonType.CANCEL);
        ReleaseSheet sheet = new ReleaseSheet(model, evidence);
        ScrollPane scroll = new ScrollPane(sheet);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("apply-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        List<Node> rows = new ArrayList<>(List.of(scroll));
        String obstacle = model.obstacle();
        HBox row = new HBox(12, Blocks.gap(), act);
        row.setAlignment(Pos.CENTER_RIGHT);
        if (obstacle.isEmpty()) {
            rows.add(sheet.asked());
        } else {
            Button copy =
                    ReleaseSheet.button("Copy statement for a DBA", Feather.COPY, () -> copyForDba.accept(evidence));
            copy.setId("release-dba");
            rows.add(Blocks.box(
                    "apply-warning", Blocks.marked(Feather.SLASH, "icon-warning", Blocks.wrapped(obstacle, "strong"))));
            row.getChildren().add(0, copy);
        }
        rows.add(row);
        content.getChildren().setAll(rows);
        focusClose();
    }

    private Node again() {
        return ReleaseSheet.button("Look again", Feather.REFRESH_CW, model::look);
    }

    private void ended(List<Report> reports) {
        content.getChildren().clear();
        for (Report report : reports) {
            content.getChildren().add(outcome(OutcomeWords.of(report)));
            Aftermath aftermath = report.aftermath();
            if (aftermath != null) {
                content.getChildren().add(aftermath(aftermath));
            }
        }
        HBox row = new HBox(8);
        if (model.mayActAlthoughBusy()) {
            Button busy = ReleaseSheet.button("End it although it is busy", Feather.X_OCTAGON, model::actAlthoughBusy);
            busy.getStyleClass().add("danger");
            row.getChildren().addAll(again(), busy);
        }
        content.getChildren().add(row);
    }

    private static Node outcome(OutcomeWords words) {
        VBox texts = new VBox(4, Blocks.wrapped(words.headline(), "strong"));
        if (!words.more().isEmpty()) {
            texts.getChildren().add(Blocks.wrapped(words.more()));
        }
        return Blocks.box(
                words.good() ? "apply-success" : "apply-warning",
                Blocks.marked(
                        words.good() ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE,
                        words.good() ? "icon-success" : "icon-warning",
                        texts));
    }

    private static Region aftermath(Aftermath aftermath) {
        List<String> lines = new ArrayList<>();
        lines.add(
                aftermath.invalidIndexes().isEmpty()
                        ? "No index was left invalid."
                        : "Left invalid: " + String.join(", ", aftermath.invalidIndexes())
                                + ". Drop it, and build it again.");
        aftermath.after().forEach((table, now) -> {
            Long before = aftermath.before().get(table);
            lines.add(table + ": " + Amounts.counted(now, "migration is", "migrations are") + " recorded"
                    + (before == null || before.equals(now) ? ", as before." : ", before it were " + before + "."));
        });
        lines.add(
                aftermath.alive().isEmpty()
                        ? "No other session of the same application is left."
                        : Amounts.counted(aftermath.alive().size(), "session", "sessions")
                                + " of the same application still there: "
                                + aftermath.alive().stream()
                                        .map(backend -> "pid " + backend.pid())
                                        .limit(8)
                                        .reduce((one, other) -> one + ", " + other)
                                        .orElse("")
                                + ".");
        lines.addAll(aftermath.unknown());
        VBox box = new VBox(4, Blocks.wrapped("Afterwards", "strong"));
        lines.forEach(line -> box.getChildren().add(Blocks.wrapped(line)));
        return Blocks.box("lock-calm", box);
    }
}
