package mana.studio.ui.data;

import java.util.List;
import javafx.scene.Node;
import javax.sql.DataSource;
import mana.studio.rows.Filter;
import mana.studio.rows.RowQuery;
import mana.studio.rows.SoftDeleted;
import mana.studio.schema.Relation;
import mana.studio.ui.kit.Session;

/// The Data side of a table's tab: its rows, page by page, sorted, filtered, looked at, copied, exported.
///
/// Reads its first page when it is made; {@link #close} ends what it started.
public final class DataView {
    private final DataModel model;
    private final DataPane pane;

    /// @param filters the ones to start with: a followed foreign key
    public DataView(Session session, Relation relation, List<Filter> filters) {
        this(session, session.workspace().source(), relation, filters);
    }

    DataView(Session session, DataSource source, Relation relation, List<Filter> filters) {
        model = new DataModel(
                session.background(),
                source,
                new RowQuery(relation, filters, null, List.of(), SoftDeleted.SHOW));
        pane = new DataPane(model);
        model.open();
    }

    public Node view() {
        return pane;
    }

    /// The side was chosen: gives the focus to the rows.
    public void shown() {
        pane.focusGrid();
    }

    /// Reads the rows again, staying where they are.
    public void refresh() {
        pane.refresh();
    }

    /// Ends what runs.
    public void close() {
        model.cancel();
    }
}
