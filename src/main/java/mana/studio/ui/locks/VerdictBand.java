package mana.studio.ui.locks;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.locks.Board;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Severity;
import mana.studio.locks.watch.Sight;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What all of it comes to, in a sentence: icon, word, colour. A calm board says so.
final class VerdictBand extends VBox {
    private final LockBoardModel model;

    VerdictBand(LockBoardModel model) {
        super(6);
        this.model = model;
        setId("lock-verdict");
        getStyleClass().add("lock-verdict");
        model.sight().subscribe(sight -> show(sight));
    }

    private void show(Sight sight) {
        Board board = sight.board();
        getStyleClass().removeAll("lock-verdict-warning", "lock-verdict-stuck");
        if (board == null) {
            getChildren().setAll(line(Severity.NORMAL, "Looking", "Looking at the server’s locks …"));
            setVisible(sight.trouble() == null);
            setManaged(isVisible());
            return;
        }
        setVisible(true);
        setManaged(true);
        List<Assessment> all = sight.assessments();
        if (all.isEmpty()) {
            getChildren().setAll(line(Severity.NORMAL, "Calm", "No advisory lock is held on this server."));
        } else {
            worst(all, board);
        }
        sight.notes()
                .forEach(note -> getChildren()
                        .add(Blocks.marked(Feather.INFO, "icon-column", Blocks.wrapped(note, "lock-note"))));
    }

    private void worst(List<Assessment> all, Board board) {
        Assessment worst = all.getFirst();
        long stuck = count(all, Severity.STUCK);
        long doubtful = count(all, Severity.WARNING);
        switch (worst.severity()) {
            case NORMAL ->
                getChildren()
                        .setAll(line(
                                Severity.NORMAL,
                                "Calm",
                                (board.granted() == 1
                                                ? "1 advisory lock is held"
                                                : Amounts.exact(board.granted()) + " advisory locks are held")
                                        + (board.awaited() == 0 ? "; nobody waits." : "; nothing is stuck.")));
            case WARNING, STUCK -> {
                boolean red = worst.severity() == Severity.STUCK;
                long count = red ? stuck : doubtful;
                getStyleClass().add(red ? "lock-verdict-stuck" : "lock-verdict-warning");
                HBox line = line(
                        worst.severity(),
                        LockWords.word(worst.severity()),
                        LockWords.full(worst) + ": " + worst.sentence());
                Button show = ReleaseSheet.button(
                        "Show",
                        Feather.ARROW_DOWN,
                        () -> model.select(worst.lock().id()));
                show.setId("lock-show-worst");
                line.getChildren().add(show);
                getChildren().setAll(line);
                if (count > 1) {
                    getChildren()
                            .add(Blocks.wrapped(
                                    (count - 1) + (red ? " more stuck" : " more to look at")
                                            + (red && doubtful > 0 ? ", " + doubtful + " to look at" : "") + ".",
                                    "lock-note"));
                }
            }
        }
    }

    private static long count(List<Assessment> all, Severity severity) {
        return all.stream().filter(each -> each.severity() == severity).count();
    }

    private static HBox line(Severity severity, String words, String sentence) {
        Label word = new Label(words, Icons.of(LockWords.icon(severity), LockWords.style(severity)));
        word.getStyleClass().addAll("lock-word", LockWords.style(severity));
        word.setMinWidth(Region.USE_PREF_SIZE);
        Label text = Blocks.wrapped(sentence, "lock-sentence");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(12, word, text);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
