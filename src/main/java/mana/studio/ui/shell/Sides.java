package mana.studio.ui.shell;

import java.util.List;
import javafx.scene.Node;
import mana.studio.rows.Filter;
import mana.studio.schema.Relation;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.data.DataView;
import mana.studio.ui.kit.Navigator.Place;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.kit.Session;
import mana.studio.ui.structure.ReferencesView;
import mana.studio.ui.structure.SqlView;
import mana.studio.ui.typescript.DrizzleView;

/// Makes the sides of an object's tab out of the features that show them.
final class Sides {
    private static final Runnable NOTHING = () -> {};

    private final Session session;
    private final Drafting drafting;

    Sides(Session session, Drafting drafting) {
        this.session = session;
        this.drafting = drafting;
    }

    /// What a side shows, and what it does when it is chosen, refreshed (F5), searched (Ctrl+F) and closed.
    record SideContent(Node view, Runnable shown, Runnable refresh, Runnable find, Runnable close) {}

    SideContent make(SchemaObject object, Side side) {
        return switch (side) {
            case DATA -> data((Relation) object, List.of(), List.of());
            case STRUCTURE -> drafting.structure(object);
            case SQL -> sql(object);
            case DRIZZLE -> drizzle(object);
            case REFERENCES -> references(object);
        };
    }

    /// @param filters the rows to show
    /// @param trail   the rows passed on the way here
    SideContent data(Relation relation, List<Filter> filters, List<Place> trail) {
        DataView data = new DataView(session, relation, filters);
        if (!trail.isEmpty()) {
            data.showRows(filters, trail);
        }
        return new SideContent(data.view(), data::shown, data::refresh, data::find, data::close);
    }

    private SideContent sql(SchemaObject object) {
        SqlView view = new SqlView(session, object);
        return new SideContent(view, view::requestFocus, NOTHING, view::find, view::close);
    }

    private SideContent drizzle(SchemaObject object) {
        DrizzleView view = new DrizzleView(session, object);
        return new SideContent(view, view::requestFocus, NOTHING, view::find, view::close);
    }

    private SideContent references(SchemaObject object) {
        ReferencesView view = new ReferencesView(session, object);
        return new SideContent(view, view::requestFocus, NOTHING, NOTHING, view::close);
    }
}
