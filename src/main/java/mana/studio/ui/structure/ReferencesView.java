package mana.studio.ui.structure;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import mana.studio.catalog.Snapshot;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What an object refers to and what refers to it; each line leads there.
public final class ReferencesView extends BorderPane {
    private final Session session;
    private final WatchedObject watched;
    private final ChangeListener<@Nullable Snapshot> listener = (_, _, _) -> gather();
    private List<Section> shown = List.of();

    public ReferencesView(Session session, SchemaObject object) {
        this.session = session;
        watched = new WatchedObject(session, object);
        getStyleClass().add("structure");
        setTop(new GoneBanner(watched.object(), watched.gone()));
        session.catalog().addListener(listener);
        gather();
    }

    /// Follows the catalog no longer.
    public void close() {
        watched.close();
        session.catalog().removeListener(listener);
    }

    /// Views and functions are looked through for names: in a large database that takes a while.
    private void gather() {
        Snapshot snapshot = session.catalog().get();
        if (snapshot == null || watched.gone().get()) {
            return;
        }
        SchemaObject object = watched.object().get();
        String title = "Looking for what refers to " + object.name();
        session.background()
                .start(Job.of(title, _ -> References.of(snapshot.database(), object))
                        .quietly()
                        .superseding(this)
                        .whenDone(this::show)
                        .whenFailed(error -> setCenter(new FailurePane(Failure.of(title, error)))));
    }

    private void show(List<Section> sections) {
        if (getCenter() == null || !sections.equals(shown)) {
            shown = sections;
            setCenter(sections.isEmpty() ? nothing() : page(sections));
        }
    }

    private Node nothing() {
        SchemaObject object = watched.object().get();
        return new EmptyState(
                Feather.SHARE_2,
                "No references",
                "The " + Icons.word(object) + " " + object.name() + " refers to nothing, and nothing refers to it.");
    }

    private Node page(List<Section> sections) {
        VBox content = new VBox();
        content.getStyleClass().add("structure-content");
        sections.forEach(section -> content.getChildren()
                .add(new SectionPane(section, target -> session.navigator().open(target, Side.STRUCTURE))));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }
}
