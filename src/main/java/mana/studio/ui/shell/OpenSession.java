package mana.studio.ui.shell;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.catalog.CatalogCache;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.ConnectionState;
import mana.studio.connection.Workspace;
import mana.studio.convention.ServiceRegistry;
import mana.studio.settings.Places;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.ServerOffer;
import mana.studio.ui.kit.Session;
import mana.studio.ui.pending.DesignFile;
import mana.studio.ui.pending.PendingDesign;
import org.jspecify.annotations.Nullable;

/// An open database: its workspace, and its catalog, remembered first and read behind it.
final class OpenSession implements Session, AutoCloseable {
    private final Workspace workspace;
    private final Background background;
    private final Navigator navigator;
    private final CatalogCache remembered;
    private final ReadOnlyObjectProperty<ServiceRegistry> services;
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> catalog = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ConnectionState> state;
    private final PendingDesign designing;
    private final ServerOffer offer;

    OpenSession(
            Workspace workspace,
            Background background,
            Navigator navigator,
            CatalogCache remembered,
            Places places,
            ReadOnlyObjectProperty<ServiceRegistry> services) {
        this.workspace = workspace;
        this.background = background;
        this.navigator = navigator;
        this.remembered = remembered;
        this.services = services;
        this.offer = new ServerOffer(background, workspace::source);
        this.state = new ReadOnlyObjectWrapper<>(workspace.state());
        this.designing = new PendingDesign(
                this, new DesignFile(places, workspace.profile().id()));
    }

    /// Shows what is remembered of the catalog, reads it anew, and follows the connection.
    void start() {
        workspace.onState(changed -> Platform.runLater(() -> enter(changed)));
        background.start(Job.of("Remembering the catalog", _ -> remembered.find(workspace.profile().id()))
                .quietly()
                .whenDone(found -> {
                    if (catalog.get() == null) {
                        found.ifPresent(catalog::set);
                    }
                }));
        refresh();
    }

    private void enter(ConnectionState changed) {
        boolean regained = state.get() instanceof ConnectionState.Lost && changed instanceof ConnectionState.Connected;
        state.set(changed);
        if (regained) {
            refresh();
        }
    }

    @Override
    public void refresh() {
        background.start(Job.of("Reading the catalog", progress -> {
                    Snapshot snapshot = new CatalogReader(workspace.source()).read(progress.cancellation());
                    remembered.keep(workspace.profile().id(), snapshot);
                    return snapshot;
                })
                .superseding("catalog of " + workspace.profile().id())
                .whenDone(snapshot -> {
                    failure.set(null);
                    offer.outdate();
                    catalog.set(snapshot);
                })
                .whenFailed(error -> failure.set(Failure.of("Reading the catalog", error))));
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Snapshot> catalog() {
        return catalog.getReadOnlyProperty();
    }

    /// Why the catalog could not be read the last time; null where it could.
    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ConnectionState> state() {
        return state.getReadOnlyProperty();
    }

    @Override
    public Background background() {
        return background;
    }

    @Override
    public Navigator navigator() {
        return navigator;
    }

    @Override
    public ReadOnlyObjectProperty<ServiceRegistry> services() {
        return services;
    }

    @Override
    public ServerOffer offer() {
        return offer;
    }

    @Override
    public PendingDesign designing() {
        return designing;
    }

    /// Ends its sessions behind the window: a server that hangs must not hold the interface.
    @Override
    public void close() {
        designing.close();
        background.start(Job.of("Disconnecting", _ -> {
                    workspace.close();
                    return workspace;
                })
                .quietly());
    }
}
