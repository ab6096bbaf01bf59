package mana.studio.ui.migrate;

import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.apply.LineState;
import mana.studio.safety.Severity;
import mana.studio.safety.words.Consequence;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.BoxCell;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.LineLook;
import mana.studio.ui.kit.SqlText;
import org.kordamp.ikonli.feather.Feather;

/// The migrations that run and their statements, with how far each is.
final class RunList extends ListView<MigrateItem> {
    RunList(ObservableList<MigrateItem> items) {
        super(items);
        getStyleClass().add("apply-list");
        setAccessibleText("Migrations and statements");
        setCellFactory(_ -> new BoxCell<>(RunList::box));
    }

    private static Region box(MigrateItem item) {
        return switch (item) {
            case MigrateItem.File file -> head(file);
            case MigrateItem.Sent sent -> row(sent);
        };
    }

    private static Region head(MigrateItem.File file) {
        String tag = file.pending().migration().tag();
        int all = file.pending().pieces().size();
        Label title = new Label(tag, Icons.of(Feather.FILE_TEXT, "icon-column"));
        title.getStyleClass().add("apply-leg");
        title.setMinWidth(0);
        String far = file.committed()
                ? "applied"
                : file.done() == 0
                        ? Amounts.counted(all, "statement", "statements")
                        : file.done() + " of " + Amounts.counted(all, "statement", "statements");
        Label count = new Label(far);
        count.getStyleClass().add(file.committed() ? "migrate-applied" : "apply-reason");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(8, title, Blocks.gap(), count);
        box.getStyleClass().addAll("apply-head", "migrate-head");
        box.setAccessibleText("migration " + tag + ", " + far);
        return box;
    }

    private static Region row(MigrateItem.Sent sent) {
        LineLook look = LineLook.of(sent.state(), sent.runningMillis());
        Label number = new Label(String.valueOf(sent.piece().number()));
        number.getStyleClass().add("apply-number");
        number.setMinWidth(24);
        number.setAlignment(Pos.TOP_RIGHT);
        Label state = new Label(look.word(), Icons.of(look.icon(), look.style()));
        state.getStyleClass().addAll("apply-state", look.style());
        state.setMinWidth(96);
        Label time = new Label(look.time());
        time.getStyleClass().add("apply-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(number, state, texts(sent, look), time);
        row.getStyleClass().add("apply-row");
        row.setAccessibleText("statement " + sent.piece().number() + ", " + look.word() + ": "
                + sent.piece().sql().strip());
        return row;
    }

    private static VBox texts(MigrateItem.Sent sent, LineLook look) {
        VBox texts = new VBox(4);
        HBox.setHgrow(texts, Priority.ALWAYS);
        if (!sent.why().isEmpty()) {
            texts.getChildren().add(Blocks.wrapped(sent.why(), "apply-reason"));
        }
        SqlText sql = new SqlText();
        sql.show(sent.piece().sql().strip());
        texts.getChildren().add(sql);
        if (!look.detail().isEmpty()) {
            texts.getChildren().add(Blocks.wrapped(look.detail(), "apply-detail"));
        }
        if (sent.state() instanceof LineState.Failed failed) {
            texts.getChildren().add(Blocks.wrapped(LineLook.answer(failed.error()), "apply-error"));
        }
        if (sent.state() instanceof LineState.Pending) {
            sent.consequences().forEach(consequence -> texts.getChildren().add(consequence(consequence)));
        }
        return texts;
    }

    private static HBox consequence(Consequence consequence) {
        boolean danger = consequence.severity() == Severity.DANGER;
        return Blocks.marked(
                consequence.kind() == Consequence.Kind.LOSES_DATA ? Feather.TRASH_2 : Feather.ALERT_TRIANGLE,
                danger ? "icon-danger" : "icon-warning",
                Blocks.wrapped(consequence.text(), danger ? "apply-error" : "apply-detail"));
    }
}
