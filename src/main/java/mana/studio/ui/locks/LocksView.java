package mana.studio.ui.locks;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import mana.studio.locks.release.Act;
import mana.studio.locks.watch.Sight;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.EmptyState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The lock board: the verdict, the tree of who holds what and who waits, the evidence for what is selected, and what
/// was done here.
public final class LocksView extends BorderPane {
    private final LockBoard board;
    private final LockBoardModel model;
    private final LockActs acts;
    private final LockCopies copies;
    private final LockTable table;
    private final TopStrip strip;
    private final StaleBanner stale;
    private final NarrowingBar narrowing;
    private final Button cancel = ReleaseSheet.button("Cancel its statement", Feather.SLASH, () -> ask(Act.CANCEL));
    private final Button end = ReleaseSheet.button("End its session", Feather.X_OCTAGON, () -> ask(Act.END));
    private final Label obstacle = new Label();
    private final Timeline clock;
    private final Subscription onScreen;

    LocksView(LockBoard board) {
        this.board = board;
        this.model = board.model();
        copies = new LockCopies(
                board, () -> getScene() == null ? null : getScene().getWindow());
        acts = new LockActs(board, () -> getScene() == null ? null : getScene().getWindow(), copies::statement);
        table = new LockTable(model);
        narrowing = new NarrowingBar(model, links());
        stale = new StaleBanner(model);
        Button runbook = ReleaseSheet.button("Runbook", Feather.BOOK_OPEN, this::runbook);
        runbook.setTooltip(new Tooltip("What to do about a stuck lock (F1)"));
        Button settings = ReleaseSheet.button("Settings…", Feather.SLIDERS, this::settings);
        strip = new TopStrip(model, settings, runbook);
        getStyleClass().add("lock-board");
        setTop(new VBox(strip, stale, new VerdictBand(model), narrowing));
        setCenter(middle());
        setBottom(foot());
        model.selected().subscribe((_, _) -> offers());
        model.sight().subscribe((_, _) -> offers());
        offers();
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        // A tab that is not chosen stays in the scene, but what holds its content is not visible.
        onScreen = parentProperty()
                .flatMap(Parent::visibleProperty)
                .orElse(false)
                .subscribe(visible -> shown(Boolean.TRUE.equals(visible)));
    }

