package mana.studio.ui.shell;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.apply.Order;
import mana.studio.apply.PhasedPlan;
import mana.studio.convention.ConventionSettings;
import mana.studio.demo.DemoServer;
import mana.studio.design.Spot;
import mana.studio.diagram.Positions;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.locks.release.Audit;
import mana.studio.safety.safer.Phase;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.activity.ActivityView;
import mana.studio.ui.apply.ApplyScreens;
import mana.studio.ui.conventions.ConventionsView;
import mana.studio.ui.design.IndexesPane;
import mana.studio.ui.design.TableForm;
import mana.studio.ui.diagram.DiagramView;
import mana.studio.ui.diagram.DiagramWishes;
import mana.studio.ui.drift.DriftView;
import mana.studio.ui.history.HistoryView;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Hints;
import mana.studio.ui.kit.HouseRules;
import mana.studio.ui.kit.Navigator.Screen;
import mana.studio.ui.kit.ServiceMigrations;
import mana.studio.ui.kit.TabContent;
import mana.studio.ui.locks.LockBoard;
import mana.studio.ui.locks.LocksView;
import mana.studio.ui.migrate.MigrateScreens;
import mana.studio.ui.migrate.MigrateView;
import mana.studio.ui.migration.MigrationView;
import mana.studio.ui.objects.form.EnumForm;
import mana.studio.ui.objects.form.SchemaForm;
import mana.studio.ui.objects.form.SequenceForm;
import mana.studio.ui.objects.form.ViewForm;
import mana.studio.ui.pending.PendingView;
import mana.studio.ui.pending.UndoKeys;
import mana.studio.ui.preview.ChangesView;
import mana.studio.ui.shell.Sides.SideContent;
import mana.studio.ui.structure.StructureView;
import mana.studio.ui.structure.TableFacts;
import mana.studio.ui.typescript.DrizzleSide;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Makes the forms and screens that design an open database, out of the features that show them.
final class Drafting {
    private static final Runnable NOTHING = () -> {};
    private static final String SCHEMA = "schema:";

    private final OpenSession session;
    private final Places places;
    private final JsonFile<Positions> positions;
    private final JsonFile<DiagramWishes> wishes;
    private final HouseRules rules;
    private final Hints hints;
    private final ApplyScreens applying;
    private final MigrateScreens migrating;
    private final LockBoard board;
    /// The screen of changes that was opened last.
    private @Nullable ChangesView changes;
    /// The forms that are open, by the identity of what they show.
    private final Map<String, Consumer<Spot>> forms = new HashMap<>();
    private @Nullable PendingView pendingView;

    Drafting(OpenSession session, Places places) {
        this.session = session;
        this.places = places;
        String profile = session.workspace().profile().id();
        positions = Positions.file(places, profile);
        wishes = DiagramWishes.file(places);
        rules = new HouseRules(
                new JsonFile<>(
                        places.config().resolve("conventions.json"), ConventionSettings.class, ConventionSettings.NONE),
                profile,
                session.background());
        hints = new Hints(session, rules);
        applying = new ApplyScreens(session, places);
        migrating = new MigrateScreens(session, places);
        board = new LockBoard(session, places, project());
    }

    /// Says above all else what an interrupted application has left, and which phase is still to come.
    Region unfinished() {
        return new VBox(applying.unfinished(), applying.phases(this::goOn));
    }

    /// Whether something is being applied.
    boolean isApplying() {
        return applying.isRunning();
    }

    /// Stops that, and goes on once it has ended.
    void stopApplying(Runnable then) {
        applying.stop(then);
    }

