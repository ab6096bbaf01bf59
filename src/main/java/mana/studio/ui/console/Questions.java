package mana.studio.ui.console;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import mana.studio.console.Caution;
import mana.studio.statement.SqlStatement;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.SqlText;

/// What a console asks before it acts.
final class Questions {
    private static final int SHOWN = 5;

    private final Node owner;

    Questions(Node owner) {
        this.owner = owner;
    }

    /// Whether a person wants the statements to run.
    ///
    /// @param database the name to type where the caution wants it
    boolean mayRun(Caution caution, String database, String action) {
        ButtonType run = new ButtonType(action, ButtonBar.ButtonData.OK_DONE);
        Alert alert = alert(caution.question(), run, ButtonType.CANCEL);
        VBox content = new VBox(8);
        content.setPrefWidth(520);
        caution.reasons().forEach(reason -> content.getChildren().add(Blocks.wrapped(reason)));
        caution.statements().stream()
                .limit(SHOWN)
                .forEach(one -> content.getChildren().add(sql(one)));
        if (caution.statements().size() > SHOWN) {
            content.getChildren()
                    .add(new Label("and "
                            + Amounts.counted(
                                    caution.statements().size() - SHOWN, "other statement", "other statements")));
        }
        Button button = (Button) alert.getDialogPane().lookupButton(run);
        button.setDefaultButton(false);
        button.getStyleClass().add("danger");
        ((Button) alert.getDialogPane().lookupButton(ButtonType.CANCEL)).setDefaultButton(true);
        if (caution.typesName()) {
            TextField name = new TextField();
            name.setPromptText(database);
            name.setAccessibleText("Name of the database");
            name.setId("typed-database");
            Label label = new Label("Type the database's name, " + database + ", to go on:");
            label.setLabelFor(name);
            button.disableProperty().bind(name.textProperty().isNotEqualTo(database));
            content.getChildren().addAll(label, name);
        }
        alert.getDialogPane().setContent(content);
        return alert.showAndWait().filter(run::equals).isPresent();
    }

    private static Node sql(SqlStatement statement) {
        SqlText text = new SqlText();
        String sql = statement.text();
        text.show(sql.length() > 600 ? sql.substring(0, 600) + " …" : sql);
        return Blocks.box("asked-sql", text);
    }

    /// What is to become of an open transaction when its console is closed.
    enum Ending {
        COMMIT,
        ROLL_BACK,
        STAY
    }

    /// @param failed whether it can only be rolled back
    Ending ending(String age, boolean failed) {
        ButtonType commit = new ButtonType("Commit", ButtonBar.ButtonData.YES);
        ButtonType rollBack = new ButtonType("Roll back", ButtonBar.ButtonData.NO);
        ButtonType[] buttons = failed
                ? new ButtonType[] {rollBack, ButtonType.CANCEL}
                : new ButtonType[] {commit, rollBack, ButtonType.CANCEL};
        Alert alert = alert("Close with an open transaction?", buttons);
        alert.setContentText("It is open for " + age + ". Roll back undoes what it changed.");
        Optional<ButtonType> answer = alert.showAndWait();
        return answer.filter(commit::equals).isPresent()
                ? Ending.COMMIT
                : answer.filter(rollBack::equals).isPresent() ? Ending.ROLL_BACK : Ending.STAY;
    }

    private Alert alert(String header, ButtonType... buttons) {
        Alert alert = new Alert(Alert.AlertType.NONE, "", buttons);
        alert.initOwner(owner.getScene().getWindow());
        alert.setTitle("Console");
        alert.setHeaderText(header);
        return alert;
    }
}
