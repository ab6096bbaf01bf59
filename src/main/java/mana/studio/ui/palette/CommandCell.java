package mana.studio.ui.palette;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import mana.studio.ui.kit.Command;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;

/// Draws a command: its name with the letters that matched, what it is about, why it cannot be done, its key.
final class CommandCell extends ListCell<PaletteLine> {
    private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");
    private static final double ICON = 16;

    private final TextFlow text = new TextFlow();
    private final Label hindrance = new Label();
    private final Label key = new Label();
    private final HBox line = new HBox(8);

    CommandCell() {
        getStyleClass().addAll("quick-open-cell", "palette-cell");
        hindrance.getStyleClass().add("quick-open-kind");
        hindrance.setMinWidth(Region.USE_PREF_SIZE);
        key.getStyleClass().add("key-cap");
        key.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        line.getStyleClass().add("quick-open-line");
        line.setFillHeight(false);
        line.setPrefWidth(0);
        line.getChildren().addAll(new Region(), text, hindrance, key);
    }

    @Override
    protected void updateItem(@Nullable PaletteLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(IMPOSSIBLE, false);
            return;
        }
        Command command = item.command();
        pseudoClassStateChanged(IMPOSSIBLE, !command.possible());
        line.getChildren().set(0, icon(command));
        show(item);
        hindrance.setText(command.hindrance());
        key.setText(command.key());
        key.setVisible(!command.key().isEmpty());
        key.setManaged(key.isVisible());
        setAccessibleText(PaletteLine.text(command)
                + (command.key().isEmpty() ? "" : ", " + command.key())
                + (command.possible() ? "" : ", not now: " + command.hindrance()));
        setGraphic(line);
    }

    private static Node icon(Command command) {
        Region room = new Region();
        Node icon = command.icon() == null ? room : Icons.of(command.icon());
        HBox box = new HBox(icon);
        box.setMinWidth(ICON);
        box.setPrefWidth(ICON);
        return box;
    }

    /// What it is about is muted, the matched letters stand out by weight and colour.
    private void show(PaletteLine item) {
        text.getChildren().clear();
        String words = PaletteLine.text(item.command());
        int nameEnds = item.command().name().length();
        int from = 0;
        for (int at = 1; at <= words.length(); at++) {
            boolean runEnds = at == words.length()
                    || at == nameEnds
                    || item.matched().contains(at) != item.matched().contains(from);
            if (runEnds) {
                Text run = new Text(words.substring(from, at));
                run.getStyleClass().addAll("quick-open-text", style(item, from, nameEnds));
                text.getChildren().add(run);
                from = at;
            }
        }
    }

    private static String style(PaletteLine item, int at, int nameEnds) {
        return item.matched().contains(at) ? "matched" : at < nameEnds ? "of-name" : "of-schema";
    }
}
