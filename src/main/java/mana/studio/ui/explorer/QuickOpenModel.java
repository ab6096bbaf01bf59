package mana.studio.ui.explorer;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mana.studio.catalog.Snapshot;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.explorer.ObjectIndex.Hit;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What quick open found for what was typed. Searches off the interface's thread; the newest query wins.
final class QuickOpenModel {
    private static final Logger LOG = LoggerFactory.getLogger(QuickOpenModel.class);
    private static final int SHOWN = 50;

    private final Session session;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Hit>> hits = new ReadOnlyObjectWrapper<>(List.of());
    private final RecentObjects recent = new RecentObjects();
    private final Indexed indexed = new Indexed();
    private boolean searching;
    private Runnable afterSearch = () -> {};

    QuickOpenModel(Session session) {
        this.session = session;
        query.addListener((InvalidationListener) _ -> search());
    }

    StringProperty query() {
        return query;
    }

    /// The best first.
    ReadOnlyObjectProperty<List<Hit>> hits() {
        return hits.getReadOnlyProperty();
    }

    void opened(QualifiedName name) {
        recent.add(name);
    }

    /// Searches again for what the query says now.
    void search() {
        Snapshot snapshot = session.catalog().get();
        if (snapshot == null) {
            hits.set(List.of());
            return;
        }
        String text = query.get();
        List<QualifiedName> names = recent.names();
        searching = true;
        session.background()
                .start(Job.<List<Hit>>of("Searching objects", progress -> {
                            ObjectIndex index = indexed.of(snapshot);
                            return text.isBlank()
                                    ? index.first(RecentObjects.in(snapshot.database(), names), SHOWN)
                                    : index.search(text, SHOWN, progress.cancellation()::isRequested);
                        })
                        .quietly()
                        .superseding(this)
                        .whenDone(this::found)
                        .whenFailed(this::failed));
    }

    /// Runs an action once the hits are those of the newest query: at once, unless it is still searched for.
    void whenSettled(Runnable action) {
        if (searching) {
            afterSearch = action;
        } else {
            action.run();
        }
    }

    private void found(List<Hit> found) {
        searching = false;
        hits.set(found);
        Runnable action = afterSearch;
        afterSearch = () -> {};
        action.run();
    }

    private void failed(Exception failure) {
        LOG.error("Searching objects failed", failure);
        afterSearch = () -> {};
        found(List.of());
    }

    /// Makes the index of a catalog once, on the thread that first needs it.
    private static final class Indexed {
        private @Nullable Snapshot snapshot;
        private @Nullable ObjectIndex index;

        synchronized ObjectIndex of(Snapshot newest) {
            ObjectIndex known = index;
            if (known == null || snapshot != newest) {
                known = new ObjectIndex(newest.database());
                index = known;
                snapshot = newest;
            }
            return known;
        }
    }
}
