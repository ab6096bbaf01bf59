package mana.studio.ui.shell;

import java.util.Optional;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Profile;

/// The last catalog read of each saved connection, so that the tree is there at once at the next start.
public interface RememberedCatalogs {
    Optional<Snapshot> of(Profile profile);

    void keep(Profile profile, Snapshot snapshot);
}
