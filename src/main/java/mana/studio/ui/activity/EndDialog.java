package mana.studio.ui.activity;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.connection.Environment;
import mana.studio.locks.Backend;
import mana.studio.locks.activity.Ending;
import mana.studio.locks.release.Act;
import mana.studio.ui.kit.Blocks;
import org.kordamp.ikonli.feather.Feather;

/// Asks before a session is ended or its statement cancelled: which one, what it does, what is lost. Enter answers
/// Cancel; on production the pid is typed.
final class EndDialog {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final TextField reason = new TextField();
    private final TextField typed = new TextField();
    private final ButtonType yes;

    EndDialog(Window owner, Environment environment, Act act, Line line) {
        String title = act == Act.END ? "End session " + line.pid() : "Cancel the statement of " + line.pid();
        yes = new ButtonType(act == Act.END ? "End session" : "Cancel its statement", ButtonBar.ButtonData.OTHER);
        ButtonType no = new ButtonType("Leave it", ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title + "?");
        dialog.setGraphic(null);
        dialog.getDialogPane().setId("end-dialog");
        dialog.getDialogPane().setPrefWidth(620);
        dialog.getDialogPane().getButtonTypes().setAll(yes, no);
        dialog.getDialogPane().setContent(content(act, line, environment == Environment.PRODUCTION));
        boolean dark = owner.getScene().getRoot().getPseudoClassStates().contains(DARK);
        dialog.getDialogPane().pseudoClassStateChanged(DARK, dark);
        Button button = (Button) dialog.getDialogPane().lookupButton(yes);
        button.getStyleClass().add("danger");
        button.setDefaultButton(false);
        ((Button) dialog.getDialogPane().lookupButton(no)).setDefaultButton(true);
        if (environment == Environment.PRODUCTION) {
            button.disableProperty().bind(typed.textProperty().isNotEqualTo(String.valueOf(line.pid())));
        }
    }

    private VBox content(Act act, Line line, boolean production) {
        Backend backend = line.session().backend();
        VBox content = new VBox(8, Blocks.wrapped(ActivityWords.sentence(line), "strong"));
        content.getChildren()
                .add(new Label("User " + backend.user()
                        + (backend.client() == null
                                ? ""
                                : ", from " + backend.client().text())));
        if (!backend.query().isBlank()) {
            content.getChildren().add(Blocks.sql(backend.query()));
        }
        ActivityWords.losses(act, line)
                .forEach(loss -> content.getChildren()
                        .add(Blocks.marked(Feather.ALERT_TRIANGLE, "icon-warning", Blocks.wrapped(loss))));
        reason.setPromptText("Why, for the record of what was done");
        reason.setAccessibleText("Reason");
        content.getChildren().add(reason);
        if (production) {
            typed.setPromptText("Production: type the pid, " + line.pid());
            typed.setAccessibleText("The pid");
            content.getChildren().add(typed);
        }
        TitledPane exact = new TitledPane("The statement that is sent", Blocks.sql(Ending.sql(act)));
        exact.setExpanded(false);
        exact.setAnimated(false);
        content.getChildren().add(exact);
        return content;
    }

    /// @param confirmed hears the reason where a person wants it done
    void ask(Consumer<String> confirmed) {
        dialog.showAndWait()
                .filter(yes::equals)
                .ifPresent(_ -> confirmed.accept(reason.getText().strip()));
    }
}
