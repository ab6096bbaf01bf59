package mana.studio.ui.migrate;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.migrate.MigrateOutcome;
import mana.studio.drizzle.migrate.RunLog;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What became of it, and the log.
final class EndedPane extends VBox {
    private final Button again = new Button("Look again");

    EndedPane(MigrateModel model) {
        super(12);
        getStyleClass().add("apply-asking");
        Failure failure = model.failure().get();
        MigrateOutcome outcome = model.outcome().get();
        if (failure != null) {
            getChildren().add(new FailurePane(failure));
        }
        if (outcome != null) {
            getChildren().add(result(outcome));
        }
        if (!model.log().isEmpty()) {
            TextArea log = new TextArea(String.join("\n", model.log()));
            log.setEditable(false);
            log.setPrefRowCount(5);
            log.setWrapText(true);
            log.positionCaret(log.getLength());
            log.getStyleClass().add("migrate-log");
            log.setAccessibleText("Log");
            log.setId("migrate-log");
            getChildren().add(log);
        }
        Button copy = new Button("Copy log", Icons.of(Feather.COPY));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(String.join("\n", model.log()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        copy.setVisible(!model.log().isEmpty());
        again.setId("migrate-again");
        again.setOnAction(_ -> model.look());
        HBox row = new HBox(8, Blocks.gap(), copy, again);
        row.getStyleClass().add("apply-buttons");
        getChildren().add(row);
    }

    @Override
    public void requestFocus() {
        again.requestFocus();
    }

    private static Node result(MigrateOutcome outcome) {
        Look look = switch (outcome) {
            case MigrateOutcome.Applied _ -> new Look("apply-success", Feather.CHECK_CIRCLE, "icon-success");
            case MigrateOutcome.NothingToDo _ -> new Look("apply-success", Feather.CHECK_CIRCLE, "icon-success");
            case MigrateOutcome.LockTimeout _ -> new Look("apply-warning", Feather.LOCK, "icon-warning");
            case MigrateOutcome.Refused _ -> new Look("apply-warning", Feather.ALERT_TRIANGLE, "icon-warning");
            case MigrateOutcome.Cancelled _ -> new Look("apply-warning", Feather.STOP_CIRCLE, "icon-warning");
            case MigrateOutcome.Unreachable _ -> new Look("apply-danger", Feather.WIFI_OFF, "icon-danger");
            case MigrateOutcome.Failed _ -> new Look("apply-danger", Feather.X_CIRCLE, "icon-danger");
            case MigrateOutcome.Lost _ -> new Look("apply-danger", Feather.HELP_CIRCLE, "icon-danger");
        };
        return Blocks.box(
                look.style(), Blocks.marked(look.icon(), look.mark(), Blocks.wrapped(RunLog.ended(outcome), "strong")));
    }

    private record Look(String style, Feather icon, String mark) {}
}
