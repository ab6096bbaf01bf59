package mana.studio.ui.diagram;

import java.nio.file.Path;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;

/// How a person wants diagrams to be shown, whichever the database.
///
/// @param legendHidden the legend was put away
public record DiagramWishes(boolean legendHidden) {
    static final DiagramWishes NONE = new DiagramWishes(false);

    /// The file they are kept in.
    public static JsonFile<DiagramWishes> file(Places places) {
        return in(places.state().resolve("diagram.json"));
    }

    static JsonFile<DiagramWishes> in(Path path) {
        return new JsonFile<>(path, DiagramWishes.class, NONE);
    }
}
