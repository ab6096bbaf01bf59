package mana.studio.ui.shell;

import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator.Screen;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What the menu at the right end of the bar offers.
final class AppMenu {
    private final MainWindow window;
    private final Parts parts;

    AppMenu(MainWindow window, Parts parts) {
        this.window = window;
        this.parts = parts;
    }

    List<MenuItem> items() {
        return List.of(
                item("Connections…", Feather.DATABASE, window::showConnections),
                item("Disconnect", Feather.LOG_OUT, window::disconnect),
                item("Open demo database", Feather.PLAY, window.opener()::openDemo),
                item("Open demo of a skipped migration", Feather.SKIP_FORWARD, window.opener()::openIncident),
                item("Reset demo database…", Feather.ROTATE_CCW, this::resetDemo),
                new SeparatorMenuItem(),
                item(
                        "Services…",
                        Feather.USERS,
                        () -> ServicesDialog.show(window.stage(), parts.services(), parts.background())),
                item(
                        "Table templates…",
                        Feather.COPY,
                        () -> window.onDesk(desk -> desk.commands().editTemplates())),
                new SeparatorMenuItem(),
                item(
                        "Write Drizzle migration…",
                        Feather.FILE_PLUS,
                        () -> window.onDesk(desk -> desk.open(Screen.MIGRATION))),
                item("History", Feather.CLOCK, () -> window.onDesk(desk -> desk.open(Screen.HISTORY))),
                item("Drift", Feather.COLUMNS, () -> window.onDesk(desk -> desk.open(Screen.DRIFT))),
                item("Locks", Feather.LOCK, () -> window.onDesk(desk -> desk.open(Screen.LOCKS))),
                item("Keys", Feather.COMMAND, () -> HelpDialog.show(window)),
                item("About Mana Schema Studio", Feather.INFO, this::about));
    }

    private static MenuItem item(String text, Ikon icon, Runnable action) {
        MenuItem item = new MenuItem(text, Icons.of(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void resetDemo() {
        ButtonType reset = new ButtonType("Reset demo database", ButtonBar.ButtonData.OK_DONE);
        Alert question = alert(
                "Reset the demo database?",
                "Everything changed in it since it was made is lost. Other databases are not touched.",
                reset,
                ButtonType.CANCEL);
        Button destructive = (Button) question.getDialogPane().lookupButton(reset);
        destructive.setDefaultButton(false);
        destructive.getStyleClass().add("danger");
        ((Button) question.getDialogPane().lookupButton(ButtonType.CANCEL)).setDefaultButton(true);
        question.showAndWait().filter(reset::equals).ifPresent(_ -> window.resetDemo());
    }

    private void about() {
        String version = AppMenu.class.getPackage().getImplementationVersion();
        alert(
                        "Mana Schema Studio " + (version == null ? "" : version),
                        "Settings: " + parts.places().config() + "\nData: "
                                + parts.places().data() + "\nLogs: "
                                + parts.places().state(),
                        ButtonType.CLOSE)
                .show();
    }

    private Alert alert(String header, String text, ButtonType... buttons) {
        Alert alert = new Alert(Alert.AlertType.NONE, text, buttons);
        alert.initOwner(window.stage());
        alert.setTitle("Mana Schema Studio");
        alert.setHeaderText(header);
        return alert;
    }
}
