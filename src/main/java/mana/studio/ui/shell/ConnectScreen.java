package mana.studio.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.connection.Workspace;
import mana.studio.ui.connect.ConnectView;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The screen where a database is chosen, with the way back to the one that is open, and what went wrong above it.
final class ConnectScreen {
    private final ConnectView connections;
    private final Runnable back;
    private final VBox top = new VBox();
    private final BorderPane view = new BorderPane();

    ConnectScreen(Parts parts, Consumer<Workspace> opened, Runnable openDemo, Runnable back) {
        this.back = back;
        connections = new ConnectView(parts.background(), parts.profiles(), opened, openDemo);
        top.getStyleClass().add("connect-top");
        view.setTop(top);
        view.setCenter(connections);
    }

    Node view() {
        return view;
    }

    ConnectView connections() {
        return connections;
    }

    /// Starts afresh.
    ///
    /// @param open the name of the database to go back to; empty for none
    void clear(String open) {
        top.getChildren().clear();
        connections.reload();
        if (!open.isEmpty()) {
            Button button = new Button("Back to " + open, Icons.of(Feather.ARROW_LEFT));
            button.setMnemonicParsing(false);
            button.setCancelButton(true);
            button.setId("back");
            button.setOnAction(_ -> back.run());
            HBox row = new HBox(button);
            row.getStyleClass().add("connect-back");
            top.getChildren().add(row);
        }
    }

    void fail(Failure failure) {
        top.getChildren().add(new FailurePane(failure));
    }
}
