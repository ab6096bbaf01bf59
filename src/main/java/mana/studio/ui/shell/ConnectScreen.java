package mana.studio.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import mana.studio.connection.Workspace;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The screen where a database is chosen, with what went wrong above it.
final class ConnectScreen {
    private final BorderPane view = new BorderPane();

    ConnectScreen(Parts parts, Consumer<Workspace> opened, Runnable openDemo, Runnable back) {
        Button demo = new Button("Open demo database");
        demo.setOnAction(_ -> openDemo.run());
        view.setCenter(new EmptyState(Feather.DATABASE, "Connect", "Choose a database.", demo));
    }

    Node view() {
        return view;
    }

    void shown() {}

    /// Shows what went wrong; null for nothing.
    void fail(@Nullable Failure failure) {
        view.setTop(failure == null ? null : new FailurePane(failure));
    }
}
