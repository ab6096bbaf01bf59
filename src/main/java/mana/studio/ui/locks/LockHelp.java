package mana.studio.ui.locks;

import javafx.scene.control.ButtonType;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.locks.report.Runbook;
import mana.studio.ui.kit.Blocks;

/// Explains: what to do about a stuck lock, and why nobody can unlock it from outside.
final class LockHelp {
    private LockHelp() {}

    static void why(Window owner) {
        VBox texts = new VBox(
                12,
                Blocks.wrapped(
                        "An advisory lock belongs to the session that took it, and only that session can give it "
                                + "back: by unlocking it, by ending its transaction, or by ending itself."),
                Blocks.wrapped(
                        "From every other session the server answers false, with a warning, and the lock stays:"),
                Blocks.sql(
                        "SELECT pg_advisory_unlock(987654321);\n-- WARNING:  you don't own a lock of type ExclusiveLock"
                                + "\n-- f"),
                Blocks.wrapped(
                        "So there is no button that unlocks. What helps is to stop the program that holds it, or "
                                + "to end its session: then the server frees all that it held at once."),
                Blocks.wrapped(
                        "That an unlock from outside seems to work at times has a reason: behind a pooler it may by"
                                + " luck be sent over the very connection that holds the lock.",
                        "muted"));
        texts.getStyleClass().add("lock-help");
        LockDialogs.of(owner, "Why can’t I unlock it?", texts, ButtonType.CLOSE).show();
    }

    static void runbook(Window owner) {
        VBox texts = new VBox(16);
        texts.getStyleClass().add("lock-help");
        int number = 1;
        for (Runbook.Step step : Runbook.STEPS) {
            VBox lines =
                    new VBox(4, Blocks.wrapped(number++ + ". " + step.title(), "strong"), Blocks.wrapped(step.text()));
            if (!step.example().isEmpty()) {
                lines.getChildren().add(Blocks.sql(step.example().strip()));
            }
            texts.getChildren().add(lines);
        }
        ScrollPane scroll = new ScrollPane(texts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("apply-scroll");
        scroll.setPrefHeight(480);
        LockDialogs.of(owner, Runbook.TITLE, scroll, ButtonType.CLOSE).show();
    }
}
