package mana.studio.ui.diagram;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person where a picture shall go.
interface FilePicker {
    /// @param suggested the file's name to start with
    /// @return empty where the person thought better of it
    Optional<Path> pick(@Nullable Window owner, String kind, String suggested);

    /// The system's own dialog.
    static Optional<Path> ofSystem(@Nullable Window owner, String kind, String suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the diagram as " + kind);
        chooser.setInitialFileName(suggested);
        String ending = suggested.substring(suggested.lastIndexOf('.'));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, "*" + ending));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
