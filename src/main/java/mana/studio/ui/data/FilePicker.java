package mana.studio.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import mana.studio.rows.ExportFormat;
import org.jspecify.annotations.Nullable;

/// Asks a person where a file shall go.
interface FilePicker {
    /// @param suggested the file's name to start with
    /// @return empty where the person thought better of it
    Optional<Path> pick(@Nullable Window owner, ExportFormat format, String suggested);

    /// The system's own dialog.
    static Optional<Path> ofSystem(@Nullable Window owner, ExportFormat format, String suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export as " + format.label());
        chooser.setInitialFileName(suggested);
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(format.label(), "*." + format.extension()));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(java.io.File::toPath);
    }
}
