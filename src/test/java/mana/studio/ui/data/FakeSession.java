package mana.studio.ui.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Workspace;
import mana.studio.convention.ServiceRegistry;
import mana.studio.design.Spot;
import mana.studio.rows.Filter;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.FxBackground;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.ServerOffer;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// A session over hand-made tables, which writes down where it was asked to go.
final class FakeSession implements Session, Navigator {
    /// @param trail where the person came from
    record Opened(QualifiedName relation, List<Filter> filters, List<Place> trail) {}

    final List<Opened> opened = new ArrayList<>();
    private final FxBackground background = new FxBackground();
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> catalog;
    private final ReadOnlyObjectWrapper<ServiceRegistry> services =
            new ReadOnlyObjectWrapper<>(new ServiceRegistry(List.of()));

    FakeSession(Table... tables) {
        EnumType role = new EnumType(
                Identity.fresh(),
                Sample.ROLE,
                "postgres",
                null,
                Privileges.DEFAULT,
                List.of("member", "editor", "admin"));
        Schema auth = new Schema(
                Identity.fresh(),
                "auth",
                "postgres",
                null,
                Privileges.DEFAULT,
                List.of(tables),
                List.of(),
                List.of(),
                List.of(role),
                List.of(),
                List.of(),
                List.of());
        Database database =
                new Database("sample", 180000, "postgres", null, List.of(auth), List.of(), List.of(), List.of());
        catalog = new ReadOnlyObjectWrapper<>(new Snapshot(database, Map.of(), Instant.EPOCH));
    }

    @Override
    public Workspace workspace() {
        throw new AssertionError("the data source is given to the view itself");
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Snapshot> catalog() {
        return catalog.getReadOnlyProperty();
    }

    @Override
    public void refresh() {
        throw new AssertionError("nobody reads the catalog again here");
    }

    @Override
    public Background background() {
        return background;
    }

    @Override
    public Navigator navigator() {
        return this;
    }

    @Override
    public ReadOnlyObjectProperty<ServiceRegistry> services() {
        return services.getReadOnlyProperty();
    }

    @Override
    public void open(SchemaObject object) {
        throw new AssertionError("only rows are opened from rows");
    }

    @Override
    public void open(QualifiedName name, Side side) {
        throw new AssertionError("only rows are opened from rows");
    }

    @Override
    public ServerOffer offer() {
        return new ServerOffer(background(), null);
    }

    @Override
    public Designing designing() {
        throw new AssertionError("rows are no design");
    }

    @Override
    public void show(Spot spot) {
        throw new AssertionError("only rows are opened from rows");
    }

    @Override
    public void open(Screen screen) {
        throw new AssertionError("only rows are opened from rows");
    }

    @Override
    public void registerService(String schema) {
        throw new AssertionError("rows lead to no service");
    }

    @Override
    public void openDiagram(QualifiedName focus) {
        throw new AssertionError("only rows are opened from rows");
    }

    @Override
    public void openRows(QualifiedName relation, List<Filter> filters) {
        openRows(relation, filters, List.of());
    }

    @Override
    public void openRows(QualifiedName relation, List<Filter> filters, List<Place> trail) {
        opened.add(new Opened(relation, filters, trail));
    }

    void close() {
        background.close();
    }
}
