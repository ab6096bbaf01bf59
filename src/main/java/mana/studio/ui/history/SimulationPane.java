package mana.studio.ui.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.history.Outcome;
import mana.studio.drizzle.history.Owner;
import mana.studio.drizzle.history.Sentences;
import mana.studio.drizzle.history.Simulation.Step;
import mana.studio.ui.history.HistoryModel.Loaded;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What happens if the services are migrated now, one after the other. Their order is changed by dragging, or with
/// Alt+Up and Alt+Down. Nothing runs.
final class SimulationPane extends BorderPane {
    private final HistoryModel model;
    private final ListView<Step> list = new ListView<>();
    private final Label summary = Pieces.wrapped("");
    private List<String> order = List.of();

    /// @param back leaves the simulation
    SimulationPane(HistoryModel model, Runnable back) {
        this.model = model;
        getStyleClass().add("simulation");
        list.setId("simulation");
        list.setAccessibleText("Services in the order of deployment");
        list.setCellFactory(_ -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Button leave = Pieces.button("Back to the migrations", Feather.ARROW_LEFT, back);
        leave.getStyleClass().add("small");
        HBox head = new HBox(12, leave, Pieces.heading("If the services are migrated now, in this order"));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(8, head, summary);
        top.getStyleClass().add("history-head");
        setTop(top);
        setCenter(list);
        Label foot = Pieces.muted(
                "Foretold by drizzle's own rule from the rows of now. Whether the SQL itself succeeds is not asked"
                        + " here. Drag a service, or press Alt+Up and Alt+Down.");
        foot.getStyleClass().add("history-line");
        setBottom(foot);
        model.loaded().subscribe(this::show);
    }

    void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void show(@Nullable Loaded loaded) {
        if (loaded != null) {
            order = loaded.order();
            simulate();
        }
    }

    private void simulate() {
        int selected = list.getSelectionModel().getSelectedIndex();
        List<Step> steps = model.simulate(order).steps();
        list.getItems().setAll(steps);
        list.getSelectionModel().select(selected);
        long runs =
                steps.stream().mapToLong(step -> runs(step.outcome()).size()).sum();
        long skipped =
                steps.stream().mapToLong(step -> skipped(step.outcome()).size()).sum();
        long stops = steps.stream()
                .filter(step -> step.outcome() instanceof Outcome.Refuses)
                .count();
        summary.setText(runs
                + (runs == 1 ? " migration runs, " : " migrations run, ")
                + skipped
                + (skipped == 1 ? " is skipped" : " are skipped")
                + (stops == 0 ? "." : stops == 1 ? ", and 1 service stops." : ", and " + stops + " services stop."));
    }

    private static List<Migration> runs(Outcome outcome) {
        return outcome instanceof Outcome.Runs(List<Migration> runs, List<Migration> _) ? runs : List.of();
    }

    private static List<Migration> skipped(Outcome outcome) {
        return outcome instanceof Outcome.Runs(List<Migration> _, List<Migration> skipped) ? skipped : List.of();
    }

    private void pressed(KeyEvent event) {
        int from = list.getSelectionModel().getSelectedIndex();
        int by = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (event.isAltDown() && by != 0 && from >= 0) {
            move(from, from + by);
            event.consume();
        }
    }

    private void move(int from, int to) {
        if (to < 0 || to >= order.size() || from == to) {
            return;
        }
        List<String> moved = new ArrayList<>(order);
        Collections.rotate(moved.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
        list.getSelectionModel().select(to);
        order = List.copyOf(moved);
        model.order(order);
        list.getSelectionModel().select(to);
    }

    private final class Cell extends ListCell<Step> {
        private static final String DRAGGED = "dragged";

        Cell() {
            setPrefWidth(0);
            setOnDragDetected(event -> {
                if (!isEmpty()) {
                    Dragboard board = startDragAndDrop(TransferMode.MOVE);
                    ClipboardContent content = new ClipboardContent();
                    content.putString(Integer.toString(getIndex()));
                    board.setContent(content);
                    event.consume();
                }
            });
            setOnDragOver(event -> {
                if (event.getGestureSource() instanceof Cell && event.getGestureSource() != this) {
                    event.acceptTransferModes(TransferMode.MOVE);
                    getStyleClass().remove(DRAGGED);
                    getStyleClass().add(DRAGGED);
                }
                event.consume();
            });
            setOnDragExited(_ -> getStyleClass().remove(DRAGGED));
            setOnDragDropped(event -> {
                if (event.getGestureSource() instanceof Cell source) {
                    move(source.getIndex(), isEmpty() ? order.size() - 1 : getIndex());
                    event.setDropCompleted(true);
                }
                event.consume();
            });
        }

        @Override
        protected void updateItem(@Nullable Step step, boolean empty) {
            super.updateItem(step, empty);
            if (empty || step == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label number = new Label(Integer.toString(getIndex() + 1));
            number.getStyleClass().add("simulation-number");
            Label name = new Label(step.participant().service());
            name.getStyleClass().add("service-name");
            Label table = new Label(step.participant().table().toString());
            table.getStyleClass().add("muted");
            HBox head = new HBox(8, name, table);
            head.setAlignment(Pos.BASELINE_LEFT);
            VBox words = new VBox(3, head);
            words.getChildren().addAll(outcome(step));
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            HBox line = new HBox(12, number, words, arrow(-1, Feather.CHEVRON_UP), arrow(1, Feather.CHEVRON_DOWN));
            line.setAlignment(Pos.TOP_LEFT);
            setGraphic(line);
            setAccessibleText((getIndex() + 1) + ", " + step.participant().service() + ": " + said(step));
        }

        private Button arrow(int by, Feather icon) {
            Button button = new Button(null, Icons.of(icon));
            button.getStyleClass().addAll("flat", "button-icon", "small");
            String words = by < 0 ? "Deploy earlier" : "Deploy later";
            button.setTooltip(new Tooltip(words + (by < 0 ? " (Alt+Up)" : " (Alt+Down)")));
            button.setAccessibleText(words);
            button.setFocusTraversable(false);
            button.setDisable(getIndex() + by < 0 || getIndex() + by >= order.size());
            button.setOnAction(_ -> move(getIndex(), getIndex() + by));
            return button;
        }
    }

    private static List<Node> outcome(Step step) {
        return switch (step.outcome()) {
            case Outcome.Refuses(String message) -> List.of(line("stops: " + message, Feather.X_OCTAGON, "state-bad"));
            case Outcome.Runs(List<Migration> runs, List<Migration> skipped) -> {
                List<Node> lines = new ArrayList<>();
                if (!runs.isEmpty()) {
                    lines.add(line("runs " + tags(runs), Feather.PLAY, "state-open"));
                }
                if (!skipped.isEmpty()) {
                    lines.add(line(
                            "skips " + tags(skipped) + ": not later than " + newest(step),
                            Feather.SKIP_FORWARD,
                            "state-bad"));
                }
                yield lines.isEmpty() ? List.of(line("nothing to run", Feather.CHECK, "state-good")) : lines;
            }
        };
    }

    private static String said(Step step) {
        return switch (step.outcome()) {
            case Outcome.Refuses(String message) -> "stops: " + message;
            case Outcome.Runs(List<Migration> runs, List<Migration> skipped) ->
                "runs " + runs.size() + ", skips " + skipped.size();
        };
    }

    private static String newest(Step step) {
        String time = Sentences.time(step.newest().map(row -> row.createdAt()).orElse(null));
        return switch (step.newestOf()) {
            case Owner.Of owner -> owner.tag() + " of " + owner.service() + ", " + time;
            case Owner.Unknown _ -> "a row of no file that is known, " + time;
        };
    }

    private static String tags(List<Migration> migrations) {
        return migrations.stream().map(Migration::tag).collect(Collectors.joining(", "));
    }

    private static Node line(String text, Feather icon, String style) {
        Label label = Pieces.wrapped(text);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(8, Icons.of(icon, style), label);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
