package mana.studio.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mana.studio.connection.Profile;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator.Screen;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The bar at the top: where one is connected, search, refresh, theme, menu.
final class TopBar extends HBox {
    private final Button chip = new Button("Connect", Icons.of(Feather.DATABASE));
    private final HBox marks = new HBox(6);
    private final Button search = new Button("Find a table, column, function …", Icons.of(Feather.SEARCH));
    private final HBox screens;
    private final MenuButton more = new MenuButton("", Icons.of(Feather.MENU));
    private final Button refresh;
    private final Region color = new Region();

    /// @param menu what the menu at the right end offers when it is opened
    TopBar(
            Runnable connections,
            Runnable quickOpen,
            Consumer<Screen> open,
            Runnable reread,
            Runnable switchTheme,
            Supplier<List<MenuItem>> menu) {
        getStyleClass().add("studio-bar");
        chip.setId("connection-chip");
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("flat", "connection-chip");
        chip.setTooltip(new Tooltip("Connections (Ctrl+Shift+O)"));
        chip.setOnAction(_ -> connections.run());
        search.setId("search");
        search.getStyleClass().add("search-box");
        search.setTooltip(new Tooltip("Quick open (Ctrl+P)"));
        search.setOnAction(_ -> quickOpen.run());
        marks.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        screens = new HBox(
                iconButton(Feather.SHARE_2, "Diagram (Ctrl+Shift+G)", () -> open.accept(Screen.DIAGRAM)),
                iconButton(Feather.CHECK_SQUARE, "Conventions (Ctrl+Shift+K)", () -> open.accept(Screen.CONVENTIONS)),
                iconButton(Feather.CLOCK, "History (Ctrl+Shift+H)", () -> open.accept(Screen.HISTORY)),
                iconButton(Feather.COLUMNS, "Drift (Ctrl+Shift+J)", () -> open.accept(Screen.DRIFT)),
                iconButton(Feather.GIT_PULL_REQUEST, "Changes (Ctrl+Shift+S)", () -> open.accept(Screen.CHANGES)));
        refresh = iconButton(Feather.REFRESH_CW, "Refresh (F5)", reread);
        Button theme = iconButton(Feather.MOON, "Switch between light and dark", switchTheme);
        more.getStyleClass().addAll("flat", "no-arrow", "button-icon");
        more.setAccessibleText("Menu");
        more.setId("menu");
        // A menu without items is never shown, and so would never be filled.
        more.getItems().add(new SeparatorMenuItem());
        more.setOnShowing(_ -> more.getItems().setAll(menu.get()));
        getChildren().addAll(chip, marks, gap(), search, gap(), screens, refresh, theme, more);
        show(null);
    }

    /// A line in the connection's colour, to be laid below the bar: production looks like production from afar.
    Region colorLine() {
        return color;
    }

    private static String colorClass(Profile profile) {
        if (profile.color() != null) {
            return "profile-" + profile.color();
        }
        return switch (profile.environment()) {
            case LOCAL -> "profile-none";
            case STAGING -> "profile-staging";
            case PRODUCTION -> "profile-production";
        };
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Button iconButton(Ikon icon, String tooltip, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Shows where one is connected; null for nowhere.
    void show(@Nullable Profile profile) {
        marks.getChildren().clear();
        color.getStyleClass().setAll("profile-line");
        search.setDisable(profile == null);
        screens.setDisable(profile == null);
        refresh.setDisable(profile == null);
        if (profile == null) {
            chip.setText("Connect");
            return;
        }
        String database = profile.target().database();
        color.getStyleClass().setAll("profile-line", colorClass(profile));
        chip.setText(profile.name().contains(database) ? profile.name() : profile.name() + " · " + database);
        marks.getChildren().add(new EnvironmentBadge(profile.environment()));
        if (profile.readOnly()) {
            var padlock = Icons.of(Feather.LOCK);
            padlock.setAccessibleText("Read-only");
            Tooltip.install(padlock, new Tooltip("Read-only: the server refuses writes on this connection"));
            marks.getChildren().add(padlock);
        }
    }
}
