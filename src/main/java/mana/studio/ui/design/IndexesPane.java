package mana.studio.ui.design;

import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mana.studio.design.Spot;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Table;
import mana.studio.ui.design.Section.Adding;
import mana.studio.ui.design.state.PartKind;
import mana.studio.ui.design.state.Proposals;
import mana.studio.ui.design.state.Subject;
import mana.studio.ui.design.state.TableModel;
import mana.studio.ui.design.state.TableState;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Hints;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The indexes of a materialized view, in the form that a table's have; of a plain view nothing is shown.
public final class IndexesPane extends VBox {
    private final TableModel model;
    private final Section<Index> section;
    private final Label none = new Label("REFRESH … CONCURRENTLY needs a unique index on columns, of all rows.");
    private final Subscription following;

    /// @param view      found by identity in the design
    /// @param highlight shared with the preview beside it
    /// @param hints     those of the session
    public IndexesPane(Session session, Identity view, Highlight highlight, Hints hints) {
        model = new TableModel(session, highlight, hints, view, Subject.MATERIALIZED_VIEW);
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        section = new Section<>(
                model,
                _ -> {},
                "Indexes",
                PartKind.INDEX,
                IndexForm.FORM,
                new Adding<>("Add index", this::index, IndexesPane::impossible),
                none);
        getStyleClass().add("view-indexes");
        getChildren().add(section);
        following = Subscription.combine(
                model.state().subscribe(this::refresh),
                highlight.fields().subscribe(_ -> refresh(model.state().get())));
    }

    private static String impossible(Table view) {
        return view.columns().isEmpty() ? "The columns are known once the query is accepted." : "";
    }

    private Index index(Table view) {
        List<String> first =
                view.columns().stream().limit(1).map(Column::name).toList();
        Database database = model.database();
        return database == null ? Proposals.index(view, first, Set.of()) : Proposals.index(database, view, first);
    }

    private void refresh(@Nullable TableState state) {
        Table view = state == null ? null : state.table();
        setVisible(view != null);
        setManaged(view != null);
        if (state != null && view != null) {
            section.refresh(state);
            none.setVisible(view.indexes().stream().noneMatch(IndexesPane::tellsRowsApart));
            none.setManaged(none.isVisible());
        }
    }

    private static boolean tellsRowsApart(Index index) {
        return index.unique()
                && index.predicate() == null
                && index.keys().stream().allMatch(key -> key.column() != null);
    }

    /// Gives the focus to a field of an index; nothing for what is none of these.
    public void show(Spot spot) {
        Identity part = spot.part();
        if (part != null && spot.object().same(model.id())) {
            section.show(part, spot.field());
        }
    }

    /// Follows the design no longer.
    public void close() {
        following.unsubscribe();
        model.close();
    }
}
