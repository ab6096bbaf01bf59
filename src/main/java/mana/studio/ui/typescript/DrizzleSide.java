package mana.studio.ui.typescript;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mana.studio.design.Spot;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.PreviewSide;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is pending as TypeScript: each changed object before and after, and the project's schema files with the change.
public final class DrizzleSide implements PreviewSide {
    private final Session session;
    private final PatchModel patch;
    private final PatchPane patchPane;
    private final BorderPane view = new BorderPane();
    private final ComboBox<ChangedCode> objects = new ComboBox<>();
    private final CodeDiff diff;
    private final ToggleButton code = new ToggleButton("TypeScript");
    private final ToggleButton files = new ToggleButton("Schema files");
    private final HBox chooser = new HBox(8);
    private @Nullable Forecast shown;
    private boolean filling;

    /// @param settings  what is remembered of projects
    /// @param suggested the project of a connection that none was chosen for yet
    public DrizzleSide(Session session, JsonFile<ProjectSettings> settings, Optional<Path> suggested) {
        this.session = session;
        patch = new PatchModel(session, settings, suggested);
        patchPane = new PatchPane(session, patch);
        diff = new CodeDiff(session.background(), "Before", "After");
        view.getStyleClass().add("drizzle-side");
        objects.setAccessibleText("Changed object");
        objects.setConverter(new Titles());
        objects.valueProperty().subscribe((_, _) -> {
            if (!filling) {
                compare();
            }
        });
        Label legend = new Label("− removed   + added   ~ changed");
        legend.getStyleClass().add("muted");
        chooser.getChildren().setAll(objects, legend);
        chooser.getStyleClass().add("drizzle-chooser");
        view.setTop(new VBox(switcher()));
        refresh();
    }

    private Node switcher() {
        ToggleGroup group = new ToggleGroup();
        for (ToggleButton button : List.of(code, files)) {
            button.getStyleClass().add("side-button");
            button.setToggleGroup(group);
        }
        group.selectToggle(code);
        group.selectedToggleProperty().subscribe((old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else {
                refresh();
            }
        });
        HBox sides = new HBox(code, files);
        sides.getStyleClass().add("side-switch");
        FlowPane line = new FlowPane(12, 6, sides, chooser);
        line.getStyleClass().add("preview-line");
        return line;
    }

    @Override
    public String words() {
        return "Drizzle";
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(Forecast forecast, @Nullable Spot about) {
        shown = forecast;
        refresh();
        String title = "Comparing the TypeScript before and after";
        session.background()
                .start(Job.of(
                                title,
                                _ -> ChangedCode.between(
                                        forecast.design().base(),
                                        forecast.design().database()))
                        .quietly()
                        .superseding(objects)
                        .whenDone(changed -> fill(changed, about))
                        .whenFailed(error -> view.setCenter(new FailurePane(Failure.of(title, error)))));
    }

    @Override
    public void find() {
        if (files.isSelected()) {
            patchPane.find();
        } else {
            diff.find();
        }
    }

    @Override
    public void close() {}

    private void refresh() {
        boolean ofFiles = files.isSelected();
        chooser.setVisible(!ofFiles);
        chooser.setManaged(!ofFiles);
        if (ofFiles) {
            Forecast forecast = shown;
            if (forecast != null) {
                patch.show(forecast);
            }
            view.setCenter(patchPane);
        } else {
            compare();
        }
    }

    private void fill(List<ChangedCode> changed, @Nullable Spot about) {
        ChangedCode current = objects.getValue();
        filling = true;
        objects.getItems().setAll(changed);
        objects.setValue(changed.stream()
                .filter(each -> current != null && each.key().equals(current.key()))
                .findFirst()
                .or(() -> changed.stream()
                        .filter(each -> about != null
                                && each.key().equals(about.object().key()))
                        .findFirst())
                .orElse(changed.isEmpty() ? null : changed.getFirst()));
        filling = false;
        if (!files.isSelected()) {
            compare();
        }
    }

    private void compare() {
        ChangedCode object = objects.getValue();
        if (object == null) {
            view.setCenter(new EmptyState(
                    Feather.CODE,
                    "The TypeScript stays as it is",
                    "Comments, storage options, triggers and the like are not said in Drizzle."));
        } else {
            diff.show(object.before(), object.after());
            view.setCenter(diff);
        }
    }

    private static final class Titles extends StringConverter<ChangedCode> {
        @Override
        public String toString(@Nullable ChangedCode object) {
            return object == null ? "" : Objects.requireNonNull(object).title();
        }

        @Override
        public @Nullable ChangedCode fromString(String title) {
            return null;
        }
    }
}
