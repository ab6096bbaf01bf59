package mana.studio.ui.data;

import java.util.List;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javax.sql.DataSource;
import mana.studio.catalog.Snapshot;
import mana.studio.rows.Filter;
import mana.studio.rows.RowQuery;
import mana.studio.rows.SoftDeleted;
import mana.studio.schema.Column;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.ui.kit.FilePicker;
import mana.studio.ui.kit.Navigator.Place;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The Data side of a table's tab: its rows, page by page, sorted, filtered, looked at, copied, exported.
///
/// Reads its first page when it is made; {@link #close} ends what it started.
public final class DataView {
    private final Session session;
    private final DataSource source;
    private final FilePicker files;
    private final StackPane view = new StackPane();
    private final ChangeListener<@Nullable Snapshot> catalogChanged = (_, _, catalog) -> follow(catalog);
    private DataModel model;
    private RowLinks links;
    private DataPane pane;

    /// @param filters the ones to start with: a followed foreign key
    public DataView(Session session, Relation relation, List<Filter> filters) {
        this(session, session.workspace().source(), FilePicker::ofSystem, relation, filters);
    }

    DataView(Session session, DataSource source, FilePicker files, Relation relation, List<Filter> filters) {
        this.session = session;
        this.source = source;
        this.files = files;
        model = model(new RowQuery(relation, filters, null, List.of(), SoftDeleted.SHOW));
        links = new RowLinks(session, relation);
        pane = new DataPane(model, links, files);
        view.getChildren().setAll(List.of(pane));
        session.catalog().addListener(catalogChanged);
        model.open();
    }

    private DataModel model(RowQuery query) {
        return new DataModel(session.background(), source, query);
    }

    /// The keys that work among the rows, with what they do, for the list of keys.
    public static Map<String, String> keys() {
        return DataKeys.WORDS;
    }

    public Node view() {
        return view;
    }

    /// The side was chosen: gives the focus to the rows.
    public void shown() {
        pane.focusRows();
    }

    /// Reads the rows again, staying where they are.
    public void refresh() {
        pane.refresh();
    }

    /// Goes where rows are narrowed.
    public void find() {
        pane.find();
    }

    /// Shows other rows of the relation: a person followed a foreign key here, or went back. What is shown already
    /// stays as it is.
    ///
    /// @param trail the way that led here, the first place first
    public void showRows(List<Filter> filters, List<Place> trail) {
        links.cameBy(trail);
        pane.showTrail();
        model.filter(filters);
    }

    /// Ends what runs, stops listening.
    public void close() {
        session.catalog().removeListener(catalogChanged);
        model.close();
    }

    /// The relation has other columns now: begins again with them, keeping the filters that still fit.
    private void follow(@Nullable Snapshot catalog) {
        RowQuery asked = model.query().get();
        Relation known = asked.relation();
        Relation now = catalog == null ? null : catalog.database().relation(known.name()).orElse(null);
        if (now == null || isSameShape(now, known)) {
            return;
        }
        model.close();
        List<String> names = now.columns().stream().map(Column::name).toList();
        List<Filter> filters = asked.filters().stream()
                .filter(filter -> names.contains(filter.column()))
                .toList();
        RowLinks newLinks = new RowLinks(session, now);
        newLinks.cameBy(links.trail());
        links = newLinks;
        model = model(new RowQuery(now, filters, asked.where(), List.of(), asked.softDeleted()));
        pane = new DataPane(model, links, files);
        view.getChildren().setAll(List.of(pane));
        model.open();
    }

    /// Whether rows look and are walked the same, whatever else changed.
    private static boolean isSameShape(Relation one, Relation other) {
        return one.columns().equals(other.columns())
                && (!(one instanceof Table now) || !(other instanceof Table then)
                        || now.constraints().equals(then.constraints()));
    }
}
