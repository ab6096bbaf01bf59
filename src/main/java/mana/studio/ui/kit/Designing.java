package mana.studio.ui.kit;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Problem;
import org.jspecify.annotations.Nullable;

/// The one set of pending changes of an open database: every screen that designs works on it. To be used on the
/// interface's thread only.
public interface Designing {
    /// The design as it is now; null until a catalog is known.
    ReadOnlyObjectProperty<@Nullable Design> design();

    /// What it would do; computed behind the interface, so that it may be of a design some milliseconds older. Null
    /// until the first is there.
    ReadOnlyObjectProperty<@Nullable Forecast> forecast();

    /// Why there is no newer forecast; null where there is one.
    ReadOnlyObjectProperty<@Nullable Failure> forecastFailure();

    /// What is wrong in the design, found behind the interface.
    ReadOnlyObjectProperty<List<Problem>> problems();

    /// Changes the design; nothing until a catalog is known.
    void edit(Edit edit);

    void undo();

    void redo();

    /// Drops all that is pending. It can be undone.
    void discard();

    /// Says that a design was applied to the database, before its catalog is read again: what then differs in wording
    /// only
    /// is no change any more.
    default void applied(Design what) {}

    /// Says that a part of the design was applied, before the catalog is read again: what the database has by then, on
    /// the way to the design, is no conflict with it.
    default void advanced() {}
}
