package mana.studio.ui.console;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.console.AdvisoryUnlock;
import mana.studio.console.SessionState.Held;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Navigator.Screen;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What a console says beside the results: a hint under the editor before something runs, banners after it.
final class Remarks {
    private final Navigator navigator;
    private final Label hintText = Blocks.wrapped("", "hint-text");
    private final HBox hint;
    private final VBox banners = new VBox();
    private final VBox inVain = new VBox();
    private final VBox ended = new VBox();
    private final VBox failure = new VBox();
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label time = new Label();
    private final HBox running = new HBox(8, bar, time);

    Remarks(Navigator navigator) {
        this.navigator = navigator;
        HBox.setHgrow(hintText, Priority.ALWAYS);
        Hyperlink board = new Hyperlink("Open the lock board");
        board.setMinWidth(Hyperlink.USE_PREF_SIZE);
        board.setOnAction(_ -> navigator.open(Screen.LOCKS));
        hint = new HBox(8, Icons.of(Feather.INFO), hintText, board);
        hint.getStyleClass().add("console-hint");
        hint.setId("console-hint");
        show(hint, false);
        banners.getChildren().setAll(failure, ended, inVain);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("thin-progress");
        running.getStyleClass().add("console-running");
        show(running, false);
    }

    /// Below the editor.
    Node hint() {
        return hint;
    }

    /// Above the results.
    Node banners() {
        return banners;
    }

    /// Below the buttons.
    Node running() {
        return running;
    }

    /// Says before it runs what will come of a statement that gives an advisory lock back.
    void advise(String sql, Set<Held> held) {
        Optional<String> advice = AdvisoryUnlock.in(sql).flatMap(unlock -> unlock.advice(held));
        hintText.setText(advice.orElse(""));
        showHint();
    }

    /// After it ran the banner says it.
    private void showHint() {
        show(hint, !hintText.getText().isEmpty() && inVain.getChildren().isEmpty());
    }

    /// Says what it means that nothing was released.
    void showInVain(Optional<AdvisoryUnlock> call) {
        inVain.getChildren().clear();
        call.ifPresent(unlock -> {
            String lock = unlock.key() == null ? "That lock" : "Lock " + unlock.key();
            VBox texts = new VBox(
                    4,
                    Blocks.wrapped(lock + " was not released", "strong"),
                    Blocks.wrapped(
                            "An advisory lock can be released only by its own session, and this console's session does"
                                    + " not hold it. The server answered false, with the warning 01000, and nothing"
                                    + " changed."),
                    Blocks.wrapped("Whoever holds it must give it back, or its session must end: the lock then goes at"
                            + " once."));
            Button board = new Button("Open the lock board");
            board.setOnAction(_ -> navigator.open(Screen.LOCKS));
            texts.getChildren().add(board);
            banner(inVain, Feather.LOCK, texts);
        });
        showHint();
    }

    /// Says that the server ended the session.
    void showEnded(String words) {
        ended.getChildren().clear();
        if (!words.isEmpty()) {
            banner(ended, Feather.ALERT_TRIANGLE, new VBox(Blocks.wrapped(words)));
        }
    }

    void showFailure(@Nullable Failure broken) {
        failure.getChildren().clear();
        if (broken != null) {
            failure.getChildren().add(new FailurePane(broken));
        }
    }

    private static void banner(VBox place, Ikon icon, VBox texts) {
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox banner = new HBox(12, Icons.of(icon, "banner-icon"), texts);
        banner.getStyleClass().add("console-banner");
        place.getChildren().add(banner);
    }

    /// How long it runs; negative for nothing. Short things show nothing.
    void showRunning(Duration lasted) {
        show(running, lasted.toMillis() >= 300);
        time.setText("Running for " + Durations.ticking(lasted));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
