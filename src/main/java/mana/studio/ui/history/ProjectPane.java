package mana.studio.ui.history;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.history.History;
import mana.studio.drizzle.project.Overlap;
import mana.studio.drizzle.project.Project;
import mana.studio.ui.history.HistoryModel.Loaded;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The project: its services, and below them where they get in each other's way and what has to be asked.
final class ProjectPane extends BorderPane {
    private static final String NAMED = "Databases in .env files";

    private final HistoryModel model;
    private final ServiceList services;
    private final DatabaseList databases;
    private final VBox findings = new VBox(8);
    private final Label caption = new Label();
    private final SplitPane split = new SplitPane();
    private final BorderPane lower;

    ProjectPane(Session session, HistoryModel model) {
        this.model = model;
        databases = new DatabaseList(session);
        services = new ServiceList(model::choose);
        getStyleClass().add("project-pane");
        setMinWidth(180);
        findings.getStyleClass().add("project-findings");
        ScrollPane scroll = new ScrollPane(findings);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("history-scroll");
        caption.getStyleClass().add("project-caption");
        lower = new BorderPane(scroll);
        lower.setTop(caption);
        split.setOrientation(javafx.geometry.Orientation.VERTICAL);
        setCenter(split);
        model.loaded().subscribe(this::show);
        model.chosen().subscribe(history -> show(history));
    }

    void focusList() {
        services.requestFocus();
    }

    private void show(@Nullable Loaded loaded) {
        if (loaded == null) {
            return;
        }
        services.show(loaded, model.chosen().get());
        List<Node> all = new ArrayList<>();
        loaded.project().questions().forEach(question -> all.add(question(question)));
        loaded.project().overlaps().forEach(overlap -> all.add(overlap(overlap)));
        loaded.project().problems().forEach(problem -> all.add(Pieces.warning(problem, "muted-icon")));
        List<Node> named = databases.of(loaded.project().environments());
        caption.setText(all.isEmpty() ? NAMED : all.size() == 1 ? "1 finding" : all.size() + " findings");
        if (!all.isEmpty() && !named.isEmpty()) {
            Label below = new Label(NAMED);
            below.getStyleClass().add("project-subcaption");
            all.add(below);
        }
        all.addAll(named);
        findings.getChildren().setAll(all);
        if (all.isEmpty()) {
            split.getItems().setAll(services);
        } else if (split.getItems().size() != 2) {
            split.getItems().setAll(services, lower);
            split.setDividerPositions(0.64);
        }
    }

    private void show(@Nullable History history) {
        Loaded loaded = model.loaded().get();
        if (loaded != null && history != null) {
            services.show(loaded, history);
        }
    }

    private static Node overlap(Overlap overlap) {
        return Pieces.warning(overlap.sentence(), "state-odd");
    }

    /// Asks once; what is said is remembered.
    private Node question(Project.Question question) {
        TextField field = new TextField();
        field.setPromptText(question.key());
        field.setAccessibleText(question.key() + " of " + question.service());
        field.setMinWidth(60);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button keep = Pieces.button(
                "Keep",
                Feather.CHECK,
                () -> model.answer(question, field.getText().strip()));
        keep.disableProperty().bind(field.textProperty().map(String::isBlank));
        field.setOnAction(_ -> keep.fire());
        return Pieces.warning(
                question.place() + " sets " + question.key() + " by " + question.source()
                        + ", which cannot be read without running it. What is it?",
                "state-odd",
                new HBox(8, field, keep));
    }
}
