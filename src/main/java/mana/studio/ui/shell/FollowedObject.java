package mana.studio.ui.shell;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import mana.studio.catalog.Snapshot;
import mana.studio.design.Design;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Session;

/// An object as it is designed; where the design drops it, as the database has it. When it is in neither any more, its
/// last state stays.
final class FollowedObject {
    private final Session session;
    private final ReadOnlyObjectWrapper<SchemaObject> object;
    private final ReadOnlyBooleanWrapper real = new ReadOnlyBooleanWrapper(true);
    private final Subscription subscription;

    FollowedObject(Session session, SchemaObject first) {
        this.session = session;
        object = new ReadOnlyObjectWrapper<>(first);
        Subscription design = session.designing().design().subscribe(_ -> follow());
        subscription = design.and(session.catalog().subscribe(_ -> follow()));
    }

    ReadOnlyObjectProperty<SchemaObject> object() {
        return object.getReadOnlyProperty();
    }

    /// Whether the database has it; false while it is only designed.
    ReadOnlyBooleanProperty real() {
        return real.getReadOnlyProperty();
    }

    /// Follows no longer.
    void close() {
        subscription.unsubscribe();
    }

    private void follow() {
        SchemaObject known = object.get();
        Design design = session.designing().design().get();
        Snapshot snapshot = session.catalog().get();
        Optional<SchemaObject> designed = Optional.ofNullable(design)
                .flatMap(current -> current.database().again(known));
        Optional<SchemaObject> existing = Optional.ofNullable(snapshot)
                .flatMap(current -> current.database().again(designed.orElse(known)));
        real.set(existing.isPresent());
        designed.or(() -> existing).filter(found -> !Objects.equals(found, known) || !found.id().same(known.id()))
                .ifPresent(object::set);
    }
}
