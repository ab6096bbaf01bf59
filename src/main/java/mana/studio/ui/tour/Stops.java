package mana.studio.ui.tour;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import mana.studio.rows.Filter;
import mana.studio.rows.Operator;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.shell.MainWindow;

/// The screens that the tour visits, on the demo database.
final class Stops {
    private static final QualifiedName TRANSACTIONS = new QualifiedName("credits", "transactions");
    private static final QualifiedName USERS = new QualifiedName("auth", "users");
    private static final QualifiedName SESSIONS = new QualifiedName("auth", "sessions");

    private final MainWindow window;

    Stops(MainWindow window) {
        this.window = window;
    }

    List<Stop> list() {
        return List.of(
                new Stop("desk", () -> window.opener().openDemo(), () -> catalogIsThere() && shows("#explorer-tree")),
                at("data", navigator -> navigator.open(TRANSACTIONS, Side.DATA)),
                at("data-filtered", navigator -> navigator.openRows(
                        SESSIONS, List.of(new Filter("user_agent", Operator.IS_NOT_NULL, List.of())))),
                at("structure", navigator -> navigator.open(USERS, Side.STRUCTURE)),
                at("sql", navigator -> navigator.open(USERS, Side.SQL)),
                at("references", navigator -> navigator.open(USERS, Side.REFERENCES)),
                new Stop("quick-open", () -> window.quickOpen(), () -> true),
                new Stop("connect", window::showConnections, () -> true));
    }

    private Stop at(String name, Consumer<Navigator> go) {
        return new Stop(name, () -> window.navigator().ifPresent(go), () -> window.navigator().isPresent());
    }

    private boolean catalogIsThere() {
        return window.catalog().isPresent();
    }

    private boolean shows(String selector) {
        Node node = window.scene().lookup(selector);
        return node != null && node.isVisible();
    }
}
