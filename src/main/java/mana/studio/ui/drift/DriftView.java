package mana.studio.ui.drift;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;
import mana.studio.drizzle.drift.Difference;
import mana.studio.drizzle.drift.DriftReader;
import mana.studio.drizzle.drift.Side;
import mana.studio.drizzle.project.Project;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.drizzle.project.Service;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Code, snapshot and database of a service side by side.
public final class DriftView extends BorderPane {
    private final Session session;
    private final DriftModel model;
    private final ComboBox<Service> services = new ComboBox<>();
    private final FlowPane sides = new FlowPane(16, 4);
    private final ToggleGroup pages = new ToggleGroup();
    private final ToggleButton differing = page("Differences");
    private final ToggleButton losing = page("Push would destroy");
    private final ToggleButton silent = page("Unknown to Drizzle");
    private final DifferenceTable table = new DifferenceTable();
    private final DifferencePane detail;
    private final LossList losses = new LossList();
    private final SplitPane split;
    private final ToggleButton everything = page("All services");
    private final ProjectDriftModel all;
    private final ProjectDriftPane allPane;
    private boolean filling;

    /// @param suggested the project that belongs to the database while a person has chosen none
    public DriftView(Session session, Places places, Optional<Path> suggested) {
        this(session, ProjectSettings.file(places), suggested);
    }

