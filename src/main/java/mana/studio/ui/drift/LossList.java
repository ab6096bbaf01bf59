package mana.studio.ui.drift;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.drift.DriftReader;
import mana.studio.drizzle.drift.PushLoss;
import mana.studio.drizzle.snapshot.Unmodelled;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a `push` would destroy, and what it would leave alone because Drizzle has no words for it: a line each.
final class LossList extends ListView<LossList.Line> {
    /// @param bad whether something is destroyed
    record Line(String object, String word, String sentence, boolean bad) {}

    LossList() {
        getStyleClass().add("loss-list");
        setCellFactory(_ -> new Cell());
    }

    /// What push destroys.
    static List<Line> losses(DriftReader.Read read) {
        return read.losses().stream()
                .map(loss -> new Line(
                        DifferenceTable.kind(loss.part()) + " " + loss.part(), word(loss), loss.sentence(), true))
                .toList();
    }

    /// What only the database knows of.
    static List<Line> silent(DriftReader.Read read) {
        return read.silent().stream().map(LossList::line).toList();
    }

    private static Line line(Unmodelled thing) {
        return switch (thing.push()) {
            case IGNORES -> new Line(thing.words(), "left alone", thing.sentence(), false);
            case DROPS -> new Line(thing.words(), "dropped by push", thing.sentence(), true);
            case CHANGES -> new Line(thing.words(), "changed by push", thing.sentence(), true);
        };
    }

    private static String word(PushLoss loss) {
        return switch (loss.kind()) {
            case ROWS -> "loses data";
            case PROTECTION -> "loses protection";
            case STRUCTURE -> "loses structure";
        };
    }

    private static final class Cell extends ListCell<Line> {
        private final Label object = new Label();
        private final Label word = new Label();
        private final Label sentence = new Label();
        private final HBox line = new HBox(10);

        Cell() {
            setPrefWidth(0);
            object.getStyleClass().add("drift-code");
            object.setMinWidth(0);
            word.setMinWidth(USE_PREF_SIZE);
            sentence.setWrapText(true);
            sentence.setMinHeight(USE_PREF_SIZE);
            sentence.getStyleClass().add("muted");
            HBox head = new HBox(10, object, word);
            head.setAlignment(Pos.CENTER_LEFT);
            VBox words = new VBox(2, head, sentence);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            line.getChildren().setAll(new Label(), words);
            line.setAlignment(Pos.TOP_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Line item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            object.setText(item.object());
            word.setText(item.word());
            word.getStyleClass().setAll("label", item.bad() ? "drift-bad" : "drift-fine");
            sentence.setText(item.sentence());
            line.getChildren()
                    .set(
                            0,
                            item.bad()
                                    ? Icons.of(Feather.ALERT_OCTAGON, "drift-bad")
                                    : Icons.of(Feather.MINUS_CIRCLE, "drift-fine"));
            setGraphic(line);
            setAccessibleText(item.object() + ", " + item.word() + ". " + item.sentence());
        }
    }
}
