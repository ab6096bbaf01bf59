package mana.studio.ui.preview;

import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mana.studio.design.Spot;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Session;
import mana.studio.ui.kit.SideBySide;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Each changed object as the statements that create it, before and after, side by side.
final class BeforeAfterView extends BorderPane {
    private final Session session;
    private final ComboBox<ChangedObject> objects = new ComboBox<>();
    private final CodePane before;
    private final CodePane after;
    private final SplitPane sides = new SplitPane();
    private final Label legend = new Label("− removed   + added   ~ changed");
    private @Nullable Forecast shown;
    private boolean filling;

    BeforeAfterView(Session session) {
        this.session = session;
        getStyleClass().add("before-after");
        before = CodePane.readOnly(session.background());
        after = CodePane.readOnly(session.background());
        before.scrollWith(after);
        objects.setAccessibleText("Changed object");
        objects.setConverter(new Titles());
        objects.valueProperty().addListener((InvalidationListener) _ -> {
            if (!filling) {
                compare();
            }
        });
        legend.getStyleClass().add("muted");
        HBox bar = new HBox(12, objects, legend);
        bar.getStyleClass().add("preview-line");
        setTop(bar);
        sides.getItems().setAll(titled("Before", before), titled("After", after));
        setCenter(sides);
    }

    private static Node titled(String title, CodePane code) {
        Label label = new Label(title);
        label.getStyleClass().add("diff-title");
        BorderPane pane = new BorderPane(code);
        pane.setTop(new VBox(label));
        pane.setMinWidth(0);
        return pane;
    }

    /// Shows what a forecast's design changes; the object that was shown stays, else the one of a spot is shown.
    void show(Forecast forecast, @Nullable Spot about) {
        shown = forecast;
        String title = "Comparing before and after";
        session.background()
                .start(Job.of(
                                title,
                                _ -> ChangedObject.between(
                                        forecast.design().base(),
                                        forecast.design().database()))
                        .quietly()
                        .superseding(objects)
                        .whenDone(changed -> fill(changed, about))
                        .whenFailed(error -> setCenter(new FailurePane(Failure.of(title, error)))));
    }

    /// Opens the search in the text after.
    void find() {
        after.find();
    }

    private void fill(List<ChangedObject> changed, @Nullable Spot about) {
        ChangedObject current = objects.getValue();
        filling = true;
        objects.getItems().setAll(changed);
        objects.setValue(changed.stream()
                .filter(each -> current != null && each.id().same(current.id()))
                .findFirst()
                .or(() -> changed.stream()
                        .filter(each -> about != null && each.id().same(about.object()))
                        .findFirst())
                .orElse(changed.isEmpty() ? null : changed.getFirst()));
        filling = false;
        compare();
    }

    private void compare() {
        ChangedObject object = objects.getValue();
        Forecast forecast = shown;
        if (object == null || forecast == null) {
            setCenter(new EmptyState(
                    Feather.COLUMNS,
                    "No object changes",
                    "Only schemas, extensions or other objects without a definition of their own change."));
            return;
        }
        session.background()
                .start(Job.of(
                                "Writing " + object.title() + " as SQL",
                                _ -> object.compared(
                                        forecast.design().base(),
                                        forecast.design().database()))
                        .quietly()
                        .superseding(sides)
                        .whenDone(this::write)
                        .whenFailed(error -> setCenter(
                                new FailurePane(Failure.of("Writing " + object.title() + " as SQL", error)))));
    }

    private void write(SideBySide texts) {
        write(before, texts.before());
        write(after, texts.after());
        setCenter(sides);
    }

    private static void write(CodePane pane, SideBySide.Side side) {
        if (!side.text().equals(pane.text().getValue())) {
            pane.setText(side.text(), side.marks());
        }
    }

    private static final class Titles extends StringConverter<ChangedObject> {
        @Override
        public String toString(@Nullable ChangedObject object) {
            return object == null ? "" : Objects.requireNonNull(object).title();
        }

        @Override
        public @Nullable ChangedObject fromString(String title) {
            return null;
        }
    }
}
