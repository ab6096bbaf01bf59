package mana.studio.ui.structure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import mana.studio.catalog.SizeReader;
import mana.studio.catalog.SizeReader.DiskSize;
import mana.studio.catalog.Snapshot;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// What is known of an object, and its size once it was measured.
final class StructureModel {
    private final Session session;
    private final WatchedObject watched;
    private final ChangeListener<@Nullable Snapshot> listener = (_, _, _) -> update();
    private final ReadOnlyObjectWrapper<List<Section>> sections = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Measured> size = new ReadOnlyObjectWrapper<>(new Measured.NotYet());

    /// What is known of the size on disk.
    sealed interface Measured {
        record NotYet() implements Measured {}

        record Running() implements Measured {}

        record Done(DiskSize size) implements Measured {}

        record Failed(Failure failure) implements Measured {}
    }

    StructureModel(Session session, SchemaObject object) {
        this.session = session;
        watched = new WatchedObject(session, object);
        // After the watched object, which listens to the same: listeners of one kind hear in their order.
        session.catalog().addListener(listener);
        size.addListener((_, _, _) -> update());
        update();
    }

    ReadOnlyObjectProperty<SchemaObject> object() {
        return watched.object();
    }

    ReadOnlyBooleanProperty gone() {
        return watched.gone();
    }

    ReadOnlyObjectProperty<List<Section>> sections() {
        return sections.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Measured> size() {
        return size.getReadOnlyProperty();
    }

    /// What the server estimates; empty where it does not know.
    Optional<RelationSize> estimate() {
        Snapshot snapshot = session.catalog().get();
        return snapshot == null
                ? Optional.empty()
                : Optional.ofNullable(snapshot.sizes().get(object().get().name()));
    }

    /// Measures the size on disk.
    void measure() {
        SchemaObject measured = object().get();
        size.set(new Measured.Running());
        String title = "Measuring " + measured.name();
        session.background()
                .start(Job.of(
                                title,
                                progress -> new SizeReader(session.workspace().source())
                                        .measure(measured.name(), progress.cancellation()))
                        .whenDone(found ->
                                size.set(found.<Measured>map(Measured.Done::new).orElseGet(Measured.NotYet::new)))
                        .whenFailed(error -> size.set(new Measured.Failed(Failure.of(title, error))))
                        .whenCancelled(() -> size.set(new Measured.NotYet())));
    }

    void close() {
        watched.close();
        session.catalog().removeListener(listener);
    }

    private void update() {
        Snapshot snapshot = session.catalog().get();
        if (snapshot != null) {
            Map<String, Long> indexSizes =
                    size.get() instanceof Measured.Done(DiskSize measured) ? measured.byIndex() : Map.of();
            List<Section> newest = ObjectSections.of(object().get(), snapshot, indexSizes);
            if (!newest.equals(sections.get())) {
                sections.set(newest);
            }
        }
    }
}
