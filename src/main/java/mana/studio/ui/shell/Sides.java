package mana.studio.ui.shell;

import java.util.List;
import javafx.scene.Node;
import mana.studio.rows.Filter;
import mana.studio.schema.Relation;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.data.DataView;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Navigator.Place;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.kit.Session;
import mana.studio.ui.shell.ObjectTab.SideContent;
import org.kordamp.ikonli.feather.Feather;

/// Makes the sides of an object's tab out of the features that show them.
final class Sides {
    private final Session session;

    Sides(Session session) {
        this.session = session;
    }

    SideContent make(SchemaObject object, Side side) {
        return switch (side) {
            case DATA -> data((Relation) object, List.of(), List.of());
            case STRUCTURE, SQL, REFERENCES -> structure();
        };
    }

    private SideContent structure() {
        Node node = new EmptyState(Feather.GRID, "Structure", "");
        return () -> node;
    }

    SideContent data(Relation relation, List<Filter> filters, List<Place> trail) {
        DataView data = new DataView(session, relation, filters);
        return new SideContent() {
            @Override
            public Node view() {
                return data.view();
            }

            @Override
            public void shown() {
                data.shown();
            }

            @Override
            public void refresh() {
                data.refresh();
            }

            @Override
            public void close() {
                data.close();
            }
        };
    }
}
