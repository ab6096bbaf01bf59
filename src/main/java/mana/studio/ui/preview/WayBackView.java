package mana.studio.ui.preview;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.design.Design;
import mana.studio.plan.Planner;
import mana.studio.plan.WayBack;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import org.kordamp.ikonli.feather.Feather;

/// The script that takes the changes back, and what it cannot bring back.
final class WayBackView extends BorderPane {
    private final Session session;
    private final CodePane code;
    private final VBox lost = new VBox(4);

    /// @param save writes a text into a file: what it is, and the text
    WayBackView(Session session, BiConsumer<String, String> save) {
        this.session = session;
        code = CodePane.readOnly(session.background());
        Button copy = new Button("Copy down script", Icons.of(Feather.COPY));
        copy.getStyleClass().add("small");
        copy.setOnAction(_ -> code.copyAll());
        Button file = new Button("Save down script…", Icons.of(Feather.DOWNLOAD));
        file.getStyleClass().add("small");
        file.setOnAction(_ -> save.accept("down", code.text().getValue()));
        HBox bar = new HBox(8, copy, file);
        bar.getStyleClass().add("preview-line");
        lost.getStyleClass().add("lost-notice");
        setTop(new VBox(bar, lost));
        setCenter(code);
        say(List.of());
    }

    /// Shows the way back of a forecast's plan.
    void show(Forecast forecast) {
        String title = "Planning the way back";
        session.background()
                .start(Job.of(title, _ -> of(forecast))
                        .quietly()
                        .superseding(code)
                        .whenDone(this::write)
                        .whenFailed(error -> setCenter(new FailurePane(Failure.of(title, error)))));
    }

    static WayBack of(Forecast forecast) {
        Design design = forecast.design();
        return Planner.wayBackOfDesign(
                design.base(), design.database(), design.current().labels());
    }

    /// Opens the search.
    void find() {
        code.find();
    }

    private void write(WayBack back) {
        say(back.lost());
        String sql = back.plan().sql();
        if (!sql.equals(code.text().getValue())) {
            code.setText(sql);
        }
        setCenter(code);
    }

    private void say(List<String> losses) {
        lost.getChildren().clear();
        losses.forEach(loss -> {
            Label label = new Label("Does not come back: " + loss, Icons.of(Feather.TRASH_2, "severity-danger"));
            label.setWrapText(true);
            lost.getChildren().add(label);
        });
        lost.setVisible(!losses.isEmpty());
        lost.setManaged(!losses.isEmpty());
    }
}
