package mana.studio.ui.shell;

import java.util.Optional;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Profile;

public final class NothingRemembered implements RememberedCatalogs {
    @Override
    public Optional<Snapshot> of(Profile profile) {
        return Optional.empty();
    }

    @Override
    public void keep(Profile profile, Snapshot snapshot) {}
}
