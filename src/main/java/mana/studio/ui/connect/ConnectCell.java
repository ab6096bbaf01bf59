package mana.studio.ui.connect;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the list: its colour, name and place, the environment's word, a padlock where it is read-only.
final class ConnectCell extends ListCell<ConnectEntry> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final Region dot = new Region();
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Label word = new Label();
    private final Node padlock = Icons.of(Feather.LOCK, "padlock");
    private final VBox texts = new VBox(1, title, subtitle);
    private final FontIcon icon = Icons.of(Feather.TERMINAL, "entry-icon");
    private final StackPane mark = new StackPane(dot, icon);
    private final HBox line = new HBox(8, mark, texts, word, padlock);
    private final ConnectMenu menu;

    ConnectCell(ConnectMenu menu) {
        this.menu = menu;
        title.getStyleClass().add("entry-title");
        subtitle.getStyleClass().add("entry-subtitle");
        subtitle.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        word.getStyleClass().add("environment-word");
        word.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        mark.setMinWidth(16);
        line.setAlignment(Pos.CENTER_LEFT);
        // As wide as the list, not as its longest line.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ConnectEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        boolean heading = entry instanceof ConnectEntry.Heading;
        pseudoClassStateChanged(HEADING, heading);
        setContextMenu(null);
        setTooltip(null);
        setGraphic(null);
        setText(null);
        setDisable(heading);
        if (empty || entry == null) {
            return;
        }
        if (heading) {
            setText(entry.title());
            return;
        }
        title.setText(entry.title());
        subtitle.setText(entry.subtitle());
        icon.setIconCode(iconOf(entry));
        show(entry instanceof ConnectEntry.Saved saved ? saved.profile() : null);
        if (entry instanceof ConnectEntry.Saved saved) {
            setContextMenu(menu.of(saved.profile()));
        }
        if (entry instanceof ConnectEntry.Found found) {
            setTooltip(new Tooltip(found.places()));
        }
        setGraphic(line);
    }

    private static Feather iconOf(ConnectEntry entry) {
        return switch (entry) {
            case ConnectEntry.Saved _, ConnectEntry.Heading _ -> Feather.DATABASE;
            case ConnectEntry.Variable _ -> Feather.TERMINAL;
            case ConnectEntry.Found _ -> Feather.FILE_TEXT;
            case ConnectEntry.Demo _ -> Feather.BOX;
        };
    }

    private void show(@Nullable Profile profile) {
        boolean readOnly = profile != null && profile.readOnly();
        word.setVisible(profile != null);
        word.setManaged(profile != null);
        padlock.setVisible(readOnly);
        padlock.setManaged(readOnly);
        dot.setVisible(profile != null);
        icon.setVisible(profile == null);
        if (profile == null) {
            setAccessibleText(title.getText() + ", " + subtitle.getText());
            return;
        }
        String environment = profile.environment().name().toLowerCase(Locale.ROOT);
        word.setText(environment);
        for (Environment each : Environment.values()) {
            word.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == profile.environment());
        }
        dot.getStyleClass().setAll("profile-dot", ColorCell.style(profile.color() == null ? environment : profile.color()));
        setAccessibleText(title.getText() + ", " + environment + (readOnly ? ", read-only, " : ", ") + subtitle.getText());
    }
}
