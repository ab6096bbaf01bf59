package mana.studio.ui.objects.form;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Problem;
import mana.studio.design.Sketch;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// A thing of the design that a form shows and changes.
final class ThingModel<T> {
    private final Session session;
    private final Identity id;
    private final Thing<T> thing;
    private final ReadOnlyObjectWrapper<@Nullable ThingState<T>> state = new ReadOnlyObjectWrapper<>();
    private final Subscription following;
    private int typings;

    ThingModel(Session session, Identity id, Thing<T> thing) {
        this.session = session;
        this.id = id;
        this.thing = thing;
        following = Subscription.combine(
                designing().design().subscribe(_ -> follow()),
                designing().problems().subscribe(_ -> follow()));
    }

    Session session() {
        return session;
    }

    Designing designing() {
        return session.designing();
    }

    Identity id() {
        return id;
    }

    /// Null until a catalog is known.
    ReadOnlyObjectProperty<@Nullable ThingState<T>> state() {
        return state.getReadOnlyProperty();
    }

    /// As it is designed; null where it is gone, or nothing is known yet.
    @Nullable
    T now() {
        ThingState<T> current = state.get();
        return current == null ? null : current.now();
    }

    String word() {
        return thing.word();
    }

    /// `enum auth.role`; the word alone where it is gone.
    String words() {
        T now = now();
        return now == null ? thing.word() : thing.word() + " " + thing.name().apply(now);
    }

    Spot spot(Field field) {
        return new Spot(id, null, field);
    }

    void close() {
        following.unsubscribe();
    }

    /// Names a stretch of typing into a field: all of it is one step of undo.
    String typing(Field field) {
        typings++;
        return id.key() + "/" + field + "/" + typings;
    }

    /// A step of its own.
    void edit(String label, UnaryOperator<T> change) {
        designing().edit(Edit.of(label, database -> changed(database, change)));
    }

    void editSketch(String label, UnaryOperator<Sketch> change) {
        designing().edit(new Edit(label, null, change));
    }

    /// @param typing from {@link #typing}
    void type(String label, String typing, UnaryOperator<Sketch> change) {
        designing().edit(new Edit(label, typing, change));
    }

    /// The database in which the thing is what the change makes of it.
    Database changed(Database database, UnaryOperator<T> change) {
        return thing.find()
                .apply(database, id)
                .map(found -> thing.put().apply(database, change.apply(found)))
                .orElse(database);
    }

    Sketch renamed(Sketch sketch, String name) {
        return sketch.with(database -> Edits.rename(database, id, name));
    }

    private void follow() {
        Design design = designing().design().get();
        if (design == null) {
            state.set(null);
            return;
        }
        List<Problem> problems = designing().problems().get().stream()
                .filter(problem -> problem.spot().object().same(id))
                .toList();
        state.set(new ThingState<>(
                thing.find().apply(design.database(), id).orElse(null),
                thing.find().apply(design.base(), id).orElse(null),
                design.current(),
                design.base(),
                problems));
    }
}
