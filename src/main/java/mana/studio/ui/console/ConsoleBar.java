package mana.studio.ui.console;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import mana.studio.console.SessionState;
import mana.studio.console.SessionState.OpenTransaction;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The line above the editor: running, cancelling, explaining, the transaction, history, files.
final class ConsoleBar extends HBox {
    private final ConsoleModel model;
    private final Label age = new Label();
    private final Button commit;
    private final Button rollBack;
    private final ToggleButton manual = new ToggleButton("Transaction");
    private final Button history;
    private final HBox transaction;

    /// What the buttons do.
    interface Actions {
        void run();

        void runAll();

        void explain(boolean analyse);

        void history();

        void openFile();

        void saveFile(boolean as);
    }

    ConsoleBar(ConsoleModel model, Actions actions) {
        this.model = model;
        getStyleClass().addAll("data-toolbar", "console-bar");
        Button run = button(
                "Run",
                Feather.PLAY,
                "Run the statement under the caret, or what is selected (Ctrl+Enter)",
                actions::run);
        run.setId("console-run");
        run.getStyleClass().add("accent");
        Button all =
                button("Run all", Feather.FAST_FORWARD, "Run the whole script (Ctrl+Shift+Enter)", actions::runAll);
        Button cancel = button("Cancel", Feather.SQUARE, "Stop what runs, on the server too (Ctrl+F2)", model::cancel);
        cancel.setId("console-cancel");
        run.disableProperty().bind(model.running());
        all.disableProperty().bind(model.running());
        cancel.disableProperty().bind(model.running().not());
        MenuButton explain = new MenuButton("Explain", Icons.of(Feather.GIT_MERGE));
        explain.getItems()
                .setAll(
                        item("Explain (F7)", () -> actions.explain(false)),
                        item("Explain and analyse (Shift+F7)", () -> actions.explain(true)));
        explain.getStyleClass().add("explain");
        explain.disableProperty().bind(model.running());
        commit = button("Commit", Feather.CHECK, "Keep what the open transaction changed", () -> model.end(true));
        rollBack = button(
                "Roll back", Feather.CORNER_UP_LEFT, "Undo what the open transaction changed", () -> model.end(false));
        manual.setTooltip(
                new Tooltip("On: statements wait for Commit, in one transaction. Off: each is committed by itself."));
        manual.setOnAction(_ -> model.setManual(manual.isSelected()));
        age.getStyleClass().add("transaction-age");
        age.setId("transaction-age");
        transaction = new HBox(6, age, commit, rollBack);
        transaction.getStyleClass().add("data-tools");
        history = button("", Feather.CLOCK, "What was run before (Ctrl+Alt+E)", actions::history);
        MenuButton files = new MenuButton("", Icons.of(Feather.FILE_TEXT));
        files.getStyleClass().addAll("flat", "no-arrow", "button-icon");
        files.setAccessibleText("Files");
        files.setTooltip(new Tooltip("Open and save files"));
        files.getItems()
                .setAll(
                        item("Open file…", actions::openFile),
                        item("Save (Ctrl+S)", () -> actions.saveFile(false)),
                        item("Save as…", () -> actions.saveFile(true)));
        setSpacing(6);
        getChildren().addAll(run, all, cancel, explain, rule(), manual, transaction, Blocks.gap(), history, files);
        model.state().subscribe(_ -> show());
        model.running().subscribe(_ -> show());
    }

    private static Node rule() {
        return new Separator(javafx.geometry.Orientation.VERTICAL);
    }

    Node historyButton() {
        return history;
    }

    /// Shows what the session is in, and how long.
    void show() {
        SessionState state = model.state().get();
        OpenTransaction open = state.transaction();
        boolean running = model.running().get();
        manual.setSelected(state.manual());
        manual.setDisable(running || open != null);
        transaction.setVisible(open != null);
        transaction.setManaged(open != null);
        commit.setDisable(running || open == null || open.failed());
        rollBack.setDisable(running || open == null);
        age.setText(open == null ? "" : words(open));
        age.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("failed"), open != null && open.failed());
    }

    private static String words(OpenTransaction open) {
        String age = Durations.ticking(Duration.between(open.since(), Instant.now()));
        if (open.failed()) {
            return "Failed transaction, open for " + age;
        }
        Duration left = open.idleLimit().minus(Duration.between(open.idleFrom(), Instant.now()));
        String end = open.idleLimit().isZero() ? "" : ", ends idle in " + Durations.ticking(left);
        return "Open for " + age + end;
    }

    private static Button button(String text, Ikon icon, String tooltip, Runnable action) {
        Button button = new Button(text, Icons.of(icon));
        button.setTooltip(new Tooltip(tooltip));
        button.setOnAction(_ -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        if (text.isEmpty()) {
            button.getStyleClass().addAll("flat", "button-icon");
            button.setAccessibleText(tooltip);
        }
        return button;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
