package mana.studio.ui.objects;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.objects.NameCheck.Level;
import org.kordamp.ikonli.feather.Feather;

/// A name to give, and below it what is to be said of it: why it cannot be, or what would be better, one click away.
final class NameField extends VBox {
    private final TextField field = new TextField();
    private final Label message = new Label();
    private final Hyperlink proposal = new Hyperlink();
    private final HBox below = new HBox(4, message, proposal);
    private final Function<String, NameCheck> rules;
    private final ReadOnlyBooleanWrapper allowed = new ReadOnlyBooleanWrapper();
    private boolean touched;

    /// @param start what is in it at first
    NameField(String start, Function<String, NameCheck> rules) {
        super(4);
        this.rules = rules;
        field.setText(start);
        field.setId("ask-name");
        getChildren().setAll(Ask.named("Name", field), below);
        below.getStyleClass().add("name-check");
        below.setMinHeight(18);
        HBox.setHgrow(message, Priority.SOMETIMES);
        message.setWrapText(true);
        proposal.setOnAction(_ -> {
            field.setText(proposal.getText());
            field.requestFocus();
            field.end();
        });
        field.textProperty().subscribe((_, _) -> {
            touched = true;
            check();
        });
        check();
    }

    /// As it will be given.
    String name() {
        return field.getText();
    }

    StringProperty text() {
        return field.textProperty();
    }

    BooleanExpression allowed() {
        return allowed.getReadOnlyProperty();
    }

    Node control() {
        return field;
    }

    /// Something the rules look at has changed.
    void check() {
        NameCheck found = rules.apply(field.getText());
        allowed.set(found.isAllowed());
        // An empty field that nobody typed into is no mistake yet.
        boolean said =
                found.level() != Level.FINE && (touched || !field.getText().isEmpty());
        message.setText(said ? found.message() : "");
        message.setGraphic(said ? icon(found.level()) : null);
        message.getStyleClass().setAll("label", "name-message", found.level() == Level.REFUSED ? "refused" : "advice");
        String better = found.proposal();
        proposal.setVisible(said && better != null);
        proposal.setManaged(proposal.isVisible());
        proposal.setText(better == null ? "" : better);
        proposal.setAccessibleText(better == null ? "" : "Call it " + better);
        field.setAccessibleHelp(message.getText());
        field.pseudoClassStateChanged(Styles.STATE_DANGER, said && found.level() == Level.REFUSED);
    }

    private static Node icon(Level level) {
        return level == Level.REFUSED
                ? Icons.of(Feather.ALERT_CIRCLE, "icon-danger")
                : Icons.of(Feather.ALERT_TRIANGLE, "icon-warning");
    }
}
