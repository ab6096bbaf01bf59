package mana.studio.ui.activity;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import mana.studio.locks.activity.Activity;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Audit;
import mana.studio.locks.release.Outcome;
import mana.studio.ui.activity.ActivityModel.Did;
import mana.studio.ui.activity.Narrowing.Which;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The sessions of the server, who waits for whom, and ending one of them.
public final class ActivityView extends BorderPane {
    private final ActivityModel model;
    private final SessionTable table;
    private final EvidencePane evidence;
    private final TextField search = new TextField();
    private final Label summary = new Label();
    private final Button pause = new Button();
    private final VBox foot = new VBox();
    private final Timeline clock;
    private @Nullable Line chosen;

    public ActivityView(Session session, Audit audit) {
        model = new ActivityModel(session, audit);
        table = new SessionTable(model);
        evidence = new EvidencePane(model, this::ask);
        getStyleClass().add("activity");
        table.setPlaceholder(new EmptyState(
                Feather.ACTIVITY,
                "No session is shown",
                "Nobody does what is looked for, or the search finds nothing."));
        SplitPane split = new SplitPane(table, evidence);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.62);
        setTop(bar());
        setCenter(split);
        setBottom(foot);
        table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.activity().subscribe(this::follow);
        model.failure().subscribe((_, _) -> setFoot());
        model.outcome().subscribe((_, _) -> setFoot());
        model.paused().subscribe(this::showPaused);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> table.refresh()));
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> visible(scene != null));
    }

    private void visible(boolean on) {
        model.shown(on);
        if (on) {
            clock.play();
        } else {
            clock.stop();
        }
    }

    private Node bar() {
        ToggleGroup group = new ToggleGroup();
        HBox pills = new HBox();
        pills.setAlignment(Pos.CENTER_LEFT);
        for (Which which : Which.values()) {
            ToggleButton button = new ToggleButton(which.words());
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setUserData(which);
            button.getStyleClass()
                    .add(which == Which.ALL ? "left-pill" : which == Which.BLOCKING ? "right-pill" : "center-pill");
            button.setSelected(which == Which.ALL);
            pills.getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                model.narrow(model.narrowing().get().with((Which) now.getUserData()));
            }
        });
        search.setPromptText("Search (Ctrl+F)");
        search.setAccessibleText("Search sessions");
        search.setMinWidth(140);
        search.textProperty()
                .subscribe((_, words) -> model.narrow(model.narrowing().get().searching(words)));
        CheckBox all = new CheckBox("Ours and the server's");
        all.setMinWidth(USE_PREF_SIZE);
        all.selectedProperty()
                .subscribe((_, on) -> model.narrow(model.narrowing().get().withAll(on)));
        pause.setOnAction(_ -> model.pause(!model.paused().get()));
        pause.setMinWidth(USE_PREF_SIZE);
        summary.getStyleClass().add("muted");
        HBox bar = new HBox(8, pills, search, all, Blocks.gap(), pause);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("activity-bar");
        HBox strip = new HBox(summary);
        strip.getStyleClass().add("activity-strip");
        return new VBox(bar, strip);
    }

    private void showPaused(boolean paused) {
        pause.setText(paused ? "Go on" : "Pause");
        pause.setGraphic(Icons.of(paused ? Feather.PLAY : Feather.PAUSE));
        pause.setAccessibleText(paused ? "Go on looking" : "Pause looking");
    }

    private void follow(@Nullable Activity activity) {
        summary.setText(activity == null ? "" : ActivityWords.summary(activity, model.slots()));
        Line before = chosen;
        if (before == null) {
            return;
        }
        // Whoever is looked at stays selected, wherever it stands now.
        Optional<Line> now = model.now(before);
        now.ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        now.ifPresent(evidence::show);
    }

    private void choose(@Nullable Line line) {
        if (line != null || model.lines().stream().noneMatch(one -> chosen != null && one.same(chosen))) {
            chosen = line;
            evidence.show(line);
        }
    }

    private void pressed(KeyEvent event) {
        if (search.isFocused() || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCode()) {
            case C -> act(Act.CANCEL, event);
            case K -> act(Act.END, event);
            case SPACE -> {
                if (table.isFocused()) {
                    model.pause(!model.paused().get());
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void act(Act act, KeyEvent event) {
        Line line = chosen;
        if (line != null) {
            event.consume();
            ask(act, line);
        }
    }

    private void ask(Act act, Line line) {
        if (model.hindrance(act, line).isPresent()) {
            return;
        }
        new EndDialog(
                        getScene().getWindow(),
                        model.session().workspace().profile().environment(),
                        act,
                        line)
                .ask(reason -> model.act(act, line, reason));
    }

    private void setFoot() {
        foot.getChildren().clear();
        Failure failure = model.failure().get();
        Did did = model.outcome().get();
        if (failure != null) {
            foot.getChildren().add(new FailurePane(failure));
        } else if (did != null) {
            boolean good = did.outcome() instanceof Outcome.Done;
            HBox line = Blocks.marked(
                    good ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE,
                    good ? "icon-success" : "icon-warning",
                    Blocks.wrapped(ActivityWords.of(did)));
            line.getStyleClass().add("activity-foot");
            foot.getChildren().add(line);
        }
    }

    /// F5.
    public void refresh() {
        model.look();
    }

    /// Ctrl+F.
    public void find() {
        search.requestFocus();
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    public void close() {
        clock.stop();
        model.close();
    }
}
