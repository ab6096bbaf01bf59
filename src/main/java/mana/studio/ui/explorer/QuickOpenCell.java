package mana.studio.ui.explorer;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import mana.studio.schema.Column;
import mana.studio.ui.explorer.ObjectIndex.Hit;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;

/// Draws a hit: its path with the letters that matched, and what it is.
final class QuickOpenCell extends ListCell<Hit> {
    private final TextFlow path = new TextFlow();
    private final Label kind = new Label();
    private final HBox line = new HBox(8);

    QuickOpenCell() {
        getStyleClass().add("quick-open-cell");
        kind.getStyleClass().add("quick-open-kind");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        line.getStyleClass().add("quick-open-line");
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setMinWidth(0);
        line.setFillHeight(false);
        line.setPrefWidth(0);
        line.getChildren().addAll(new Region(), path, kind);
    }

    @Override
    protected void updateItem(@Nullable Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty || hit == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Column column = hit.column();
        String what = column == null ? Icons.word(hit.object()) : column.type().sql();
        line.getChildren().set(0, column == null ? Icons.of(hit.object()) : Icons.of(column));
        kind.setText(what);
        showPath(hit);
        setAccessibleText((column == null ? what + " " : "column ") + hit.path());
        setGraphic(line);
    }

    /// The schema is muted, the matched letters stand out by weight and colour.
    private void showPath(Hit hit) {
        path.getChildren().clear();
        Set<Integer> matched = new HashSet<>(hit.positions());
        int schemaEnds = hit.object().name().schema().length() + 1;
        int from = 0;
        for (int at = 1; at <= hit.path().length(); at++) {
            boolean runEnds =
                    at == hit.path().length() || at == schemaEnds || matched.contains(at) != matched.contains(from);
            if (runEnds) {
                Text run = new Text(hit.path().substring(from, at));
                run.getStyleClass().add("quick-open-text");
                run.getStyleClass()
                        .add(matched.contains(from) ? "matched" : from < schemaEnds ? "of-schema" : "of-name");
                path.getChildren().add(run);
                from = at;
            }
        }
    }
}
