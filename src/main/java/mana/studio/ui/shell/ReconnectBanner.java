package mana.studio.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.connection.ConnectionState;
import mana.studio.connection.ConnectionState.Lost;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Says that the server is gone and when the studio tries again; what is on screen stays.
final class ReconnectBanner extends HBox {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Label headline = new Label();
    private final Label detail = new Label();

    ReconnectBanner(Runnable tryNow) {
        getStyleClass().add("lost-banner");
        setId("lost-banner");
        headline.getStyleClass().add("strong");
        detail.getStyleClass().add("muted");
        VBox texts = new VBox(2, headline, detail);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button again = new Button("Try now");
        again.setOnAction(_ -> tryNow.run());
        getChildren().addAll(Icons.of(Feather.WIFI_OFF, "icon-danger"), texts, again);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void hide() {
        setVisible(false);
    }

    void show(ConnectionState state) {
        setVisible(state instanceof Lost);
        if (state instanceof Lost lost) {
            headline.setText("The server is gone since " + CLOCK.format(lost.since()) + ". What you see is from before.");
            detail.setText(lost.failure().headline() + " " + next(lost));
        }
    }

    private static String next(Lost lost) {
        long seconds = Math.max(0, Duration.between(Instant.now(), lost.next()).toSeconds());
        return seconds == 0
                ? "Attempt " + (lost.attempt() + 1) + " runs."
                : "Attempt " + (lost.attempt() + 1) + " in " + seconds + " s.";
    }
}
