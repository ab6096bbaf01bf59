package mana.studio.ui.preview;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person where a script shall go.
interface SqlFiles {
    /// @param suggested the file's name to start with
    /// @return empty where the person thought better of it
    Optional<Path> pick(@Nullable Window owner, String suggested);

    /// The system's own dialog.
    static Optional<Path> ofSystem(@Nullable Window owner, String suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save script");
        chooser.setInitialFileName(suggested);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("SQL", "*.sql"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(java.io.File::toPath);
    }
}
