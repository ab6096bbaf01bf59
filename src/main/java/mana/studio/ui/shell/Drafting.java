package mana.studio.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import mana.studio.convention.ConventionSettings;
import mana.studio.design.Spot;
import mana.studio.diagram.Positions;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.apply.ApplyScreens;
import mana.studio.ui.conventions.ConventionsView;
import mana.studio.ui.design.TableForm;
import mana.studio.ui.diagram.DiagramView;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Hints;
import mana.studio.ui.kit.HouseRules;
import mana.studio.ui.kit.Navigator.Screen;
import mana.studio.ui.kit.TabContent;
import mana.studio.ui.preview.ChangesView;
import mana.studio.ui.shell.Sides.SideContent;
import mana.studio.ui.structure.StructureView;
import mana.studio.ui.structure.TableFacts;
import org.kordamp.ikonli.feather.Feather;

/// Makes the forms and screens that design an open database, out of the features that show them.
final class Drafting {
    private static final Runnable NOTHING = () -> {};

    private final OpenSession session;
    private final JsonFile<Positions> positions;
    private final HouseRules rules;
    private final Hints hints;
    private final ApplyScreens applying;
    /// The forms that are open, by the identity of what they show.
    private final Map<String, Consumer<Spot>> forms = new HashMap<>();

    Drafting(OpenSession session, Places places) {
        this.session = session;
        String profile = session.workspace().profile().id();
        positions = Positions.file(places, profile);
        rules = new HouseRules(
                new JsonFile<>(
                        places.config().resolve("conventions.json"), ConventionSettings.class, ConventionSettings.NONE),
                profile,
                session.background());
        hints = new Hints(session, rules);
        applying = new ApplyScreens(session, places);
    }

    /// Says above all else what an interrupted application has left.
    Region unfinished() {
        return applying.unfinished();
    }

    /// The form of what can be designed; of anything else what it is.
    SideContent structure(SchemaObject object) {
        return switch (object) {
            case Table table -> table(table);
            default -> {
                StructureView view = new StructureView(session, object);
                yield new SideContent(view, view::requestFocus, NOTHING, NOTHING, view::close);
            }
        };
    }

    private SideContent table(Table table) {
        Highlight highlight = new Highlight();
        TableFacts facts = new TableFacts(session, table);
        TableForm form = new TableForm(session, table.id(), highlight, hints, _ -> facts);
        DesignSide side = new DesignSide(session, form, highlight);
        forms.put(table.id().key(), form::show);
        return new SideContent(side, form::requestFocus, NOTHING, side::find, () -> {
            forms.remove(table.id().key());
            side.close();
            form.close();
            facts.close();
        });
    }

    /// Gives the focus to a field of a form that is open.
    void show(Spot spot) {
        Optional.ofNullable(forms.get(spot.object().key())).ifPresent(form -> form.accept(spot));
    }

    TabContent screen(Screen screen) {
        return switch (screen) {
            case CHANGES -> changes();
            case DIAGRAM -> new DiagramView(session, positions);
            case CONVENTIONS -> conventions();
        };
    }

    private TabContent changes() {
        ChangesView view =
                new ChangesView(session, new Highlight(), new Region(), applying::applying, applying::dryRun);
        return new ScreenTab(
                key(Screen.CHANGES),
                "Changes",
                Feather.GIT_PULL_REQUEST,
                new SideContent(view, view::requestFocus, NOTHING, view::find, view::close));
    }

    private TabContent conventions() {
        ConventionsView view = new ConventionsView(session, rules);
        return new ScreenTab(
                key(Screen.CONVENTIONS),
                "Conventions",
                Feather.CHECK_SQUARE,
                new SideContent(view, view::requestFocus, NOTHING, view::find, view::close));
    }

    /// Names a screen's tab.
    static String key(Screen screen) {
        return switch (screen) {
            case CHANGES -> "changes";
            case DIAGRAM -> "diagram";
            case CONVENTIONS -> "conventions";
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
    }
}
