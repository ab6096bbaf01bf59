package mana.studio.ui.explorer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mana.studio.catalog.Snapshot;
import mana.studio.convention.ServiceRegistry;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The explorer's lines: those of the newest catalog, narrowed by the filter; and which of them are open.
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

    private final Session session;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<ExplorerNode>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final Set<String> toggled = new HashSet<>();
    private List<ExplorerNode> all = List.of();
    private @Nullable Snapshot shown;
    private @Nullable ServiceRegistry shownServices;

    ExplorerModel(Session session) {
        this.session = session;
        session.catalog().addListener((InvalidationListener) _ -> rebuild());
        session.services().addListener((InvalidationListener) _ -> rebuild());
        filter.addListener((InvalidationListener) _ -> narrow());
        rebuild();
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

    /// A catalog that says what the last one said changes nothing on the screen.
    private void rebuild() {
        Snapshot snapshot = session.catalog().get();
        ServiceRegistry services = session.services().get();
        if (snapshot == null || (shown != null && services.equals(shownServices) && sameContent(shown, snapshot))) {
            return;
        }
        shown = snapshot;
        shownServices = services;
        all = ExplorerTree.of(snapshot, services);
        if (all.size() == 1 && !all.getFirst().isLeaf()) {
            toggled.add(all.getFirst().key());
        }
        narrow();
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
            case Entry.OfSchema _ -> !root.isLeaf();
            case Entry.OfGroup(Entry.Group group, _, _) -> group == Entry.Group.OTHERS;
            case Entry.OfObject _, Entry.OfColumn _, Entry.OfConstraint _, Entry.OfIndex _ -> true;
            case Entry.OfExtension _, Entry.OfOther _ -> false;
        };
    }
}