    DriftView(Session session, JsonFile<ProjectSettings> file, Optional<Path> suggested) {
        this.session = session;
        model = new DriftModel(session, file, suggested);
        detail = new DifferencePane(model::repairDatabase, this::patch);
        split = new SplitPane(table, detail);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        all = new ProjectDriftModel(session.background());
        allPane = new ProjectDriftPane(all, this::open);
        everything.setGraphic(Icons.of(Feather.LIST));
        everything.setTooltip(new Tooltip("Compares every service of the project, with a count for each"));
        everything.selectedProperty().subscribe(this::everything);
        getStyleClass().add("drift");
        losses.setId("losses");
        setTop(new VBox(bar(), sidesBar()));
        table.getSelectionModel().selectedItemProperty().subscribe(detail::show);
        pages.selectToggle(differing);
        pages.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                pages.selectToggle(before);
            } else {
                setCenter(content());
            }
        });
        model.project().subscribe(this::follow);
        model.read().subscribe(this::follow);
        model.homeless().subscribe((_, _) -> setCenter(content()));
        model.reading().subscribe((_, _) -> setCenter(content()));
        model.failure().subscribe((_, _) -> setBottom(foot()));
        model.notice().subscribe((_, _) -> setBottom(foot()));
        setCenter(content());
    }

    /// F5: reads code, snapshot and database again.
    public void refresh() {
        if (everything.isSelected()) {
            model.compareAll(all);
        } else {
            model.scan();
        }
    }

    private void everything(boolean chosen) {
        List.of(services, differing, losing, silent).forEach(control -> control.setDisable(chosen));
        sides.setVisible(!chosen);
        sides.setManaged(!chosen);
        if (chosen && all.lines().isEmpty()) {
            model.compareAll(all);
        }
        setCenter(content());
        if (chosen) {
            allPane.requestFocus();
        }
    }

    private void open(ProjectDriftModel.Line line) {
        everything.setSelected(false);
        model.show(line);
        filling = true;
        services.setValue(line.service());
        filling = false;
        table.requestFocus();
    }

    /// Follows nothing any longer.
    public void close() {
        all.cancel();
        model.close();
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private static ToggleButton page(String text) {
        ToggleButton button = new ToggleButton(text);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Node bar() {
        services.setId("drift-service");
        services.setAccessibleText("Service");
        services.setVisibleRowCount(16);
        services.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Service service) {
                return service == null ? "" : service.name();
            }

            @Override
            public Service fromString(String name) {
                throw new UnsupportedOperationException("a service is chosen, not typed");
            }
        });
        services.valueProperty().subscribe((_, now) -> {
            if (!filling && now != null) {
                model.choose(now);
            }
        });
        differing.getStyleClass().add("left-pill");
        losing.getStyleClass().add("center-pill");
        silent.getStyleClass().add("right-pill");
        pages.getToggles().setAll(differing, losing, silent);
        losing.setTooltip(new Tooltip("What drizzle-kit push of this service would drop or switch off"));
        silent.setTooltip(new Tooltip("What the database has and Drizzle has no words for"));
        Button project = button("Project…", Feather.FOLDER, this::chooseFolder);
        Button again = button("Compare again", Feather.REFRESH_CW, this::refresh);
        again.setTooltip(new Tooltip("Reads code, snapshot and database again (F5)"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(8, project, everything, services, new HBox(differing, losing, silent), gap, again);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("drift-bar");
        return bar;
    }

    private Node sidesBar() {
        sides.getStyleClass().add("drift-sides");
        return sides;
    }

    private void follow(@Nullable Project project) {
        filling = true;
        services.getItems().setAll(project == null ? List.of() : project.services());
        services.setValue(model.service().get());
        filling = false;
        setCenter(content());
    }

    private void follow(DriftReader.@Nullable Read read) {
        sides.getChildren().clear();
        differing.setText(counted(
                "Differences", read == null ? 0 : read.drift().differences().size()));
        losing.setText(
                counted("Push would destroy", read == null ? 0 : read.losses().size()));
        silent.setText(
                counted("Unknown to Drizzle", read == null ? 0 : read.silent().size()));
        losing.getStyleClass().remove("drift-alarm");
        if (read != null) {
            for (Side side : Side.values()) {
                sides.getChildren().add(said(read, side));
            }
            if (!read.losses().isEmpty()) {
                losing.getStyleClass().add("drift-alarm");
            }
            keepingTheChoice(() -> table.getItems().setAll(read.drift().differences()));
        } else {
            table.getItems().clear();
        }
        setCenter(content());
    }

    private void keepingTheChoice(Runnable fill) {
        Difference before = table.getSelectionModel().getSelectedItem();
        fill.run();
        table.getItems().stream()
                .filter(each -> before != null && each.part().equals(before.part()))
                .findFirst()
                .ifPresentOrElse(
                        table.getSelectionModel()::select,
                        () -> table.getSelectionModel().selectFirst());
    }

    private static String counted(String words, int count) {
        return count == 0 ? words : words + " (" + count + ")";
    }

    private static Node said(DriftReader.Read read, Side side) {
        String missing = read.missing().get(side);
        Label label = new Label(
                missing == null ? side.word() + " read" : side.word() + ": " + missing,
                missing == null
                        ? Icons.of(Feather.CHECK_CIRCLE, "drift-good")
                        : Icons.of(Feather.ALERT_TRIANGLE, "drift-odd"));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Node content() {
        if (model.homeless().get()) {
            return new EmptyState(
                    Feather.FOLDER,
                    "No project yet",
                    "Choose the folder of your monorepo or of a service. Its code and its newest snapshot are compared "
                            + "with this database.",
                    button("Project…", Feather.FOLDER, this::chooseFolder));
        }
        if (everything.isSelected()) {
            return allPane;
        }
        DriftReader.Read read = model.read().get();
        if (read == null) {
            return model.reading().get() ? waiting() : new Region();
        }
        if (pages.getSelectedToggle() == losing) {
            return list(
                    LossList.losses(read),
                    "Push destroys nothing",
                    read.missing().containsKey(Side.CODE)
                            ? "The code could not be read, so nothing can be foretold."
                            : "Everything that drizzle-kit push of this service sees is declared in its code.");
        }
        if (pages.getSelectedToggle() == silent) {
            return list(
                    LossList.silent(read),
                    "Drizzle has words for everything",
                    "There is nothing in this service's schemas that its code could not say.");
        }
        if (read.drift().isNone()) {
            EmptyState none = new EmptyState(
                    Feather.CHECK_CIRCLE,
                    "No differences",
                    read.drift().sides().size() < 2
                            ? "Fewer than two sides could be read, so there is nothing to compare."
                            : "All that could be read says the same.");
            none.setId("drift-none");
            return none;
        }
        return split;
    }

    private Node list(List<LossList.Line> lines, String title, String text) {
        losses.getItems().setAll(lines);
        return lines.isEmpty() ? new EmptyState(Feather.CHECK_CIRCLE, title, text) : losses;
    }

    private static Node waiting() {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(240);
        return new EmptyState(
                Feather.COLUMNS,
                "Comparing",
                "drizzle-kit compiles the code; code, snapshot and database are made on the built-in PostgreSQL.",
                bar);
    }

    private @Nullable Node foot() {
        Failure failure = model.failure().get();
        if (failure != null) {
            return new FailurePane(failure, button("Dismiss", Feather.X, model::dismiss));
        }
        if (model.notice().get().isEmpty()) {
            return null;
        }
        Label notice = new Label(model.notice().get(), Icons.of(Feather.CHECK, "drift-good"));
        HBox foot = new HBox(notice);
        foot.getStyleClass().add("drift-foot");
        return foot;
    }

    private void patch(Difference difference) {
        model.patchCode(difference, patch -> {
            if (PatchDialog.asks(
                    getScene().getWindow(),
                    session.background(),
                    difference.part().toString(),
                    patch)) {
                model.write(patch);
            }
        });
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Project folder");
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            model.open(folder.toPath());
        }
    }

    private static Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(text, Icons.of(icon));
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
