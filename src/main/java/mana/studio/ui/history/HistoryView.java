package mana.studio.ui.history;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import mana.studio.drizzle.history.Entry;
import mana.studio.drizzle.history.Repair;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.history.HistoryModel.Loaded;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The history of a project's migrations in the open database.
public final class HistoryView extends BorderPane {
    private final Session session;
    private final Optional<Path> suggested;
    private final HistoryModel model;
    private final ProjectPane project;
    private final HistoryPane history;
    private final SimulationPane simulation;
    private final SplitPane split = new SplitPane();
    private final ToggleButton attention = new ToggleButton("Needs attention", Icons.of(Feather.ALERT_TRIANGLE));
    private final Label path = new Label();
    private boolean simulating;

    /// @param suggested the project that belongs to the database while a person has chosen none
    public HistoryView(Session session, Places places, Optional<Path> suggested) {
        this(session, ProjectSettings.file(places), suggested, Clock.systemUTC());
    }

    HistoryView(Session session, JsonFile<ProjectSettings> file, Optional<Path> suggested, Clock clock) {
        this.session = session;
        this.suggested = suggested;
        model = new HistoryModel(session, file, suggested, clock);
        project = new ProjectPane(session, model);
        history = new HistoryPane(session, model, this::repair);
        simulation = new SimulationPane(model, () -> simulate(false));
        getStyleClass().add("history");
        split.getItems().setAll(project, history);
        split.setDividerPositions(0.22);
        SplitPane.setResizableWithParent(project, false);
        setTop(bar());
        model.loaded().subscribe(this::follow);
        model.homeless().subscribe((_, _) -> setCenter(content()));
        model.failure().subscribe((_, _) -> setBottom(foot()));
        model.notice().subscribe((_, _) -> setBottom(foot()));
        setCenter(content());
    }

    /// Ctrl+F: searches the SQL of the chosen migration.
    public void find() {
        history.find();
    }

    /// F5: reads files and rows again.
    public void refresh() {
        model.read();
    }

    /// Follows nothing any longer.
    public void close() {
        model.close();
    }

    @Override
    public void requestFocus() {
        history.focusTable();
    }

    private Node bar() {
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.getStyleClass().add("mono");
        path.setMinWidth(60);
        Button choose = Pieces.button("Project…", Feather.FOLDER, this::chooseFolder);
        choose.setTooltip(new Tooltip("Choose the folder of a monorepo or of a service"));
        attention.setTooltip(new Tooltip("Shows only what needs a person"));
        attention.selectedProperty().bindBidirectional(model.attentionOnly());
        ToggleButton files = new ToggleButton("Files");
        files.setTooltip(new Tooltip("In the order in which the migrator takes them"));
        files.getStyleClass().add("left-pill");
        ToggleButton time = new ToggleButton("Timeline");
        time.setTooltip(new Tooltip("In the order of their times, with the rows of other services between them"));
        time.getStyleClass().add("right-pill");
        ToggleGroup order = new ToggleGroup();
        order.getToggles().setAll(files, time);
        order.selectToggle(files);
        order.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                order.selectToggle(before);
            } else {
                model.byTime().set(now == time);
            }
        });
        Button simulate = Pieces.button("Simulate a deployment", Feather.FAST_FORWARD, () -> simulate(!simulating));
        simulate.setId("simulate");
        simulate.setTooltip(
                new Tooltip("What runs and what is skipped if the services are migrated now, in some order"));
        List.of(attention, files, time).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        HBox bar = new HBox(8, choose, path, Pieces.gap(), attention, new HBox(files, time), simulate);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("history-bar");
        return bar;
    }

    private void follow(@Nullable Loaded loaded) {
        boolean demo =
                loaded != null && suggested.filter(loaded.folder()::equals).isPresent();
        path.setText(
                demo ? "Demo project" : loaded == null ? "" : loaded.folder().toString());
        path.setTooltip(loaded == null ? null : new Tooltip(loaded.folder().toString()));
        long wrong = loaded == null
                ? 0
                : loaded.histories().all().stream()
                        .flatMap(one -> one.entries().stream())
                        .filter(Entry::needsAttention)
                        .count();
        attention.setText(wrong == 0 ? "Needs attention" : "Needs attention (" + wrong + ")");
        setCenter(content());
    }

    private Node content() {
        if (model.homeless().get()) {
            Button choose = Pieces.button("Choose a project…", Feather.FOLDER, this::chooseFolder);
            choose.getStyleClass().add("accent");
            return new EmptyState(
                    Feather.CLOCK,
                    "Which project is this database of?",
                    "Choose the folder of a monorepo or of one service. Its Drizzle migrations are put beside the rows"
                            + " of this database: what ran, what will run, and what will be skipped without a word. The"
                            + " folder is remembered for this connection.",
                    choose);
        }
        Loaded loaded = model.loaded().get();
        if (loaded == null) {
            return model.failure().get() == null ? Waiting.saying("Reading the project…") : new VBox();
        }
        if (loaded.histories().all().isEmpty()) {
            return new EmptyState(
                    Feather.SEARCH,
                    "No Drizzle migrations here",
                    "In " + loaded.folder() + " there is no drizzle.config and no meta/_journal.json.",
                    Pieces.button("Choose another project…", Feather.FOLDER, this::chooseFolder));
        }
        Node right = simulating ? simulation : history;
        if (split.getItems().getLast() != right) {
            double divider = split.getDividerPositions()[0];
            split.getItems().set(1, right);
            split.setDividerPositions(divider);
        }
        return split;
    }

    private void simulate(boolean on) {
        simulating = on;
        setCenter(content());
        if (on) {
            simulation.focusList();
        } else {
            history.focusTable();
        }
    }

    /// What failed, or what was done last; null where there is neither.
    private @Nullable Node foot() {
        Failure failure = model.failure().get();
        if (failure != null) {
            return new FailurePane(failure, Pieces.button("Read again", Feather.REFRESH_CW, model::read));
        }
        String notice = model.notice().get();
        if (notice.isEmpty()) {
            return null;
        }
        Label text = new Label(notice, Icons.of(Feather.CHECK, "state-good"));
        text.setId("history-notice");
        HBox foot = new HBox(text);
        HBox.setHgrow(text, Priority.ALWAYS);
        foot.getStyleClass().add("history-foot");
        return foot;
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Choose a project's folder");
        Loaded loaded = model.loaded().get();
        if (loaded != null && loaded.folder().toFile().isDirectory()) {
            chooser.setInitialDirectory(loaded.folder().toFile());
        }
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::open);
    }

    /// Opens a project's folder and remembers it for this connection.
    public void open(Path folder) {
        model.open(folder);
    }

    private void repair(Repair repair) {
        switch (repair) {
            case Repair.Ready ready -> ask(ready);
            case Repair.OfReplay replay -> model.find(replay, this::ask);
        }
    }

    private void ask(Repair.Ready repair) {
        Loaded loaded = model.loaded().get();
        if (loaded != null
                && RepairDialog.ask(
                        getScene().getWindow(),
                        repair,
                        session.workspace().profile(),
                        HistoryPane.root(loaded),
                        session.background())) {
            model.apply(repair);
        }
    }
}
