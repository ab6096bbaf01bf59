package mana.studio.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Workspace;
import mana.studio.convention.ServiceRegistry;
import mana.studio.design.Spot;
import mana.studio.rows.Filter;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.FxBackground;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.ServerOffer;
import mana.studio.ui.kit.ServiceMigrations;
import mana.studio.ui.kit.Session;
import mana.studio.ui.pending.PendingDesign;
import org.jspecify.annotations.Nullable;

/// A session whose catalog the test sets, and that remembers where a person was sent.
public final class TestSession implements Session {
    private final ObjectProperty<@Nullable Snapshot> catalog = new SimpleObjectProperty<>();
    private final ObjectProperty<ServiceRegistry> services = new SimpleObjectProperty<>(ServiceRegistry.MANA);
    private final Background background = new FxBackground();
    private final List<String> visited = new ArrayList<>();
    private final @Nullable Workspace workspace;
    private @Nullable PendingDesign designing;
    private final ServerOffer offer;
    private int refreshes;

    public TestSession(@Nullable Snapshot snapshot) {
        this(snapshot, null);
    }

    public TestSession(@Nullable Snapshot snapshot, @Nullable Workspace workspace) {
        catalog.set(snapshot);
        this.workspace = workspace;
        offer = new ServerOffer(background, workspace == null ? null : workspace::source);
    }

    /// Where a person was sent, in order: `auth.users`, `auth.users STRUCTURE`.
    public List<String> visited() {
        return visited;
    }

    /// A new catalog was read.
    public void read(Snapshot snapshot) {
        catalog.set(snapshot);
    }

    @Override
    public Workspace workspace() {
        if (workspace == null) {
            throw new AssertionError("this session has no server");
        }
        return workspace;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Snapshot> catalog() {
        return catalog;
    }

    @Override
    public void refresh() {
        refreshes++;
    }

    /// How often it was asked to read the catalog again.
    public int refreshes() {
        return refreshes;
    }

    @Override
    public Background background() {
        return background;
    }

    @Override
    public Navigator navigator() {
        return new Navigator() {
            @Override
            public void open(SchemaObject object) {
                visited.add(object.name().toString());
            }

            @Override
            public void open(QualifiedName name, Side side) {
                visited.add(name + " " + side);
            }

            @Override
            public void show(Spot spot) {
                visited.add("spot " + spot.field());
            }

            @Override
            public void open(Screen screen) {
                visited.add("screen " + screen);
            }

            @Override
            public void runMigrations(ServiceMigrations migrations) {
                visited.add("run " + migrations.service() + " " + migrations.table());
            }

            @Override
            public void describeConnection(String name, ConnectionString connection) {
                visited.add("connection " + name + " " + connection.target());
            }

            @Override
            public void registerService(String schema) {
                visited.add("service for " + schema);
            }

            @Override
            public void openDiagram(QualifiedName focus) {
                visited.add("diagram of " + focus);
            }

            @Override
            public void openRows(QualifiedName relation, List<Filter> filters) {
                visited.add(relation + " " + filters);
            }
        };
    }

    @Override
    public ReadOnlyObjectProperty<ServiceRegistry> services() {
        return services;
    }

    @Override
    public ServerOffer offer() {
        return offer;
    }

    /// Made when it is first asked for: most tests design nothing.
    @Override
    public Designing designing() {
        PendingDesign existing = designing;
        if (existing == null) {
            existing = new PendingDesign(this);
            designing = existing;
        }
        return existing;
    }
}