    /// The form of what can be designed; of anything else what it is.
    SideContent structure(SchemaObject object) {
        return switch (object) {
            case Table table -> table(table);
            case EnumType type -> {
                Highlight highlight = new Highlight();
                EnumForm form = new EnumForm(session, type.id(), highlight);
                yield beside(type.id(), form, highlight, form::show, form::close);
            }
            case Sequence sequence -> {
                Highlight highlight = new Highlight();
                SequenceForm form = new SequenceForm(session, sequence.id(), highlight);
                yield beside(sequence.id(), form, highlight, form::show, form::close);
            }
            case View view -> {
                Highlight highlight = new Highlight();
                IndexesPane indexes = new IndexesPane(session, view.id(), highlight, hints);
                ViewForm form = new ViewForm(session, view.id(), highlight, indexes);
                Consumer<Spot> show = spot -> {
                    form.show(spot);
                    indexes.show(spot);
                };
                yield beside(view.id(), form, highlight, show, () -> {
                    form.close();
                    indexes.close();
                });
            }
            case DomainType _, CompositeType _, Routine _ -> {
                StructureView view = new StructureView(session, object);
                yield new SideContent(view, view::requestFocus, NOTHING, NOTHING, view::close);
            }
        };
    }

    /// A form with the preview beside it.
    private SideContent beside(Identity id, Region form, Highlight highlight, Consumer<Spot> show, Runnable close) {
        DesignSide side = new DesignSide(session, form, highlight, drizzle());
        forms.put(id.key(), show);
        return new SideContent(side, form::requestFocus, NOTHING, side::find, () -> {
            forms.remove(id.key());
            side.close();
            close.run();
        });
    }

    /// The project that belongs to the database while a person has chosen none.
    private Optional<Path> project() {
        return DemoServer.project(places, session.workspace().profile());
    }

    private DrizzleSide drizzle() {
        return new DrizzleSide(session, ProjectSettings.file(places), project());
    }

    private SideContent table(Table table) {
        Highlight highlight = new Highlight();
        TableFacts facts = new TableFacts(session, table);
        TableForm form = new TableForm(session, table.id(), highlight, hints, _ -> facts);
        return beside(table.id(), form, highlight, form::show, () -> {
            form.close();
            facts.close();
        });
    }

    /// The form of a schema, in a tab of its own.
    TabContent schema(Schema schema) {
        Highlight highlight = new Highlight();
        SchemaForm form = new SchemaForm(session, schema.id(), highlight);
        return new ScreenTab(
                schemaKey(schema.name()),
                schema.name(),
                Feather.FOLDER,
                beside(schema.id(), form, highlight, form::show, form::close));
    }

    /// Names the tab of a schema.
    static String schemaKey(String name) {
        return SCHEMA + name;
    }

    /// The name of the schema whose tab a key names; empty where it names none.
    static Optional<String> schemaOf(String key) {
        return key.startsWith(SCHEMA) ? Optional.of(key.substring(SCHEMA.length())) : Optional.empty();
    }

    /// Gives the focus to a field of a form that is open.
    void show(Spot spot) {
        Optional.ofNullable(forms.get(spot.object().key())).ifPresent(form -> form.accept(spot));
    }

    TabContent screen(Screen screen) {
        return switch (screen) {
            case CHANGES, MIGRATION -> changes();
            case DIAGRAM -> new DiagramView(session, positions, wishes);
            case CONVENTIONS -> conventions();
            case HISTORY -> history();
            case DRIFT -> drift();
            case ACTIVITY -> activity();
            case LOCKS -> locks();
        };
    }

    private TabContent changes() {
        PendingView pending = new PendingView(session, session.designing());
        pendingView = pending;
        ChangesView view = new ChangesView(
                session, new Highlight(), pending, this::apply, applying::dryRun, this::migration, drizzle());
        UndoKeys.install(view, session.designing());
        changes = view;
        return new ScreenTab(
                key(Screen.CHANGES),
                "Changes",
                Feather.GIT_PULL_REQUEST,
                new SideContent(view, view::requestFocus, NOTHING, view::find, view::close));
    }

    private ChangesView.Written migration() {
        MigrationView view = new MigrationView(session, places, project());
        return new ChangesView.Written(view, view::find, view::close);
    }

