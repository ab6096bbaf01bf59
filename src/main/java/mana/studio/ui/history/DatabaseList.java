package mana.studio.ui.history;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Endpoint;
import mana.studio.connection.ProjectEnvironments;
import mana.studio.connection.ProjectEnvironments.Found;
import mana.studio.connection.ProjectEnvironments.Place;
import mana.studio.connection.Target;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import org.kordamp.ikonli.feather.Feather;

/// The databases that a project's `.env` files name: where they are and who says so, never a secret.
final class DatabaseList {
    private static final int SHOWN = 2;

    private final Session session;

    DatabaseList(Session session) {
        this.session = session;
    }

    /// None where no file names one.
    List<Node> of(ProjectEnvironments environments) {
        return environments.found().stream().map(this::database).toList();
    }

    private Node database(Found found) {
        Target target = found.target();
        Label name = Pieces.wrapped(words(target), "mono");
        name.setTooltip(new Tooltip("As " + target.user()));
        List<Place> places = found.places();
        String said = places.stream().limit(SHOWN).map(Place::toString).collect(Collectors.joining("\n"))
                + (places.size() > SHOWN ? "\nand " + (places.size() - SHOWN) + " more" : "");
        Label where = Pieces.muted(said);
        where.setTooltip(new Tooltip(places.stream().map(Place::toString).collect(Collectors.joining("\n"))));
        VBox lines = new VBox(2, name, where, isOpen(target) ? here() : open(found));
        lines.setMinWidth(0);
        HBox.setHgrow(lines, javafx.scene.layout.Priority.ALWAYS);
        HBox line = new HBox(8, Icons.of(Feather.DATABASE, "muted-icon"), lines);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private Node here() {
        Label here = new Label("Open here", Icons.of(Feather.CHECK, "state-good"));
        here.getStyleClass().add("muted");
        return here;
    }

    private Button open(Found found) {
        Target target = found.target();
        Button open = Pieces.button(
                "Open it…",
                Feather.LOG_IN,
                () -> session.navigator()
                        .describeConnection(
                                found.places().getFirst().service(),
                                new ConnectionString(target, found.secret(), List.of())));
        open.getStyleClass().add("small");
        open.setAccessibleText("Open " + words(target));
        open.setTooltip(new Tooltip("Fills in the form of a connection; nothing is connected yet"));
        return open;
    }

    private static String words(Target target) {
        return target.endpoints().stream().map(Endpoint::toString).collect(Collectors.joining(",")) + "/"
                + target.database();
    }

    /// Whether it is the database that is open; every name of this machine is the same machine.
    private boolean isOpen(Target target) {
        Target open = session.workspace().profile().target();
        Endpoint first = target.endpoints().getFirst();
        Endpoint second = open.endpoints().getFirst();
        boolean machine = first.host().equals(second.host()) || (first.isLoopback() && second.isLoopback());
        return machine && first.port() == second.port() && target.database().equals(open.database());
    }
}
