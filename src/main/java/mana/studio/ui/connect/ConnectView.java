package mana.studio.ui.connect;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.LibpqDefaults;
import mana.studio.connection.Profile;
import mana.studio.connection.Profiles;
import mana.studio.connection.Secret;
import mana.studio.connection.Workspace;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.EmptyState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The screen where a database is chosen, described and connected to.
public final class ConnectView extends BorderPane {
    private final FormModel form;
    private final ConnectModel connect;
    private final ConnectListModel list;
    private final ConnectListView listView;
    private final FormView formView;
    private final Node demoPane;
    private final StackPane side = new StackPane();
    private final Runnable openDemo;
    private final Function<@Nullable Window, Optional<Path>> chooseFolder;

    /// @param opened   takes over a workspace that was just connected
    /// @param openDemo starts the demo database and opens it
    public ConnectView(Background background, Profiles profiles, Consumer<Workspace> opened, Runnable openDemo) {
        this(background, profiles, LibpqDefaults.ofProcess(), opened, openDemo, ConnectView::askForFolder);
    }

    ConnectView(
            Background background,
            Profiles profiles,
            LibpqDefaults defaults,
            Consumer<Workspace> opened,
            Runnable openDemo,
            Function<@Nullable Window, Optional<Path>> chooseFolder) {
        this.openDemo = openDemo;
        this.chooseFolder = chooseFolder;
        form = new FormModel(defaults);
        list = new ConnectListModel(background, profiles, defaults);
        connect = new ConnectModel(background, list::save, opened);
        listView = new ConnectListView(
                list, new ConnectMenu(this::connect, this::edit, this::duplicate, this::delete), new ListActions());
        formView = new FormView(form, connect, this::keep);
        form.ofSaved().subscribe(saved -> {
            if (!saved) {
                listView.clearSavedSelection();
            }
        });
        demoPane = demo();
        getStyleClass().add("connect");
        ScrollPane scroll = new ScrollPane(formView);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("connect-scroll");
        side.getChildren().setAll(scroll, demoPane);
        SplitPane split = new SplitPane(listView, side);
        split.setDividerPositions(0.28);
        SplitPane.setResizableWithParent(listView, false);
        setCenter(split);
        showForm();
    }

    /// Gives the focus to the first useful control.
    public void takeFocus() {
        // What is in a split or scroll pane comes into the scene with its skin, and cannot have the focus before.
        applyCss();
        formView.takeFocus();
    }

    /// Reads the saved connections again: another window may have changed them.
    public void reload() {
        list.reload();
    }

    /// Connects to a saved connection, as if it had been chosen here.
    public void connect(Profile profile) {
        edit(profile);
        formView.connect();
    }

    /// Connects to what a text named, without keeping it in the list.
    ///
    /// @param name where the text came from: `DATABASE_URL`
    public void connect(String name, ConnectionString connection) {
        connect.clear();
        form.show(name, connection);
        form.values().keep().set(false);
        showForm();
        formView.connect();
    }

    /// Shows what was found somewhere, for a person to look at; nothing is connected.
    ///
    /// @param name where it was found
    public void describe(String name, ConnectionString connection) {
        connect.clear();
        listView.clearSelection();
        form.show(name, connection);
        showForm();
        takeFocus();
    }

    /// Shows a text that could not be read, and what is wrong with it.
    public void explain(String text) {
        describeNew();
        form.values().paste().set(text);
        form.readPaste(true);
    }

    private void keep(Profile profile) {
        list.save(profile);
        form.kept(profile);
        connect.say("Kept in the list, without a password.");
    }

    private void edit(Profile profile) {
        connect.clear();
        form.show(profile);
        showForm();
    }

    private void duplicate(Profile profile) {
        connect.clear();
        listView.clearSelection();
        form.duplicate(profile);
        showForm();
    }

    private void delete(Profile profile) {
        if (DeleteDialog.confirms(profile, getScene().getWindow())) {
            connect.clear();
            list.delete(profile);
            form.clear();
            showForm();
        }
    }

    private void describeNew() {
        connect.clear();
        listView.clearSelection();
        form.clear();
        showForm();
        takeFocus();
    }

    private void showForm() {
        side.getChildren().getFirst().setVisible(true);
        demoPane.setVisible(false);
    }

    private Node demo() {
        Button open = new Button("Open the demo database");
        open.setId("open-demo");
        open.getStyleClass().add("accent");
        open.setOnAction(_ -> openDemo.run());
        EmptyState demo = new EmptyState(
                Feather.BOX,
                "Demo database",
                "A PostgreSQL of the studio's own with mana_platform in it: nine services' schemas, their migrations"
                        + " and believable data. Change what you like; it can be made anew.",
                open);
        demo.getStyleClass().add("demo-pane");
        return demo;
    }

    private static Optional<Path> askForFolder(@Nullable Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Choose a project's folder");
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    /// What the list's lines do here.
    private final class ListActions implements ConnectListView.Actions {
        @Override
        public void describeNew() {
            ConnectView.this.describeNew();
        }

        @Override
        public void show(ConnectEntry entry) {
            connect.clear();
            switch (entry) {
                case ConnectEntry.Heading _ -> {}
                case ConnectEntry.Saved saved -> edit(saved.profile());
                case ConnectEntry.Variable variable -> showFound(variable.title(), variable.connection());
                case ConnectEntry.Found found ->
                    showFound(found.found().places().getFirst().service(), connection(found));
                case ConnectEntry.Demo _ -> {
                    demoPane.setVisible(true);
                    side.getChildren().getFirst().setVisible(false);
                }
            }
        }

        private void showFound(String name, ConnectionString connection) {
            form.show(name, connection);
            showForm();
        }

        private ConnectionString connection(ConnectEntry.Found entry) {
            Secret secret = entry.found().secret();
            return new ConnectionString(entry.found().target(), secret, java.util.List.of());
        }

        @Override
        public void connect(ConnectEntry entry) {
            show(entry);
            switch (entry) {
                case ConnectEntry.Heading _ -> {}
                case ConnectEntry.Demo _ -> openDemo.run();
                case ConnectEntry.Saved _, ConnectEntry.Variable _, ConnectEntry.Found _ -> formView.connect();
            }
        }

        @Override
        public void delete(ConnectEntry entry) {
            if (entry instanceof ConnectEntry.Saved saved) {
                ConnectView.this.delete(saved.profile());
            }
        }

        @Override
        public void chooseProject() {
            chooseFolder.apply(getScene().getWindow()).ifPresent(list::scan);
        }
    }
}
