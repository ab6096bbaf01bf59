package mana.studio.ui.design.state;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Workspace;
import mana.studio.convention.ConventionSettings;
import mana.studio.convention.ServiceRegistry;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import mana.studio.settings.JsonFile;
import mana.studio.testing.TestDatabases;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Hints;
import mana.studio.ui.kit.HouseRules;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.ServerOffer;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// A design without a window: nothing is computed behind it.
final class PlainSession implements Session {
    private final DirectDesign design;
    private final ReadOnlyObjectWrapper<ServiceRegistry> services = new ReadOnlyObjectWrapper<>(ServiceRegistry.MANA);

    PlainSession(Table... tables) {
        design = new DirectDesign(TestDatabases.database(tables));
    }

    TableModel model(Table table) {
        Path nowhere = Path.of("no", "such", "conventions.json");
        HouseRules rules = new HouseRules(
                new JsonFile<>(nowhere, ConventionSettings.class, ConventionSettings.NONE), "test", background());
        return new TableModel(this, new Highlight(), new Hints(this, rules), table.id());
    }

    Design now() {
        return design.now();
    }

    Table table(Table table) {
        return now().database()
                .tables()
                .filter(each -> each.id().same(table.id()))
                .findFirst()
                .orElseThrow();
    }

    List<String> columns(Table table) {
        return table(table).columns().stream().map(Column::name).toList();
    }

    void edit(UnaryOperator<Database> change) {
        designing().edit(Edit.of("Prepare", change));
    }

    static Identity id(Table table, String column) {
        return table.column(column).orElseThrow().id();
    }

    @Override
    public Workspace workspace() {
        throw new AssertionError("there is no server");
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Snapshot> catalog() {
        return new ReadOnlyObjectWrapper<@Nullable Snapshot>(null).getReadOnlyProperty();
    }

    @Override
    public void refresh() {}

    @Override
    public Background background() {
        return new Background() {
            @Override
            public <T> Running start(Job<T> job) {
                return new Nothing(job.title());
            }

            @Override
            public ObservableList<Running> running() {
                return FXCollections.emptyObservableList();
            }
        };
    }

    private record Nothing(String title) implements Background.Running {
        @Override
        public ReadOnlyObjectProperty<String> message() {
            return new ReadOnlyObjectWrapper<>("").getReadOnlyProperty();
        }

        @Override
        public ReadOnlyObjectProperty<Double> fraction() {
            return new ReadOnlyObjectWrapper<>(-1.0).getReadOnlyProperty();
        }

        @Override
        public void cancel() {}
    }

    @Override
    public Navigator navigator() {
        throw new AssertionError("there is no window");
    }

    @Override
    public ReadOnlyObjectProperty<ServiceRegistry> services() {
        return services.getReadOnlyProperty();
    }

    @Override
    public ServerOffer offer() {
        return new ServerOffer(background(), null);
    }

    @Override
    public Designing designing() {
        return design;
    }
}