    /// The keys that act on the board, with what they do.
    public static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("C", "Cancel the statement of what is selected");
        keys.put("K", "End its session");
        keys.put("Space", "Pause, or go on");
        keys.put("Y", "Copy the statement for psql");
        keys.put("Left, Right", "Close or open a row");
        keys.put("F1", "Runbook: a lock is stuck, what now?");
        return keys;
    }

    private void shown(boolean visible) {
        model.shown(visible);
        if (visible) {
            clock.play();
        } else {
            clock.stop();
        }
    }

    private void tick() {
        table.tick();
        strip.tick();
        stale.tick();
    }

    private Node middle() {
        StackPane upper = new StackPane(table, nothing());
        SplitPane split = new SplitPane(upper, lower());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.5);
        return split;
    }

    private Node nothing() {
        EmptyState calm = new EmptyState(
                Feather.CHECK_CIRCLE,
                "Nothing to do",
                "An advisory lock shows here as soon as a session of this server holds it: a migration, a leader, a"
                        + " job.");
        EmptyState filtered = new EmptyState(
                Feather.FILTER,
                "Nothing fits",
                "Locks are held, but none of them fits the filter.",
                ReleaseSheet.button("Show all", Feather.X, this::showAll));
        StackPane both = new StackPane(calm, filtered);
        Runnable update = () -> {
            Sight sight = model.sight().get();
            boolean empty = model.rows().isEmpty() && sight.board() != null;
            both.setVisible(empty);
            calm.setVisible(empty && sight.assessments().isEmpty());
            filtered.setVisible(empty && !sight.assessments().isEmpty());
        };
        model.sight().subscribe(_ -> update.run());
        model.rows().subscribe(update);
        both.getStyleClass().add("lock-nothing");
        return both;
    }

    private void showAll() {
        model.narrowing().set(Narrowing.NONE);
    }

    private Node lower() {
        ToggleButton evidence = new ToggleButton("Evidence");
        ToggleButton done = new ToggleButton("Done here");
        evidence.getStyleClass().add("left-pill");
        done.getStyleClass().add("right-pill");
        evidence.setMinWidth(USE_PREF_SIZE);
        done.setMinWidth(USE_PREF_SIZE);
        ToggleGroup pages = new ToggleGroup();
        pages.getToggles().setAll(evidence, done);
        pages.selectToggle(evidence);
        Node ofRow = scroll(new EvidencePane(model, acts));
        Node ofActs = scroll(new DonePane(board.done(), board.auditFile()));
        BorderPane pane = new BorderPane(ofRow);
        pages.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                pages.selectToggle(before);
            } else {
                pane.setCenter(now == done ? ofActs : ofRow);
            }
        });
        board.done()
                .subscribe(() -> done.setText(
                        board.done().isEmpty()
                                ? "Done here"
                                : "Done here (" + board.done().size() + ")"));
        HBox bar = new HBox(8, new HBox(evidence, done), Blocks.gap(), naming(), copies.menu());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("lock-lower-bar");
        pane.setTop(bar);
        return pane;
    }

    private Node naming() {
        Button name = ReleaseSheet.button("Name this lock…", Feather.TAG, this::name);
        name.disableProperty()
                .bind(model.selected()
                        .map(row -> row == null || row.assessment().isEmpty())
                        .orElse(true));
        return name;
    }

    private void name() {
        Row row = model.selected().get();
        if (row != null) {
            row.assessment()
                    .flatMap(assessment -> new NameDialog(getScene().getWindow(), assessment).ask())
                    .ifPresent(board::name);
        }
    }

    private static Node scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("lock-scroll");
        return scroll;
    }

    private Node foot() {
        cancel.setId("lock-cancel");
        cancel.setTooltip(new Tooltip("Stops what the session runs; the session stays (C)"));
        end.setId("lock-end");
        end.getStyleClass().add("danger");
        end.setTooltip(new Tooltip("Ends the session; what it holds is freed (K)"));
        obstacle.setId("lock-obstacle");
        obstacle.setWrapText(true);
        obstacle.getStyleClass().add("lock-obstacle");
        Label notice = new Label();
        notice.textProperty().bind(copies.notice());
        notice.getStyleClass().add("muted");
        HBox foot = new HBox(8, obstacle, Blocks.gap(), notice, copies.forDba(), cancel, end);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("lock-foot");
        return foot;
    }

    private void offers() {
        Offer cancelling = model.offer(Act.CANCEL);
        Offer ending = model.offer(Act.END);
        cancel.setDisable(!cancelling.isOpen());
        end.setDisable(!ending.isOpen());
        obstacle.setText(
                !ending.isOpen() ? ending.obstacle() : cancelling.isOpen() ? "" : "Cancel: " + cancelling.obstacle());
        copies.offer(ending);
    }

    private void ask(Act act) {
        acts.ask(act);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.getTarget() instanceof TextInputControl) {
            return;
        }
        Runnable action = event.getCode() == KeyCode.F1 ? this::runbook : letter(event);
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    /// Letters act only from the table: elsewhere Space presses the button that has the focus.
    private @Nullable Runnable letter(KeyEvent event) {
        boolean inTable = event.getTarget() instanceof Node node && (node == table || isInside(node));
        if (!inTable) {
            return null;
        }
        return switch (event.getCode()) {
            case C -> () -> ask(Act.CANCEL);
            case K -> () -> ask(Act.END);
            case Y -> copies::psql;
            case SPACE -> () -> model.pause(!model.paused().get());
            default -> null;
        };
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == table) {
                return true;
            }
        }
        return false;
    }

    /// To what is not an advisory lock, and why a lock has no button for unlocking it.
    private Node links() {
        Hyperlink all = new Hyperlink("All sessions");
        all.setTooltip(new Tooltip("Activity: every session, and locks that are not advisory ones"));
        all.setOnAction(_ -> model.showActivity());
        Hyperlink why = new Hyperlink("Why can’t I unlock it?");
        why.setId("lock-why");
        why.setOnAction(_ -> LockHelp.why(getScene().getWindow()));
        HBox links = new HBox(8, all, why);
        links.setAlignment(Pos.CENTER_RIGHT);
        return links;
    }

    private void runbook() {
        LockHelp.runbook(getScene().getWindow());
    }

    private void settings() {
        new SettingsDialog(board).show(getScene().getWindow());
    }

    /// F5: looks at once.
    public void refresh() {
        model.lookNow();
    }

    /// Ctrl+F: to the search.
    public void find() {
        narrowing.find();
    }

    /// The tab is gone; the board goes on watching for its badge.
    public void close() {
        onScreen.unsubscribe();
        clock.stop();
        model.shown(false);
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }
}
