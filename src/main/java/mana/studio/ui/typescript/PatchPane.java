package mana.studio.ui.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mana.studio.drizzle.typescript.Patch.FileChange;
import mana.studio.drizzle.typescript.ServicePatch;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Session;
import mana.studio.ui.typescript.PatchModel.State;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What changes in the schema files of the project, file by file, with what is left to be done by hand.
final class PatchPane extends BorderPane {
    private final Session session;
    private final PatchModel model;
    private final ComboBox<Choice> files = new ComboBox<>();
    private final CodeDiff diff;
    private final VBox said = new VBox(6);
    private final Button apply = new Button("Apply to file…", Icons.of(Feather.EDIT));
    private final Label notice = new Label();
    private final FlowPane bar;
    private boolean filling;

    private record Choice(ServicePatch patch, @Nullable FileChange change) {
        String title() {
            return change == null
                    ? patch.service().name() + ": nothing that can be written"
                    : patch.service().name() + " · " + change.name();
        }
    }

    PatchPane(Session session, PatchModel model) {
        this.session = session;
        this.model = model;
        this.diff = new CodeDiff(session.background(), "The file now", "With the change");
        getStyleClass().add("patch-pane");
        files.setAccessibleText("Schema file");
        files.setConverter(new Titles());
        files.valueProperty().subscribe((_, _) -> {
            if (!filling) {
                show();
            }
        });
        apply.setId("apply-patch");
        apply.setOnAction(_ -> apply());
        notice.getStyleClass().add("preview-feedback");
        notice.textProperty().bind(model.notice());
        bar = new FlowPane(8, 6, files, apply, notice);
        bar.getStyleClass().add("preview-line");
        said.getStyleClass().add("patch-said");
        model.state().subscribe(this::follow);
    }

    void find() {
        diff.find();
    }

    private void follow(State state) {
        if (state instanceof State.Ready(List<ServicePatch> patches)) {
            fill(patches);
            return;
        }
        setTop(null);
        setBottom(null);
        setCenter(
                switch (state) {
                    case State.Reading() ->
                        new EmptyState(Feather.FILE_TEXT, "Reading the schema files", "They are compared in a moment.");
                    case State.Homeless() -> homeless();
                    case State.Strangers(var project) ->
                        new EmptyState(
                                Feather.CHECK,
                                "No schema file changes",
                                "No service in " + project.getFileName()
                                        + " declares what changes here, or its files say it already.");
                    case State.Failed(var failure) -> new FailurePane(failure);
                    case State.Ready _ -> diff;
                });
    }

    private Node homeless() {
        Button open = new Button("Open a project in History", Icons.of(Feather.CLOCK));
        open.setOnAction(_ -> session.navigator().open(Navigator.Screen.HISTORY));
        return new EmptyState(
                Feather.FOLDER,
                "No project yet",
                "Choose the folder of your monorepo in History. Its schema files are then compared with the design,"
                        + " and can be changed from here.",
                open);
    }

    private void fill(List<ServicePatch> patches) {
        List<Choice> choices = patches.stream()
                .flatMap(patch -> patch.patch().isEmpty()
                        ? Stream.of(new Choice(patch, null))
                        : patch.patch().changes().stream().map(change -> new Choice(patch, change)))
                .toList();
        Choice old = files.getValue();
        filling = true;
        files.getItems().setAll(choices);
        files.setValue(choices.stream()
                .filter(each -> old != null && each.title().equals(old.title()))
                .findFirst()
                .orElse(choices.isEmpty() ? null : choices.getFirst()));
        filling = false;
        show();
    }

    private void show() {
        Choice choice = files.getValue();
        if (choice == null) {
            return;
        }
        setTop(bar);
        FileChange change = choice.change();
        apply.setDisable(change == null);
        int count = choice.patch().patch().changes().size();
        apply.setText(count > 1 ? "Apply to " + count + " files…" : "Apply to file…");
        if (change == null) {
            setCenter(new EmptyState(
                    Feather.EDIT_3,
                    "Left by hand",
                    "What changes here cannot be written surely; what to do stands below."));
        } else {
            diff.show(change.before(), change.after());
            setCenter(diff);
        }
        List<Node> lines = new ArrayList<>();
        choice.patch().patch().byHand().forEach(each -> lines.add(line("By hand: " + each, Feather.EDIT_3)));
        choice.patch().patch().notes().forEach(each -> lines.add(line(each, Feather.INFO)));
        said.getChildren().setAll(lines);
        ScrollPane scroll = new ScrollPane(said);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(160);
        scroll.getStyleClass().add("patch-scroll");
        setBottom(lines.isEmpty() ? null : scroll);
    }

    private static Label line(String text, Feather icon) {
        Label label = new Label(text, Icons.of(icon));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void apply() {
        Choice choice = files.getValue();
        if (choice == null) {
            return;
        }
        List<String> names =
                choice.patch().patch().changes().stream().map(FileChange::name).toList();
        String what = names.size() == 1 ? "file" : names.size() + " files";
        ButtonType write = new ButtonType("Write " + what, ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, String.join("\n", names), write, ButtonType.CANCEL);
        alert.initOwner(getScene().getWindow());
        alert.getDialogPane().getStylesheets().setAll(getScene().getStylesheets());
        alert.setTitle("Apply to " + what);
        alert.setHeaderText("Write the change into the schema " + what + " of "
                + choice.patch().service().name() + "?");
        alert.showAndWait().filter(write::equals).ifPresent(_ -> model.apply(choice.patch()));
    }

    private static final class Titles extends StringConverter<Choice> {
        @Override
        public String toString(@Nullable Choice choice) {
            return choice == null ? "" : Objects.requireNonNull(choice).title();
        }

        @Override
        public @Nullable Choice fromString(String title) {
            return null;
        }
    }
}
