package mana.studio.ui.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.drizzle.migrate.MigrateOutcome;
import mana.studio.drizzle.migrate.Proposal;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The checklist for taking a migration back: the backup comes first, and nothing is run from here.
final class WayBackDialog {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final Session session;
    private final MigrateModel model;

    WayBackDialog(Session session, MigrateModel model) {
        this.session = session;
        this.model = model;
    }

    /// Reads the down script, then shows the list.
    void show(Window owner) {
        Proposal proposal = Objects.requireNonNull(model.proposal().get());
        MigrateOutcome outcome = model.outcome().get();
        session.background()
                .start(Job.of(
                                "Reading the down script",
                                _ -> WayBack.of(
                                        proposal,
                                        outcome,
                                        model.migrations().table(),
                                        session.workspace().profile().target()))
                        .superseding(this)
                        .whenDone(back -> show(owner, back)));
    }

    private void show(Window owner, WayBack back) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Way back");
        dialog.setHeaderText(back.tag().isEmpty() ? "No migration is applied" : "Take " + back.tag() + " back");
        dialog.setGraphic(null);
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().setPrefWidth(720);
        boolean dark = owner.getScene().getRoot().getPseudoClassStates().contains(DARK);
        dialog.getDialogPane().pseudoClassStateChanged(DARK, dark);
        dialog.getDialogPane()
                .setContent(
                        back.tag().isEmpty()
                                ? Blocks.wrapped("There is nothing to take back of "
                                        + model.migrations().service() + ".")
                                : steps(back));
        dialog.show();
    }

    private Node steps(WayBack back) {
        List<Node> steps = new ArrayList<>();
        steps.add(Blocks.wrapped(
                "drizzle knows no way back. Go through this list from the top; nothing is run from here.",
                "apply-reason"));
        steps.add(step("Back the database up first, and look that the file can be read", command(back.backup())));
        steps.add(step("Stop what would migrate again: deployments and the service's own start", null));
        if (back.down() == null) {
            steps.add(step(
                    "Write the way back: there is no " + back.script()
                            + " beside the migration. Its row is taken out of the" + " books with it",
                    sql(back.sql())));
        } else {
            steps.add(step(
                    "Run the down script and take the row out of the books, in one transaction. What it cannot bring"
                            + " back stands in its comments",
                    sql(back.sql())));
        }
        steps.add(step("Deploy the code that fits the schema before it", null));
        steps.add(step("Look at the history: the migration is pending again", null));
        VBox box = new VBox(12, steps.toArray(Node[]::new));
        box.getStyleClass().add("migrate-steps");
        return box;
    }

    private static Node step(String text, @Nullable Node more) {
        CheckBox tick = new CheckBox(text);
        tick.setWrapText(true);
        tick.setMnemonicParsing(false);
        VBox box = new VBox(6, tick);
        if (more != null) {
            VBox.setMargin(more, new Insets(0, 0, 0, 26));
            box.getChildren().add(more);
        }
        return box;
    }

    private static Node command(String command) {
        TextArea text = new TextArea(command);
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setAccessibleText("Command");
        text.getStyleClass().add("migrate-log");
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(8, text, copy(command));
    }

    private Node sql(String sql) {
        CodePane pane = CodePane.readOnly(session.background());
        pane.setText(sql);
        pane.setPrefHeight(Math.min(220, 24 + 20 * sql.lines().count()));
        pane.setMinHeight(60);
        pane.getStyleClass().add("migrate-sql");
        HBox.setHgrow(pane, Priority.ALWAYS);
        return new HBox(8, pane, copy(sql));
    }

    private static Button copy(String text) {
        Button copy = new Button("Copy", Icons.of(Feather.COPY));
        copy.setMinWidth(Button.USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }
}
