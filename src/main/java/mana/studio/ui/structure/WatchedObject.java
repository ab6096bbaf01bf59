package mana.studio.ui.structure;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import mana.studio.catalog.Snapshot;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// An object as the newest catalog has it: the one with its identity, or else its name. When it is gone, its last state
/// stays.
final class WatchedObject {
    private final Session session;
    private final ReadOnlyObjectWrapper<SchemaObject> object;
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
    private final ChangeListener<@Nullable Snapshot> listener = (_, _, snapshot) -> follow(snapshot);

    WatchedObject(Session session, SchemaObject first) {
        this.session = session;
        object = new ReadOnlyObjectWrapper<>(first);
        session.catalog().addListener(listener);
        follow(session.catalog().get());
    }

    ReadOnlyObjectProperty<SchemaObject> object() {
        return object.getReadOnlyProperty();
    }

    /// Whether the newest catalog lacks it.
    ReadOnlyBooleanProperty gone() {
        return gone.getReadOnlyProperty();
    }

    /// Follows no longer.
    void close() {
        session.catalog().removeListener(listener);
    }

    private void follow(@Nullable Snapshot snapshot) {
        if (snapshot != null) {
            Optional<SchemaObject> found = snapshot.database().again(object.get());
            gone.set(found.isEmpty());
            found.ifPresent(object::set);
        }
    }
}
