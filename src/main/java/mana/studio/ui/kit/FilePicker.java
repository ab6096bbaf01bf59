package mana.studio.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person where a file shall go.
@FunctionalInterface
public interface FilePicker {
    /// @return empty where the person thought better of it
    Optional<Path> pick(@Nullable Window owner, Wanted wanted);

    /// @param title     of the question: `Save script`
    /// @param kind      of the file: `SQL`
    /// @param suggested the name to start with; its ending is the kind's
    record Wanted(String title, String kind, String suggested) {}

    /// For the window that a node is in.
    default Optional<Path> pick(Node asking, Wanted wanted) {
        return pick(asking.getScene() == null ? null : asking.getScene().getWindow(), wanted);
    }

    /// The system's own dialog.
    static Optional<Path> ofSystem(@Nullable Window owner, Wanted wanted) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(wanted.title());
        chooser.setInitialFileName(wanted.suggested());
        String ending = wanted.suggested().substring(wanted.suggested().lastIndexOf('.'));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(wanted.kind(), "*" + ending));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
