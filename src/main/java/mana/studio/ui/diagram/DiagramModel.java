package mana.studio.ui.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import mana.studio.design.Design;
import mana.studio.diagram.Card;
import mana.studio.diagram.DiagramEdits;
import mana.studio.diagram.DiagramGraph;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Edge;
import mana.studio.diagram.Point;
import mana.studio.diagram.Positions;
import mana.studio.diagram.Scope;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// What a diagram shows, what is chosen in it, and what is looked for.
final class DiagramModel {
    private final Session session;
    private final Arranger arranger;
    private final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(Drawing.EMPTY);
    private final ReadOnlyObjectWrapper<DiagramGraph> graph = new ReadOnlyObjectWrapper<>(DiagramGraph.EMPTY);
    private final ReadOnlyObjectWrapper<Scope> scope = new ReadOnlyObjectWrapper<>(new Scope.All());
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final ReadOnlyObjectWrapper<Matches> matches = new ReadOnlyObjectWrapper<>(Matches.NONE);
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final Deque<Scope> earlier = new ArrayDeque<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Subscription following;
    private @Nullable Design shown;
    private String wanted = "";

    /// What is to happen when a card is there.
    private record Waiting(String card, Runnable then) {}

    DiagramModel(Session session, JsonFile<Positions> store) {
        this.session = session;
        arranger = new Arranger(session.background(), store);
        following = session.designing().design().subscribe(this::follow);
    }

    ReadOnlyObjectProperty<Drawing> drawing() {
        return drawing.getReadOnlyProperty();
    }

    /// What is shown, wherever it stands: it stays the same while cards are dragged.
    ReadOnlyObjectProperty<DiagramGraph> graph() {
        return graph.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Scope> scope() {
        return scope.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Selection> selection() {
        return selection.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Matches> matches() {
        return matches.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return arranger.busy();
    }

    /// The design as it is now; null until a catalog is known.
    @Nullable
    Design design() {
        return session.designing().design().get();
    }

    Optional<Database> database() {
        return Optional.ofNullable(design()).map(Design::database);
    }

    /// The names of the schemas, for a choice.
    List<String> schemas() {
        return database().stream()
                .flatMap(database -> database.schemas().stream())
                .map(Schema::name)
                .toList();
    }

    private void follow(@Nullable Design design) {
        Design before = shown;
        shown = design;
        if (design != null && before != null) {
            followRename(before.database(), design.database());
        }
        draw();
    }

    /// A schema that is shown under a new name is still the one that is shown.
    private void followRename(Database before, Database after) {
        if (scope.get() instanceof Scope.OneSchema(String name)
                && after.schema(name).isEmpty()) {
            Scope next = before.schema(name)
                    .flatMap(old -> after.schemas().stream()
                            .filter(schema -> schema.id().same(old.id()))
                            .findFirst())
                    .<Scope>map(schema -> new Scope.OneSchema(schema.name()))
                    .orElse(new Scope.All());
            arranger.put(arranger.positions().renamed(scope.get(), next));
            scope.set(next);
        }
    }

    private void draw() {
        Design design = shown;
        if (design != null) {
            Scope asked = scope.get();
            arranger.draw(design, asked, made -> drawn(asked, made), error -> {
                failure.set(Failure.of("Arranging the diagram", error));
            });
        }
    }

    private void drawn(Scope asked, Drawing made) {
        if (made.graph().isEmpty() && asked instanceof Scope.Around) {
            show(new Scope.All());
            return;
        }
        failure.set(null);
        if (made.card(selection.get().card()).isEmpty()) {
            selection.set(Selection.NONE);
        }
        drawing.set(made);
        graph.set(made.graph());
        matches.set(Matches.of(made.graph(), wanted));
        List<Waiting> ready = waiting.stream()
                .filter(each -> made.card(each.card()).isPresent())
                .toList();
        waiting.removeAll(ready);
        ready.forEach(each -> each.then().run());
    }

    /// Tries again what failed.
    void retry() {
        draw();
    }

    /// Does something with a card once it is shown.
    void whenShown(String card, Runnable then) {
        if (drawing.get().card(card).isPresent()) {
            then.run();
        } else {
            waiting.add(new Waiting(card, then));
        }
    }

    void show(Scope other) {
        if (!other.equals(scope.get())) {
            earlier.push(scope.get());
            scope.set(other);
            draw();
        }
    }

    /// Shows a table and its neighbours.
    void focus(String table, int steps) {
        selection.set(new Selection.OfCard(table));
        show(new Scope.Around(table, steps));
    }

    /// Shows the table of a name and its neighbours, once it is known.
    void focus(QualifiedName name) {
        database()
                .flatMap(database -> database.table(name))
                .ifPresent(table -> focus(table.id().key(), 1));
    }

    /// What was shown before; false where nothing was.
    boolean back() {
        if (earlier.isEmpty()) {
            return false;
        }
        scope.set(earlier.pop());
        draw();
        return true;
    }

    void select(Selection other) {
        selection.set(other);
    }

    Optional<Card> selectedCard() {
        return drawing.get().card(selection.get().card());
    }

    /// The edges of the selected card in turn.
    void nextEdge(int by) {
        List<Edge> edges = drawing.get().edgesOf(selection.get().card());
        if (!edges.isEmpty()) {
            int at = edges.stream()
                    .map(Edge::key)
                    .toList()
                    .indexOf(selection.get().edge());
            int next = Math.floorMod(at < 0 && by < 0 ? -1 : at + by, edges.size());
            selection.set(
                    new Selection.OfEdge(selection.get().card(), edges.get(next).key()));
        }
    }

    /// What is looked for; empty for nothing.
    void search(String text) {
        wanted = text;
        matches.set(Matches.of(drawing.get().graph(), text));
    }

    void say(Notice what) {
        notice.set(what);
    }

    /// What was wrong before is no longer of interest.
    void dismissProblem() {
        if (notice.get().isProblem()) {
            notice.set(Notice.NOTHING);
        }
    }

    /// Puts a card elsewhere, while it is dragged.
    void drag(String card, Point place) {
        drawing.set(drawing.get().moved(card, place));
    }

    /// The card stays where it was dragged to.
    void dropped() {
        arranger.keep(scope.get(), drawing.get());
    }

    /// Forgets where the cards were put, and finds new places. It can be taken back.
    void arrangeAgain() {
        Positions before = arranger.positions();
        Scope asked = scope.get();
        arranger.put(before.without(asked));
        draw();
        notice.set(new Notice("Arranged again", false, "Undo", () -> {
            notice.set(Notice.NOTHING);
            arranger.put(before);
            draw();
        }));
    }

    void cancel() {
        arranger.cancel();
    }

    /// The table of a card as it is designed; empty where it is removed.
    Optional<Table> table(String card) {
        return database().flatMap(database -> DiagramEdits.table(database, card));
    }

    void close() {
        following.unsubscribe();
        arranger.cancel();
    }
}
