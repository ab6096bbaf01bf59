package mana.studio.ui.design;

import javafx.beans.property.ReadOnlyObjectProperty;
import javax.sql.DataSource;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Workspace;
import mana.studio.convention.ServiceRegistry;
import mana.studio.testing.TestSession;
import mana.studio.ui.design.state.DirectDesign;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.ServerOffer;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// A session whose design is validated at each step.
final class ProblemSession implements Session {
    private final TestSession session;
    private final DirectDesign designing;
    private final ServerOffer offer;

    ProblemSession(Snapshot snapshot) {
        this(snapshot, null);
    }

    /// @param source of the server that is asked what it has; null for none
    ProblemSession(Snapshot snapshot, @Nullable DataSource source) {
        session = new TestSession(snapshot);
        offer = new ServerOffer(session.background(), source == null ? null : () -> source);
        designing = new DirectDesign(snapshot.database());
    }

    @Override
    public Workspace workspace() {
        return session.workspace();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Snapshot> catalog() {
        return session.catalog();
    }

    @Override
    public void refresh() {}

    @Override
    public Background background() {
        return session.background();
    }

    @Override
    public Navigator navigator() {
        return session.navigator();
    }

    @Override
    public ReadOnlyObjectProperty<ServiceRegistry> services() {
        return session.services();
    }

    @Override
    public ServerOffer offer() {
        return offer;
    }

    @Override
    public Designing designing() {
        return designing;
    }
}
