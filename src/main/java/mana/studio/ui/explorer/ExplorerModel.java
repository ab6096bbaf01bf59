package mana.studio.ui.explorer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import mana.studio.catalog.Snapshot;
import mana.studio.convention.ServiceRegistry;
import mana.studio.design.Design;
import mana.studio.design.Edits;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The explorer's lines: those of the design upon the newest catalog, narrowed by the filter; and which of them are
/// open. While a person types into the design, the lines follow a moment later.
final class ExplorerModel {
    /// What the explorer shows.
    enum State {
        /// No catalog is known yet.
        LOADING,
        /// The database has no schema with anything in it.
        EMPTY,
        /// Nothing matches the filter.
        NOTHING_FOUND,
        LINES
    }

    private static final Logger LOG = LoggerFactory.getLogger(ExplorerModel.class);
    private static final Duration PAUSE = Duration.millis(120);

    /// What the lines were made of.
    private record Shown(Snapshot snapshot, Database design, Pending pending, ServiceRegistry services) {}

    private final Session session;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<ExplorerNode>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final Set<String> toggled = new HashSet<>();
    private List<ExplorerNode> all = List.of();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private @Nullable Shown shown;

    ExplorerModel(Session session) {
        this.session = session;
        session.catalog().addListener((InvalidationListener) _ -> follow());
        session.services().addListener((InvalidationListener) _ -> follow());
        session.designing().design().addListener((InvalidationListener) _ -> follow());
        filter.addListener((InvalidationListener) _ -> narrow());
        pause.setOnFinished(_ -> compare());
        follow();
    }

    StringProperty filter() {
        return filter;
    }

    ReadOnlyObjectProperty<List<ExplorerNode>> lines() {
        return lines.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    boolean isFiltered() {
        return !new ExplorerFilter(filter.get()).isEmpty();
    }

    /// Whether a line is open. Under a filter, what leads to a match is, and what matched is not.
    boolean isExpanded(ExplorerNode line) {
        return line.isOpenAtFirst() != (toggled.contains(line.key()) && !isFiltered());
    }

    /// Remembers that a person opened or closed a line. What is opened under a filter closes with it.
    void expanded(ExplorerNode line, boolean open) {
        if (isFiltered()) {
            return;
        }
        if (line.isOpenAtFirst() == open) {
            toggled.remove(line.key());
        } else {
            toggled.add(line.key());
        }
    }

    /// The name a thing has by now, as the key of its line; empty where it is gone.
    Optional<String> keyOf(Identity thing) {
        Shown current = shown;
        return current == null
                ? Optional.empty()
                : Edits.object(current.design, thing)
                        .map(ExplorerTree::keyOf)
                        .or(() -> Edits.schema(current.design, thing).map(schema -> "schema:" + schema.name()));
    }

    private void follow() {
        Snapshot snapshot = session.catalog().get();
        Design design = session.designing().design().get();
        if (snapshot == null) {
            return;
        }
        if (design == null || design.isEmpty()) {
            pause.stop();
            rebuild(new Shown(
                    snapshot, snapshot.database(), Pending.NONE, session.services().get()));
        } else {
            pause.playFromStart();
        }
    }

    /// Finds what is pending, behind the interface.
    private void compare() {
        Snapshot snapshot = session.catalog().get();
        Design design = session.designing().design().get();
        if (snapshot == null || design == null) {
            return;
        }
        session.background()
                .start(Job.of("Marking what is pending", _ -> Pending.of(design.base(), design.current()))
                        .quietly()
                        .superseding(this)
                        .whenDone(pending -> {
                            if (session.designing().design().get() == design) {
                                rebuild(new Shown(
                                        snapshot,
                                        design.database(),
                                        pending,
                                        session.services().get()));
                            }
                        })
                        .whenFailed(failure -> LOG.error("What is pending cannot be marked", failure)));
    }

    /// A catalog that says what the last one said changes nothing on the screen.
    private void rebuild(Shown next) {
        Shown last = shown;
        if (last != null && last.services.equals(next.services) && looksSame(last, next)) {
            return;
        }
        shown = next;
        boolean wasAlone = all.size() == 1;
        all = ExplorerTree.of(next.snapshot, next.design, next.pending, next.services);
        if (all.size() == 1 && !wasAlone && !all.getFirst().isLeaf()) {
            toggled.add(all.getFirst().key());
        }
        narrow();
    }

    private static boolean looksSame(Shown last, Shown next) {
        return last.pending.isEmpty() && next.pending.isEmpty()
                ? sameContent(last.snapshot, next.snapshot)
                : last.snapshot == next.snapshot && last.pending.looksLike(next.pending);
    }

    private static boolean sameContent(Snapshot one, Snapshot other) {
        return one.sizes().equals(other.sizes()) && one.database().equals(other.database());
    }

    private void narrow() {
        if (shown == null) {
            return;
        }
        List<ExplorerNode> narrowed = new ExplorerFilter(filter.get()).narrow(all);
        lines.set(narrowed);
        state.set(
                all.stream().noneMatch(ExplorerModel::hasObjects)
                        ? State.EMPTY
                        : narrowed.isEmpty() ? State.NOTHING_FOUND : State.LINES);
    }

    private static boolean hasObjects(ExplorerNode root) {
        return switch (root.entry()) {
            case Entry.OfSchema _ -> !root.isLeaf() || root.mark() != Mark.NONE;
            case Entry.OfGroup(Entry.Group group, _, _) -> group == Entry.Group.OTHERS;
            case Entry.OfObject _, Entry.OfColumn _, Entry.OfConstraint _, Entry.OfIndex _ -> true;
            case Entry.OfExtension _, Entry.OfOther _ -> false;
        };
    }
}
