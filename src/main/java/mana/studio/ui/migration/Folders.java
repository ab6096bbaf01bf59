package mana.studio.ui.migration;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person for the folder of a project.
interface Folders {
    /// @return empty where the person thought better of it
    Optional<Path> pick(@Nullable Window owner);

    /// The system's own dialog.
    static Optional<Path> ofSystem(@Nullable Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Choose the folder of a monorepo or of a service");
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }
}
