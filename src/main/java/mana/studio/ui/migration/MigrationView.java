package mana.studio.ui.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.drizzle.write.Recovery;
import mana.studio.drizzle.write.Refusal.Reason;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import org.kordamp.ikonli.feather.Feather;

/// Writes what is pending as a Drizzle migration: every file is shown, and proven, before it is written.
public final class MigrationView extends BorderPane {
    private final Session session;
    private final MigrationModel model;
    private final Folders folders;
    private final MigrationForm form;
    private final FilesPane files;
    private final ProofLine proof;
    private final VBox remarks = new VBox(4);
    private final StackPane middle = new StackPane();
    private final Button write = new Button("Write", Icons.of(Feather.SAVE));
    private final Label path = new Label();
    private final Subscription subscription;

    /// @param places    where the project of a connection is remembered
    /// @param suggested the project that belongs to the database while a person has chosen none
    public MigrationView(Session session, Places places, Optional<Path> suggested) {
        this(session, ProjectSettings.file(places), Folders::ofSystem, suggested, Clock.systemUTC());
    }

    MigrationView(
            Session session, JsonFile<ProjectSettings> file, Folders folders, Optional<Path> suggested, Clock clock) {
        this.session = session;
        this.folders = folders;
        model = new MigrationModel(session, file, suggested, clock);
        form = new MigrationForm(model, session.background());
        files = new FilesPane(session.background());
        proof = new ProofLine(model);
        getStyleClass().add("migration");
        remarks.getStyleClass().add("migration-remarks");
        setCenter(middle);
        write.getStyleClass().add("accent");
        write.setOnAction(_ -> model.write());
        subscription = Subscription.combine(
                model.state().subscribe(this::show),
                model.proving().proof().subscribe(_ -> allow()),
                model.proving().consent().subscribe(_ -> allow()),
                model.writing().subscribe(_ -> allow()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Opens the search in the file that is shown (Ctrl+F).
    public void find() {
        files.find();
    }

    /// Follows the design no longer.
    public void close() {
        subscription.unsubscribe();
        model.close();
    }

    @Override
    public void requestFocus() {
        form.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            find();
            event.consume();
        } else if (event.getCode() == KeyCode.F5) {
            model.read();
            event.consume();
        }
    }

    private void allow() {
        write.setDisable(!model.mayWrite());
        write.setText(
                model.writing().get()
                        ? "Writing…"
                        : "Write" + count(model.state().get()));
    }

    private static String count(State state) {
        return state instanceof State.Drafted drafted
                ? " " + drafted.draft().set().files().size() + " files"
                : "";
    }

    private void show(State state) {
        allow();
        switch (state) {
            case State.Working _ -> {
                if (getTop() == null) {
                    middle.getChildren().setAll(new EmptyState(Feather.CLOCK, "Reading the project", "A moment."));
                }
            }
            case State.Homeless _ -> alone(homeless());
            case State.Nothing nothing -> {
                Node empty = new EmptyState(Feather.FILE_MINUS, nothing.headline(), nothing.why());
                if (model.destinations().get() == null
                        || model.destinations().get().all().isEmpty()) {
                    alone(empty);
                } else {
                    beside(empty);
                }
            }
            case State.Refused refused -> beside(refused(refused));
            case State.Failed failed -> alone(new FailurePane(failed.failure(), again("Try again")));
            case State.Written written -> alone(new WrittenPane(model, written));
            case State.Drafted drafted -> show(drafted);
        }
    }

    private void alone(Node content) {
        setTop(null);
        setBottom(null);
        middle.getChildren().setAll(content);
    }

    /// Under the form, in the place of the files.
    private void beside(Node content) {
        setTop(new VBox(head(), form));
        setBottom(null);
        middle.getChildren().setAll(content);
    }

    private void show(State.Drafted drafted) {
        files.show(drafted.draft().set().files(), "");
        journal(drafted);
        remarks(drafted);
        if (getBottom() == null || !middle.getChildren().contains(files)) {
            setTop(new VBox(head(), form));
            middle.getChildren().setAll(files);
            setBottom(foot());
        }
        path();
    }

    /// The journal as it is, to show what is new in it.
    private void journal(State.Drafted drafted) {
        Path journal = drafted.draft().set().root().resolve("meta/_journal.json");
        session.background()
                .start(Job.of("Reading the journal", _ -> text(journal))
                        .quietly()
                        .superseding(files)
                        .whenDone(text -> {
                            if (model.state().get() == drafted) {
                                files.show(drafted.draft().set().files(), text);
                            }
                        }));
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void remarks(State.Drafted drafted) {
        remarks.getChildren().clear();
        Destinations all = model.destinations().get();
        if (all != null) {
            for (Recovery recovery : all.recovered()) {
                remarks.getChildren().add(Parts.line(Feather.INFO, "icon-column", recovery.words()));
            }
            if (all.unread() != null) {
                remarks.getChildren()
                        .add(Parts.line(
                                Feather.ALERT_TRIANGLE,
                                "icon-warning",
                                "The migrator's rows could not be read (" + all.unread()
                                        + "): whether the new time is after the newest of them is not known."));
            }
        }
        drafted.draft()
                .set()
                .remarks()
                .forEach(remark -> remarks.getChildren().add(Parts.line(Feather.INFO, "icon-column", remark)));
        boolean any = !remarks.getChildren().isEmpty();
        remarks.setVisible(any);
        remarks.setManaged(any);
    }

    private Node head() {
        path.getStyleClass().setAll("label", "mono", "migration-path");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.setMinWidth(60);
        Button project = new Button("Project…", Icons.of(Feather.FOLDER));
        project.getStyleClass().add("small");
        project.setMinWidth(Region.USE_PREF_SIZE);
        project.setTooltip(new Tooltip("Choose the folder of a monorepo or of a service"));
        project.setOnAction(_ -> choose());
        HBox head =
                new HBox(8, Icons.of(Feather.FOLDER, "icon-column"), path, Parts.gap(), project, again("Read again"));
        head.getStyleClass().add("migration-head");
        path();
        return head;
    }

    private void path() {
        Destination chosen = model.chosen().get();
        Destinations project = model.destinations().get();
        if (chosen == null || project == null) {
            path.setText("");
            path.setTooltip(null);
            return;
        }
        // Within the project; where that lies is in the tooltip.
        boolean inside =
                chosen.root().startsWith(project.root()) && !chosen.root().equals(project.root());
        path.setText((inside ? project.root().relativize(chosen.root()) : chosen.root()).toString());
        path.setTooltip(new Tooltip(chosen.root().toString()));
    }

    private Button again(String words) {
        Button again = new Button(words, Icons.of(Feather.REFRESH_CW));
        again.getStyleClass().add("small");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setTooltip(new Tooltip(words + " (F5)"));
        again.setOnAction(_ -> model.read());
        return again;
    }

    private Node foot() {
        Label note = Parts.styled(new Label("Files only: no database is changed."), "migration-purpose");
        HBox buttons = new HBox(12, note, Parts.gap(), write);
        buttons.getStyleClass().add("apply-target");
        VBox foot = new VBox(8, remarks, proof, buttons);
        foot.getStyleClass().add("migration-foot");
        return foot;
    }

    private Node homeless() {
        Button choose = new Button("Choose the project's folder…", Icons.of(Feather.FOLDER));
        choose.getStyleClass().add("accent");
        choose.setOnAction(_ -> choose());
        return new EmptyState(
                Feather.FOLDER,
                "Where is the code?",
                "Choose the folder of the monorepo, or of one service: its drizzle.config files and migrations are"
                        + " found there. It is remembered for this connection.",
                choose);
    }

    private Node refused(State.Refused refused) {
        VBox box = new VBox(12, Parts.line(Feather.X_CIRCLE, "icon-danger", refused.why()));
        boolean elsewhere = refused.reason() == Reason.CHANGED
                || refused.reason() == Reason.BUSY
                || refused.reason() == Reason.NOT_WRITABLE
                || refused.reason() == Reason.TAKEN;
        if (elsewhere) {
            box.getChildren().add(again("Read again"));
        }
        box.getStyleClass().add("migration-refused");
        return box;
    }

    private void choose() {
        folders.pick(getScene() == null ? null : getScene().getWindow()).ifPresent(model::open);
    }
}
