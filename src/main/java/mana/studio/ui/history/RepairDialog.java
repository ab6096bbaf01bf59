package mana.studio.ui.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.drizzle.history.FileChange;
import mana.studio.drizzle.history.Repair;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Shows exactly what a repair would do before it does it.
final class RepairDialog {
    private final Repair.Ready repair;
    private final Profile profile;
    private final Path root;
    private final Background background;
    private final TextField typed = new TextField();

    private RepairDialog(Repair.Ready repair, Profile profile, Path root, Background background) {
        this.repair = repair;
        this.profile = profile;
        this.root = root;
        this.background = background;
    }

    /// @param root of the project: paths are shown from there
    /// @return whether the person wants it
    static boolean ask(Window owner, Repair.Ready repair, Profile profile, Path root, Background background) {
        return new RepairDialog(repair, profile, root, background).show(owner);
    }

    private boolean show(Window owner) {
        VBox content = new VBox(12);
        content.setPrefSize(760, 440);
        content.getChildren().add(Pieces.wrapped(repair.explanation()));
        ButtonType go = new ButtonType(
                switch (repair) {
                    case Repair.OfFiles files -> files.changes().size() == 1 ? "Change file" : "Change files";
                    case Repair.OfRows _ -> "Run on " + profile.target().database();
                },
                ButtonData.OK_DONE);
        switch (repair) {
            case Repair.OfFiles files -> content.getChildren().addAll(files(files));
            case Repair.OfRows rows -> content.getChildren().addAll(rows(rows));
        }
        Dialog<Boolean> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Repair");
        dialog.setHeaderText(repair.label() + "?");
        dialog.setResizable(true);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getStyleClass().add("repair-dialog");
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(go, ButtonType.CANCEL);
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("repair-go");
        button.setDefaultButton(false);
        // The name of a database may have underscores.
        button.setMnemonicParsing(false);
        Button cancel = (Button) dialog.getDialogPane().lookupButton(ButtonType.CANCEL);
        cancel.setDefaultButton(true);
        if (repair instanceof Repair.OfRows) {
            if (profile.readOnly()) {
                button.setDisable(true);
            } else if (needsTyping()) {
                button.disableProperty()
                        .bind(typed.textProperty()
                                .map(text ->
                                        !text.strip().equals(profile.target().database())));
            }
        }
        dialog.setResultConverter(pressed -> pressed == go);
        dialog.setOnShown(_ -> Platform.runLater(cancel::requestFocus));
        return dialog.showAndWait().orElse(false);
    }

    private boolean needsTyping() {
        return profile.environment() != Environment.LOCAL;
    }

    private List<Node> files(Repair.OfFiles files) {
        CodePane pane = pane("The change");
        UnifiedDiff all = UnifiedDiff.of(files.changes(), this::shown);
        pane.setText(all.text(), all.marks());
        String count = files.changes().size() == 1
                ? "One file changes."
                : files.changes().size() + " files change.";
        return List.of(
                Pieces.muted(count + " All of it is written or nothing; what changed meanwhile stops it."), pane);
    }

    private String shown(FileChange change) {
        Path path = change.path().startsWith(root) ? root.relativize(change.path()) : change.path();
        String verb = change.before() == null ? " (new)" : change.after() == null ? " (taken away)" : "";
        return path.toString().replace('\\', '/') + verb;
    }

    private List<Node> rows(Repair.OfRows rows) {
        CodePane pane = pane("The statements");
        pane.setText(rows.script());
        Button copy = Pieces.button("Copy SQL", Feather.COPY, () -> {
            ClipboardContent clip = new ClipboardContent();
            clip.putString(rows.script());
            Clipboard.getSystemClipboard().setContent(clip);
        });
        List<Node> nodes = new ArrayList<>();
        HBox line = new HBox(
                8, Pieces.muted("One transaction; where it touches other rows than it says, it is taken back."));
        line.getChildren().addAll(Pieces.gap(), copy);
        line.setAlignment(Pos.CENTER_LEFT);
        nodes.add(line);
        nodes.add(pane);
        if (profile.readOnly()) {
            nodes.add(Pieces.warning(
                    "This connection is read-only: the server would refuse. Copy the SQL, or connect without"
                            + " read-only.",
                    "state-odd"));
        } else if (needsTyping()) {
            typed.setId("repair-typed");
            Label caption = new Label(
                    "This database is not local. Type its name, "
                            + profile.target().database() + ", to go on.",
                    Icons.of(Feather.ALERT_TRIANGLE, "state-bad"));
            caption.setLabelFor(typed);
            nodes.add(new VBox(4, caption, typed));
        }
        return nodes;
    }

    private CodePane pane(String spoken) {
        CodePane pane = CodePane.readOnly(background);
        pane.setId("repair-preview");
        pane.setAccessibleText(spoken);
        pane.getStyleClass().add("history-code");
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }
}
