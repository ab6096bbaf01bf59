package mana.studio.ui.apply;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mana.studio.apply.Durations;
import mana.studio.apply.Line;
import mana.studio.apply.Patience;
import mana.studio.apply.Permission;
import mana.studio.apply.PhasedPlan;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What a person must say before it runs: that losses are meant, which database it is, how patient it shall be.
final class AskingPane extends VBox {
    private static final List<Duration> LOCKS = List.of(
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1));

    private final ApplyModel model;
    private final Button apply = new Button();

    AskingPane(ApplyModel model) {
        super(12);
        this.model = model;
        getStyleClass().add("apply-asking");
        List<Line> losses = model.order().get().course().losses();
        if (!losses.isEmpty()) {
            getChildren().add(losses(losses));
        }
        if (model.asksForCondition()) {
            getChildren().add(condition());
        }
        switch (model.permission()) {
            case Permission.Free _ -> {}
            case Permission.TypeName name -> getChildren().add(name(name));
            case Permission.Refused refused -> getChildren().add(refusal(refused));
        }
        getChildren().add(buttons());
    }

    @Override
    public void requestFocus() {
        Node first = lookup(".check-box");
        Node field = lookup("#apply-name");
        (first != null ? first : field != null ? field : apply).requestFocus();
    }

    private Node losses(List<Line> losses) {
        VBox box = Blocks.box(
                "apply-danger",
                Blocks.marked(
                        Feather.TRASH_2,
                        "icon-danger",
                        Blocks.wrapped(
                                "This destroys data, which no undo brings back. Say that it is meant:", "strong")));
        for (Line line : losses) {
            CheckBox tick = new CheckBox("Statement " + line.number() + " destroys " + line.loss());
            tick.setWrapText(true);
            tick.setMnemonicParsing(false);
            tick.selectedProperty().subscribe(on -> {
                if (on) {
                    model.accepted().add(line.number());
                } else {
                    model.accepted().remove(line.number());
                }
            });
            box.getChildren().add(tick);
        }
        return box;
    }

    /// No studio sees which code runs.
    private Node condition() {
        PhasedPlan plan = Objects.requireNonNull(model.order().get().plan());
        CheckBox tick = new CheckBox(PhaseWords.condition(plan.phase()));
        tick.setId("apply-condition");
        tick.setWrapText(true);
        tick.setMnemonicParsing(false);
        tick.selectedProperty().bindBidirectional(model.condition());
        return Blocks.box(
                "apply-warning",
                Blocks.marked(
                        Feather.FLAG,
                        "icon-warning",
                        Blocks.wrapped("This phase waits for the code that runs. Say that it is so:", "strong")),
                tick);
    }

    private Node name(Permission.TypeName name) {
        TextField field = new TextField();
        field.setId("apply-name");
        field.setPromptText(name.database());
        field.setMaxWidth(320);
        field.textProperty().bindBidirectional(model.typed());
        Label label = Blocks.wrapped(name.why() + " Type its name to apply: " + name.database(), "strong");
        label.setLabelFor(field);
        field.setAccessibleText("Name of the database");
        return Blocks.box("apply-warning", Blocks.marked(Feather.ALERT_TRIANGLE, "icon-warning", label), field);
    }

    private static Node refusal(Permission.Refused refused) {
        return Blocks.box(
                "apply-warning",
                Blocks.marked(
                        Feather.LOCK,
                        "icon-warning",
                        new VBox(4, Blocks.wrapped(refused.why(), "strong"), Blocks.wrapped(refused.remedy()))));
    }

    private Node buttons() {
        int statements = model.order().get().course().lines().size();
        apply.setText("Apply " + Amounts.counted(statements, "statement", "statements"));
        apply.setId("apply-now");
        apply.getStyleClass().add("accent");
        apply.setGraphic(Icons.of(Feather.CHECK_CIRCLE));
        apply.disableProperty().bind(model.ready().not());
        apply.setOnAction(_ -> model.apply());
        apply.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, patience(), apply);
        row.getStyleClass().add("apply-buttons");
        return row;
    }

    private Node patience() {
        ComboBox<Duration> lock = new ComboBox<>();
        lock.setId("apply-lock");
        lock.getItems().setAll(LOCKS);
        lock.setConverter(new Words());
        lock.setValue(model.patience().get().lock());
        lock.setAccessibleText("Longest wait for a lock");
        Spinner<Integer> retries = new Spinner<>(0, 100, model.patience().get().retries());
        retries.setId("apply-retries");
        retries.setEditable(true);
        retries.setPrefWidth(84);
        retries.getEditor().setAccessibleText("Retries");
        Tooltip why = new Tooltip("Whoever waits for a lock makes everybody behind it wait too. So it gives way after a"
                + " while, lets the others pass, and comes back after a growing pause.");
        why.setWrapText(true);
        why.setMaxWidth(360);
        lock.setTooltip(why);
        Runnable changed = () ->
                model.patience().set(new Patience(lock.getValue(), retries.getValue(), Patience.STANDARD.pause()));
        lock.valueProperty().subscribe(_ -> changed.run());
        retries.valueProperty().subscribe(value -> {
            if (value != null) {
                changed.run();
            }
        });
        // Where there is no room beside the button, it goes in two lines.
        FlowPane both = new FlowPane(
                8,
                8,
                together(label("Give way after"), lock),
                together(label("without a lock, try again"), retries, label("times")));
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private static Label label(String words) {
        Label label = new Label(words);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Node together(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.getStyleClass().add("apply-patience");
        return row;
    }

    private static final class Words extends StringConverter<Duration> {
        @Override
        public String toString(Duration duration) {
            return duration == null ? "" : Durations.text(duration).replace(".0", "");
        }

        @Override
        public Duration fromString(String text) {
            return LOCKS.stream()
                    .filter(lock -> toString(lock).equals(text))
                    .findFirst()
                    .orElse(Patience.STANDARD.lock());
        }
    }
}
