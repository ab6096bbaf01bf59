package mana.studio.ui.diagram;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Spot;
import mana.studio.diagram.DiagramEdits;
import mana.studio.diagram.Edge;
import mana.studio.diagram.Mark;
import mana.studio.diagram.Offer;
import mana.studio.diagram.Scope;
import mana.studio.schema.Database;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Session;

/// What a person does to the design, and where they are sent, from a diagram.
final class DiagramCommands {
    private final Session session;
    private final DiagramModel model;

    DiagramCommands(Session session, DiagramModel model) {
        this.session = session;
        this.model = model;
    }

    /// Opens the form of a table. What was removed has none.
    void open(String card) {
        Design design = model.design();
        if (design == null) {
            return;
        }
        Optional<Table> known = DiagramEdits.table(design.base(), card);
        Optional<Table> table = model.table(card);
        if (known.isPresent()) {
            session.navigator().open(known.get().name(), Side.STRUCTURE);
        } else {
            table.ifPresent(made -> session.navigator().show(new Spot(made.id(), null, Spot.Field.WHOLE)));
        }
    }

    /// Creates a table of the house's pattern.
    ///
    /// @return the key of its card; empty where there is no such schema
    Optional<String> createTable(String schema) {
        Optional<Schema> found = model.database().flatMap(database -> database.schema(schema));
        return found.map(where -> {
            Table table = DiagramEdits.newTable(where);
            boolean isShown = model.scope().get() instanceof Scope.All
                    || model.scope().get().equals(new Scope.OneSchema(schema));
            edit(DiagramEdits.addTable(table));
            if (!isShown) {
                model.show(new Scope.OneSchema(schema));
            }
            return table.id().key();
        });
    }

    /// Adds a column as it was typed.
    ///
    /// @return what is wrong with it; empty where it was added
    Optional<String> addColumn(String card, String typed) {
        Optional<Table> table = model.table(card);
        Optional<Database> database = model.database();
        if (table.isEmpty() || database.isEmpty()) {
            return Optional.of("The table is removed");
        }
        DiagramEdits.Typed read = DiagramEdits.readColumn(database.get(), table.get(), typed);
        if (read.column() == null) {
            return Optional.of(read.problem());
        }
        edit(DiagramEdits.addColumn(table.get(), read.column()));
        return Optional.empty();
    }

    /// @return what is wrong with the name; empty where the table has it now
    Optional<String> rename(String card, String name) {
        Optional<Table> table = model.table(card);
        Design design = model.design();
        if (table.isEmpty() || design == null) {
            return Optional.of("The table is removed");
        }
        Optional<String> problem = DiagramEdits.nameProblem(design.database(), table.get(), name);
        if (problem.isEmpty() && !table.get().name().name().equals(name)) {
            edit(DiagramEdits.renameTable(design.base(), table.get(), name));
        }
        return problem;
    }

    /// What would become of a foreign key between two columns, each by its card and row.
    Optional<Offer> offer(Hit.OnRow from, Hit.OnRow to) {
        Optional<String> column = columnAt(from);
        Optional<String> other = columnAt(to);
        return model.database()
                .flatMap(database -> column.flatMap(
                        one -> other.map(two -> Offer.between(database, from.card(), one, to.card(), two))));
    }

    private Optional<String> columnAt(Hit.OnRow hit) {
        return model.drawing()
                .get()
                .card(hit.card())
                .map(card -> card.rows().get(hit.row()).key());
    }

    void add(Offer.Possible offer) {
        edit(offer.edit());
        model.say(Notice.of(offer.edit().label().replaceFirst("^Add ", "Added ")));
    }

    /// Removes a foreign key, where it is not removed already.
    void remove(Edge edge) {
        if (edge.mark() != Mark.REMOVED) {
            edit(DiagramEdits.removeForeignKey(edge.from(), edge.key(), edge.label()));
            model.say(Notice.of("Removed foreign key " + edge.label()));
        }
    }

    /// Undoes the last change of the design and says which that was: it may be out of sight.
    void undo() {
        said("Undone: ", "Nothing to undo", Design::undoable, Designing::undo);
    }

    void redo() {
        said("Done again: ", "Nothing to redo", Design::redoable, Designing::redo);
    }

    private void said(
            String words, String otherwise, Function<Design, Optional<String>> label, Consumer<Designing> action) {
        Optional<String> what = Optional.ofNullable(model.design()).flatMap(label);
        what.ifPresent(_ -> action.accept(session.designing()));
        model.say(Notice.of(what.map(words::concat).orElse(otherwise)));
    }

    private void edit(Edit edit) {
        session.designing().edit(edit);
    }
}
