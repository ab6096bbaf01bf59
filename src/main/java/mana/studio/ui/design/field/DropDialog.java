package mana.studio.ui.design.field;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks before something is dropped with which other things go.
public final class DropDialog {
    private DropDialog() {}

    /// @param what  what is dropped: `column email`
    /// @param along what goes with it; with nothing there is nothing to ask
    public static boolean confirms(String what, List<String> along, Window owner) {
        if (along.isEmpty()) {
            return true;
        }
        ButtonType drop = new ButtonType("Drop", ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "", drop, ButtonType.CANCEL);
        alert.setGraphic(null);
        alert.initOwner(owner);
        alert.setTitle("Drop " + what);
        alert.setHeaderText("Drop " + what + "?");
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        alert.getDialogPane().setContent(content(along));
        alert.getDialogPane().setPrefWidth(460);
        ((Button) alert.getDialogPane().lookupButton(drop)).setDefaultButton(true);
        return alert.showAndWait().filter(drop::equals).isPresent();
    }

    private static Node content(List<String> along) {
        VBox lines = new VBox(4);
        for (String each : along) {
            Label line = new Label("−  " + each);
            line.setWrapText(true);
            lines.getChildren().add(line);
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(240);
        Label head = new Label("With it go:");
        Label after =
                new Label("Nothing is dropped in the database before you apply the design, and it can be undone.");
        after.getStyleClass().add("muted");
        after.setWrapText(true);
        after.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return new VBox(8, head, scroll, after);
    }
}
