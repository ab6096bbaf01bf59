package mana.studio.ui.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.locks.verdict.Thresholds;
import mana.studio.locks.verdict.Thresholds.Step;
import mana.studio.ui.kit.Blocks;
import org.jspecify.annotations.Nullable;

/// From which age on a lock is worth a warning, from which on it is stuck, and whether that is notified.
final class SettingsDialog {
    private static final ButtonType SAVE = new ButtonType("Save", ButtonBar.ButtonData.OK_DONE);
    private static final ButtonType STANDARD = new ButtonType("As delivered", ButtonBar.ButtonData.LEFT);

    private final LockBoard board;
    private final List<Line> lines = new ArrayList<>();
    private final GridPane grid = new GridPane(12, 6);
    private final CheckBox notifies = new CheckBox("Notify when a lock turns red");

    SettingsDialog(LockBoard board) {
        this.board = board;
    }

    /// Two fields; the second stays empty where age alone never makes it stuck.
    private record Line(TextField yellow, TextField red) {
        boolean isNumbers() {
            return number(yellow).isPresent()
                    && (red.getText().isBlank() || number(red).isPresent());
        }

        Step step() {
            return new Step(number(yellow).orElse(0.0), number(red).orElse(null));
        }

        void show(Step step) {
            yellow.setText(text(step.yellow()));
            red.setText(step.red() == null ? "" : text(step.red()));
        }

        private static Optional<Double> number(TextField field) {
            try {
                double value = Double.parseDouble(field.getText().strip());
                return value >= 0 && value < 1e7 ? Optional.of(value) : Optional.empty();
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        }

        private static String text(@Nullable Double seconds) {
            return seconds == null
                    ? ""
                    : seconds == Math.rint(seconds)
                            ? String.valueOf(seconds.longValue())
                            : String.format(Locale.ROOT, "%s", seconds);
        }
    }

    void show(Window owner) {
        grid.addRow(0, new Label(), ReleaseSheet.caption("Warning after s"), ReleaseSheet.caption("Stuck after s"));
        line("Idle, and nobody wants the lock");
        line("Idle while somebody waits or polls");
        line("Leaked by a pool");
        line("Idle in transaction");
        line("Idle in aborted transaction");
        line("Client does not read");
        line("Active");
        line("Somebody waits, and the holder is blocked or hidden");
        fill(board.thresholds());
        notifies.setId("lock-notifies");
        notifies.setSelected(board.settings().get().notifies());
        VBox content = new VBox(
                12,
                Blocks.wrapped("Ages in seconds. An empty field: age alone never makes it stuck.", "muted"),
                grid,
                notifies);
        Dialog<ButtonType> dialog =
                LockDialogs.of(owner, "Settings of the lock board", content, SAVE, STANDARD, ButtonType.CANCEL);
        dialog.getDialogPane().setPrefWidth(560);
        BooleanBinding numbers = Bindings.createBooleanBinding(
                () -> lines.stream().allMatch(Line::isNumbers),
                lines.stream()
                        .flatMap(line -> Stream.of(line.yellow(), line.red()))
                        .map(TextField::textProperty)
                        .toArray(Observable[]::new));
        dialog.getDialogPane().lookupButton(SAVE).disableProperty().bind(numbers.not());
        Button standard = (Button) dialog.getDialogPane().lookupButton(STANDARD);
        standard.addEventFilter(ActionEvent.ACTION, event -> {
            fill(Thresholds.DEFAULT);
            event.consume();
        });
        dialog.resultProperty().subscribe(result -> {
            if (result == SAVE) {
                save();
            }
        });
        dialog.show();
    }

    private void line(String words) {
        Line line = new Line(field(words + ": warning after seconds"), field(words + ": stuck after seconds"));
        Label label = Blocks.wrapped(words);
        label.setPrefWidth(320);
        lines.add(line);
        grid.addRow(lines.size(), label, new HBox(line.yellow()), new HBox(line.red()));
    }

    private static TextField field(String words) {
        TextField field = new TextField();
        field.setPrefColumnCount(6);
        field.setAccessibleText(words);
        return field;
    }

    private void fill(Thresholds values) {
        List<Step> steps = List.of(
                values.idle(),
                values.idleWanted(),
                values.poolLeak(),
                values.idleInTransaction(),
                values.aborted(),
                values.clientNotReading(),
                values.active(),
                values.waiting());
        for (int at = 0; at < steps.size(); at++) {
            lines.get(at).show(steps.get(at));
        }
    }

    private void save() {
        List<Step> steps = lines.stream().map(Line::step).toList();
        board.judgeBy(new Thresholds(
                steps.get(0),
                steps.get(1),
                steps.get(2),
                steps.get(3),
                steps.get(4),
                steps.get(5),
                steps.get(6),
                steps.get(7)));
        board.use(new LockSettings(notifies.isSelected()));
    }
}
