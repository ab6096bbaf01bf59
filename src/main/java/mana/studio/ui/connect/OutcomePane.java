package mana.studio.ui.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mana.studio.connection.ConnectFailure;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What becomes of an attempt, below the form: its progress with a way out, its failure with a way on.
final class OutcomePane extends StackPane {
    private final ConnectModel model;
    private final Consumer<String> useSslMode;
    private final Label countdown = new Label();
    private final Timeline clock =
            new Timeline(new KeyFrame(javafx.util.Duration.millis(250), _ -> count()));

    /// @param useSslMode connects again with another SSL mode
    OutcomePane(ConnectModel model, Consumer<String> useSslMode) {
        this.model = model;
        this.useSslMode = useSslMode;
        setId("outcome");
        setAlignment(Pos.TOP_LEFT);
        countdown.setId("countdown");
        countdown.getStyleClass().add("strong");
        clock.setCycleCount(Animation.INDEFINITE);
        model.outcome().subscribe(this::show);
    }

    private void show(Outcome outcome) {
        clock.stop();
        List<Node> shown = switch (outcome) {
            case Outcome.None _ -> List.of();
            case Outcome.Trying trying -> List.of(progress(new Label(trying.title() + " …")));
            case Outcome.Waiting waiting -> List.of(waiting(waiting));
            case Outcome.Failed failed -> List.of(new FailurePane(words(failed.failure()), fixes(failed.failure())));
            case Outcome.Broken broken -> List.of(new FailurePane(Failure.of("Connecting", broken.error())));
            case Outcome.Done done -> List.of(done(done.words()));
            case Outcome.OpenedBut opened -> List.of(openedBut(opened));
        };
        getChildren().setAll(shown);
    }

    private static Failure words(ConnectFailure failure) {
        return new Failure(
                "Tried " + failure.tried(),
                failure.headline(),
                failure.answer().isEmpty() ? null : failure.answer(),
                failure.sqlState(),
                failure.advice());
    }

    private Node[] fixes(ConnectFailure failure) {
        return switch (failure.kind()) {
            case SSL_REQUIRED -> new Node[] {fix("Connect with SSL", "require")};
            case SSL_UNAVAILABLE -> new Node[] {fix("Connect without SSL", "prefer")};
            default -> new Node[0];
        };
    }

    private Button fix(String words, String mode) {
        Button button = new Button(words);
        button.setOnAction(_ -> useSslMode.accept(mode));
        return button;
    }

    private Node progress(Node... texts) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(20, 20);
        wheel.setMinSize(20, 20);
        VBox words = new VBox(4, texts);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button cancel = new Button("Cancel");
        cancel.setId("cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> model.cancel());
        HBox line = new HBox(12, wheel, words, cancel);
        line.getStyleClass().add("outcome-line");
        return line;
    }

    private Node waiting(Outcome.Waiting waiting) {
        Label why = new Label(waiting.retry().failure().headline());
        why.setWrapText(true);
        why.getStyleClass().add("muted");
        count();
        clock.play();
        return progress(countdown, why);
    }

    private void count() {
        if (model.outcome().get() instanceof Outcome.Waiting waiting) {
            int attempt = waiting.retry().attempt() + 1;
            long seconds = (Duration.between(Instant.now(), waiting.next()).toMillis() + 999) / 1000;
            String of = "Attempt " + attempt + " of " + waiting.retry().of();
            countdown.setText(seconds > 0 ? of + " in " + seconds + " s" : of + " …");
        }
    }

    private static Node done(String words) {
        Label label = new Label(words);
        label.setId("done");
        label.setWrapText(true);
        HBox line = new HBox(12, Icons.of(Feather.CHECK_CIRCLE, "icon-success"), label);
        line.getStyleClass().addAll("outcome-line", "outcome-good");
        return line;
    }

    private Node openedBut(Outcome.OpenedBut opened) {
        Label problem = new Label(opened.problem());
        problem.setWrapText(true);
        HBox.setHgrow(problem, Priority.ALWAYS);
        problem.setMaxWidth(Double.MAX_VALUE);
        Button on = new Button("Open the database");
        on.setOnAction(_ -> model.accept(opened.workspace()));
        HBox line = new HBox(12, Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"), problem, on);
        line.getStyleClass().add("outcome-line");
        return line;
    }
}
