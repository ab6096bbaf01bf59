package mana.studio.ui.migration;

import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.write.NewFile;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What was written and where, and what comes next.
final class WrittenPane extends StackPane {
    WrittenPane(MigrationModel model, State.Written written) {
        getStyleClass().add("migration");
        VBox box = new VBox(12);
        box.getStyleClass().add("migration-written");
        box.getChildren()
                .add(Parts.styled(
                        Parts.line(
                                Feather.CHECK_CIRCLE,
                                "icon-success",
                                written.files().size() + " files were written, all at once. No database was changed."),
                        "strong-line"));
        VBox paths = new VBox(4);
        Label feedback = Parts.styled(new Label(), "preview-feedback");
        written.files().forEach(file -> paths.getChildren().add(path(written.root(), file, feedback)));
        box.getChildren().add(paths);
        Button all = new Button("Copy all paths", Icons.of(Feather.COPY));
        all.setOnAction(_ -> Parts.copy(
                written.files().stream()
                        .map(file -> written.root().resolve(file.path()).toString())
                        .collect(Collectors.joining("\n")),
                feedback));
        Button drop = new Button("Drop from the design", Icons.of(Feather.TRASH_2));
        drop.setTooltip(new Tooltip("Takes what was written out of the pending changes; it can be undone"));
        drop.setOnAction(_ -> model.dropWritten());
        Button again = new Button("Write another…", Icons.of(Feather.FILE_PLUS));
        again.setOnAction(_ -> model.again());
        box.getChildren()
                .add(Parts.line(
                        Feather.INFO,
                        "icon-column",
                        "The changes are still pending here: they can be dropped now, since the files hold them, or"
                            + " kept until the migration has run and the catalog is read again. Change the TypeScript"
                            + " schema likewise: drizzle-kit compares it with the new snapshot."));
        if (!written.others().isEmpty()) {
            box.getChildren()
                    .add(Parts.line(
                            Feather.LAYERS,
                            "icon-column",
                            "Changes of other services wait for a migration of their own: "
                                    + String.join(", ", written.others()) + "."));
        }
        FlowPane buttons = new FlowPane(8, 8, all, drop);
        if (!written.others().isEmpty()) {
            buttons.getChildren().add(again);
        }
        buttons.getChildren().add(feedback);
        box.getChildren().add(buttons);
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("apply-scroll");
        getChildren().add(scroll);
    }

    private static HBox path(Path root, NewFile file, Label feedback) {
        String full = root.resolve(file.path()).toString();
        Label name = Parts.styled(new Label(file.path()), "mono");
        name.setTooltip(new Tooltip(full));
        Label purpose = Parts.styled(new Label(file.purpose().word()), "migration-purpose");
        Button copy = new Button(null, Icons.of(Feather.COPY));
        copy.getStyleClass().addAll("button-icon", "flat", "small");
        copy.setAccessibleText("Copy the path of " + file.path());
        copy.setTooltip(new Tooltip("Copy " + full));
        copy.setOnAction(_ -> Parts.copy(full, feedback));
        HBox row = new HBox(8, name, purpose, copy);
        row.getStyleClass().add("apply-target");
        return row;
    }
}
