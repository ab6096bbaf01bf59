package mana.studio.ui.kit;

import javafx.beans.property.ReadOnlyObjectProperty;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Workspace;
import mana.studio.convention.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/// What the features share while a database is open. Its properties change on the interface's thread only.
public interface Session {
    Workspace workspace();

    /// The newest catalog known; null until one was read or remembered.
    ReadOnlyObjectProperty<@Nullable Snapshot> catalog();

    /// Reads the catalog again.
    void refresh();

    Background background();

    Navigator navigator();

    ReadOnlyObjectProperty<ServiceRegistry> services();

    /// What the open database's server has to choose from.
    ServerOffer offer();

    /// The pending changes of the open database.
    Designing designing();
}