    /// The changes, where their tab was opened.
    Optional<ChangesView> changesView() {
        return Optional.ofNullable(changes);
    }

    /// The list of what is pending, where its tab was opened.
    Optional<PendingView> pendingView() {
        return Optional.ofNullable(pendingView);
    }

    /// @param safer the phases of the safer way; none for the direct way
    private Region apply(List<Phase> safer) {
        Forecast forecast = session.designing().forecast().get();
        if (safer.isEmpty() || forecast == null) {
            return applying.applying();
        }
        Database base = forecast.design().base();
        Database wanted = forecast.design().database();
        return safer.size() == 1
                ? applying.applying(Order.of(safer.getFirst(), base, wanted))
                : applying.applying(PhasedPlan.of(safer, wanted), base);
    }

    /// Shows what is next of a plan of several phases, on the screen of changes.
    private void goOn() {
        session.navigator().open(Screen.CHANGES);
        ChangesView open = changes;
        if (open != null) {
            open.showApplying(applying.continuing());
        }
    }

    /// The phase that is still to come, for the window's bar.
    Region phaseBar() {
        return applying.phaseBar(this::goOn);
    }

    private TabContent conventions() {
        ConventionsView view = new ConventionsView(session, rules);
        return new ScreenTab(
                key(Screen.CONVENTIONS),
                "Conventions",
                Feather.CHECK_SQUARE,
                new SideContent(view, view::requestFocus, NOTHING, view::find, view::close));
    }

    /// What is pending of a service's migrations, and running it.
    TabContent migrations(ServiceMigrations migrations) {
        MigrateView view = migrating.running(migrations);
        return new ScreenTab(
                migrationsKey(migrations),
                "Run " + migrations.service(),
                Feather.PLAY,
                new SideContent(view, view::requestFocus, view::refresh, NOTHING, NOTHING));
    }

    static String migrationsKey(ServiceMigrations migrations) {
        return "migrations:" + migrations.folder();
    }

    private TabContent history() {
        HistoryView view = new HistoryView(session, places, project());
        return new ScreenTab(
                key(Screen.HISTORY),
                "History",
                Feather.CLOCK,
                new SideContent(view, view::requestFocus, view::refresh, view::find, view::close));
    }

    private TabContent locks() {
        LocksView view = board.view();
        return new ScreenTab(
                key(Screen.LOCKS),
                "Locks",
                Feather.LOCK,
                new SideContent(view, view::requestFocus, view::refresh, view::find, view::close));
    }

    /// Says in the status bar which locks are stuck.
    Node lockBadge() {
        return board.badge();
    }

    private TabContent drift() {
        DriftView view = new DriftView(session, places, project());
        return new ScreenTab(
                key(Screen.DRIFT),
                "Drift",
                Feather.COLUMNS,
                new SideContent(view, view::requestFocus, view::refresh, NOTHING, view::close));
    }

    private TabContent activity() {
        ActivityView view = new ActivityView(session, Audit.of(places));
        return new ScreenTab(
                key(Screen.ACTIVITY),
                "Activity",
                Feather.ACTIVITY,
                new SideContent(view, view::requestFocus, view::refresh, view::find, view::close));
    }

    /// Names a screen's tab.
    static String key(Screen screen) {
        return switch (screen) {
            case CHANGES, MIGRATION -> "changes";
            case DIAGRAM -> "diagram";
            case CONVENTIONS -> "conventions";
            case HISTORY -> "history";
            case DRIFT -> "drift";
            case ACTIVITY -> "activity";
            case LOCKS -> "locks";
        };
    }

    /// The screen that a key names; empty where it names none.
    static Optional<Screen> screen(String key) {
        for (Screen screen : Screen.values()) {
            if (key(screen).equals(key)) {
                return Optional.of(screen);
            }
        }
        return Optional.empty();
    }

    /// Follows the design no longer.
    void close() {
        hints.close();
        applying.close();
        migrating.close();
        board.close();
    }
}
