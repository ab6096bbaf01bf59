package mana.studio.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.ConnectionState;
import mana.studio.ui.pending.PendingBar;
import org.jspecify.annotations.Nullable;

/// The line at the bottom: server, latency, our own sessions, what the catalog holds.
final class StatusBar extends HBox {
    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

    private final Region dot = new Region();
    private final Label state = new Label();
    private final Label server = new Label();
    private final Label sessions = new Label();
    private final Label catalog = new Label();
    private final HBox pending = new HBox(8);
    private final HBox locks = new HBox();

    StatusBar(TaskIndicator tasks) {
        getStyleClass().add("status-bar-line");
        dot.getStyleClass().add("status-dot");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox connection = new HBox(6, dot, state);
        connection.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(connection, server, sessions, catalog, pending, locks, gap, tasks);
        visibleProperty().bind(server.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    /// @param phases    says which phase is still to come
    /// @param lockBadge says which locks are stuck
    void show(OpenSession session, Region phases, Node lockBadge) {
        locks.getChildren().setAll(lockBadge);
        int version = session.workspace().serverVersion();
        server.setText("PostgreSQL " + version / 10_000 + "." + version % 10_000);
        pending.getChildren().setAll(new PendingBar(session, session.designing()), phases);
        showState(session);
        showCatalog(session.catalog().get());
    }

    void showState(OpenSession session) {
        ConnectionState current = session.state().get();
        dot.pseudoClassStateChanged(LOST, !(current instanceof ConnectionState.Connected));
        state.setText(
                switch (current) {
                    case ConnectionState.Connected connected ->
                        "Connected, " + Math.max(1, connected.latency().toMillis()) + " ms";
                    case ConnectionState.Lost _ -> "Server lost";
                    case ConnectionState.Closed _ -> "Disconnected";
                });
        int ours = session.workspace().sessions();
        sessions.setText(ours == 1 ? "1 session of ours" : ours + " sessions of ours");
    }

    void showCatalog(@Nullable Snapshot snapshot) {
        if (snapshot == null) {
            catalog.setText("");
            return;
        }
        long tables = snapshot.database().tables().count();
        int schemas = snapshot.database().schemas().size();
        catalog.setText(plural(schemas, "schema") + ", " + plural(tables, "table"));
    }

    private static String plural(long count, String noun) {
        return String.format(java.util.Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    void clear() {
        server.setText("");
    }
}
