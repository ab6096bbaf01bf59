package mana.studio.ui.locks;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Order;
import mana.studio.locks.release.Report;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What was done here to others' sessions, the newest first.
final class DonePane extends VBox {
    DonePane(ObservableList<Report> done, String file) {
        super(8);
        getStyleClass().add("lock-done");
        setId("lock-done");
        done.addListener((ListChangeListener<Report>) _ -> show(done, file));
        show(done, file);
    }

    private void show(ObservableList<Report> done, String file) {
        getChildren().clear();
        if (done.isEmpty()) {
            getChildren().add(Blocks.wrapped("Nothing was done here since this database was opened.", "muted"));
        }
        done.forEach(report -> getChildren().add(line(report)));
        getChildren().add(Blocks.wrapped("All of it is kept in " + file, "lock-note"));
    }

    private static Node line(Report report) {
        OutcomeWords words = OutcomeWords.of(report);
        Label time = new Label(LocalTime.ofInstant(report.begun(), ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString());
        time.getStyleClass().add("lock-caption");
        time.setMinWidth(Region.USE_PREF_SIZE);
        String reason = report.order().reason();
        Label text = Blocks.wrapped(
                did(report.order()) + " " + words.headline() + (reason.isEmpty() ? "" : " Reason: " + reason));
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(
                8,
                time,
                Icons.of(
                        words.good() ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE,
                        words.good() ? "icon-success" : "icon-warning"),
                text);
    }

    private static String did(Order order) {
        String key = order.lock().key().shown();
        return switch (order) {
            case Order.OfSession session ->
                (session.act() == Act.END ? "End session " : "Cancel the statement of ")
                        + session.evidence().target().pid() + " for lock " + key + ".";
            case Order.OfPrepared prepared ->
                (prepared.commits() ? "Commit " : "Roll back ")
                        + prepared.prepared().gid() + " for lock " + key + ".";
        };
    }
}
