package mana.studio.ui.design.state;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import mana.studio.catalog.ServerNames;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Problem;
import mana.studio.design.Spot;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Hints;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// A table of the design, found by its identity, and what is done to it.
public final class TableModel {
    private final Session session;
    private final Hints hints;
    private final Identity id;
    private final Subject subject;
    private final ReadOnlyObjectWrapper<@Nullable TableState> state = new ReadOnlyObjectWrapper<>();
    private final Highlight highlight;
    private final Subscription following;

    public TableModel(Session session, Highlight highlight, Hints hints, Identity id) {
        this(session, highlight, hints, id, Subject.TABLE);
    }

    public TableModel(Session session, Highlight highlight, Hints hints, Identity id, Subject subject) {
        this.subject = subject;
        this.highlight = highlight;
        this.session = session;
        this.hints = hints;
        this.id = id;
        // Asked now, so that it is known by the time somebody types.
        session.offer().names();
        following = Subscription.combine(
                session.designing().design().subscribe(_ -> follow()),
                session.designing().problems().subscribe(_ -> follow()),
                hints.of(id).subscribe(_ -> follow()));
    }

    public Session session() {
        return session;
    }

    public Identity id() {
        return id;
    }

    /// Null until a catalog is known.
    public ReadOnlyObjectProperty<@Nullable TableState> state() {
        return state.getReadOnlyProperty();
    }

    /// The table as the design has it; null where it has none.
    public @Nullable Table table() {
        TableState now = state.get();
        return now == null ? null : now.table();
    }

    /// What the design holds; null until a catalog is known.
    public @Nullable Database database() {
        TableState now = state.get();
        return now == null ? null : now.design().database();
    }

    /// The server's `server_version_num`; the newest known to us where none is known.
    public int version() {
        TableState now = state.get();
        return now == null ? 180_000 : now.design().base().version();
    }

    /// What the server has to choose from; nothing until it has answered.
    public ServerNames server() {
        return session.offer().names().get();
    }

    /// What a person points at, here or in the preview.
    public Highlight highlight() {
        return highlight;
    }

    /// A field took the focus.
    public void focus(Spot spot) {
        highlight.focus(spot);
    }

    /// Changes the table in one step of undo.
    public void edit(String label, UnaryOperator<Table> change) {
        session.designing().edit(Edit.of(label, database -> changed(database, change)));
    }

    /// A field that somebody begins to type into.
    public Typing typing() {
        return new Typing(session.designing());
    }

    /// A database with this table changed.
    public Database changed(Database database, UnaryOperator<Table> change) {
        return subject.changed(database, id, change);
    }

    /// Follows the design no longer.
    public void close() {
        following.unsubscribe();
        hints.forget(id);
    }

    private void follow() {
        Design design = session.designing().design().get();
        if (design != null) {
            List<Problem> problems = session.designing().problems().get().stream()
                    .filter(problem -> problem.spot().object().same(id))
                    .toList();
            state.set(new TableState(
                    design,
                    find(design.database()).orElse(null),
                    find(design.base()).orElse(null),
                    problems,
                    hints.of(id).get()));
        }
    }

    private Optional<Table> find(Database database) {
        return subject.find(database, id);
    }

    /// The name it has in the design, or else had in the database.
    public Optional<QualifiedName> name() {
        TableState now = state.get();
        return now == null
                ? Optional.empty()
                : Optional.ofNullable(now.table())
                        .or(() -> Optional.ofNullable(now.base()))
                        .map(Table::name);
    }
}
