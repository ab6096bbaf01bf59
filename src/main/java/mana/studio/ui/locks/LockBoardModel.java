package mana.studio.ui.locks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.LockId;
import mana.studio.locks.LockKey;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.Closely;
import mana.studio.locks.look.SessionKeys;
import mana.studio.locks.release.Act;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.watch.Sight;
import mana.studio.locks.watch.Sight.Pace;
import mana.studio.locks.watch.Watching;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Session;
import mana.studio.ui.locks.Row.Subject;
import org.jspecify.annotations.Nullable;

/// What the board shows: the newest sight as rows, what is selected among them, and a closer look at that. While
/// something is selected the locks keep their places, and what is gone keeps its row. To be used on the interface's
/// thread only.
final class LockBoardModel {
    private static final Sight NOTHING = new Sight(null, null, List.of(), null, null, Pace.PAUSED, List.of());

    private final Session session;
    private final Watching watching;
    private final Folding folding = new Folding();
    private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Row> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Closely> closely = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Narrowing> narrowing = new SimpleObjectProperty<>(Narrowing.NONE);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private Map<LockId, Assessment> arranged = new LinkedHashMap<>();
    private Set<LockId> gone = Set.of();
    private Instant frozen = Instant.EPOCH;
    private @Nullable Sight held;
    private boolean shown;

    LockBoardModel(Session session, Watching watching) {
        this.session = session;
        this.watching = watching;
        narrowing.subscribe((_, _) -> narrowed());
    }

    /// A newer sight has come. While the board is paused it waits.
    void see(Sight newer) {
        if (paused.get()) {
            held = newer;
            return;
        }
        sight.set(newer);
        arrange(newer.assessments());
        fill();
        lookClosely();
    }

    private void arrange(List<Assessment> fresh) {
        Map<LockId, Assessment> now = new LinkedHashMap<>();
        fresh.forEach(assessment -> now.put(assessment.lock().id(), assessment));
        if (selected.get() == null) {
            arranged = now;
            gone = Set.of();
            return;
        }
        Map<LockId, Assessment> kept = new LinkedHashMap<>();
        Set<LockId> missing = new HashSet<>();
        arranged.forEach((id, before) -> {
            Assessment current = now.get(id);
            kept.put(id, current == null ? before : current);
            if (current == null) {
                missing.add(id);
            }
        });
        now.forEach(kept::putIfAbsent);
        arranged = kept;
        gone = missing;
    }

    private void narrowed() {
        LockKey.parse(narrowing.get().search()).ifPresentOrElse(key -> watching.pin(Set.of(key)), () -> {
            if (narrowing.get().search().isBlank()) {
                watching.pin(Set.of());
            }
        });
        fill();
    }

    private void fill() {
        Board board = sight.get().board();
        if (board == null) {
            rows.clear();
            return;
        }
        List<Assessment> fitting = arranged.values().stream()
                .filter(assessment -> narrowing.get().shows(assessment, board))
                .toList();
        replace(RowTree.of(board, fitting, gone, folding));
        reselect();
    }

    /// Changes as few rows as it can, so that what a person looks at stays where it is.
    private void replace(List<Row> next) {
        Set<String> wanted = next.stream().map(Row::id).collect(Collectors.toSet());
        Set<String> before = rows.stream().map(Row::id).collect(Collectors.toSet());
        List<String> stays = rows.stream().map(Row::id).filter(wanted::contains).toList();
        List<String> stay = next.stream().map(Row::id).filter(before::contains).toList();
        if (!stays.equals(stay)) {
            rows.setAll(next);
            return;
        }
        rows.removeIf(row -> !wanted.contains(row.id()));
        for (int at = 0; at < next.size(); at++) {
            Row row = next.get(at);
            if (at >= rows.size() || !rows.get(at).id().equals(row.id())) {
                rows.add(at, row);
            } else if (!rows.get(at).equals(row)) {
                rows.set(at, row);
            }
        }
    }

    private void reselect() {
        Row before = selected.get();
        if (before == null) {
            return;
        }
        Optional<Row> same = find(before.id());
        selected.set(same.or(() -> before.assessment()
                        .flatMap(assessment -> find(Row.id(assessment.lock().id()))))
                .orElse(null));
    }

    private Optional<Row> find(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /// Another row was chosen; null for none: then the worst comes first again.
    void select(@Nullable Row row) {
        Row before = selected.get();
        if (Objects.equals(before, row)) {
            return;
        }
        selected.set(row);
        if (before == null || row == null || !before.id().equals(row.id())) {
            closely.set(null);
        }
        if (row == null) {
            arrange(sight.get().assessments());
            fill();
        } else {
            lookClosely();
        }
    }

    /// Selects a lock's row, if it is shown.
    void select(LockId lock) {
        find(Row.id(lock)).ifPresent(this::select);
    }

    private void lookClosely() {
        Row row = selected.get();
        Sight now = sight.get();
        Capabilities capabilities = now.capabilities();
        Optional<Backend> backend = row == null ? Optional.empty() : row.backend();
        if (!shown || backend.isEmpty() || capabilities == null || !now.isFresh()) {
            return;
        }
        String id = Objects.requireNonNull(row).id();
        session.background()
                .start(Job.of(
                                "Looking at a session",
                                _ -> session.workspace()
                                        .incident()
                                        .look(connection -> Closely.at(connection, capabilities, backend.get())))
                        .quietly()
                        .superseding("closely " + System.identityHashCode(this))
                        .whenDone(seen -> {
                            if (isSelected(id)) {
                                closely.set(seen);
                            }
                        })
                        // The look itself says what is wrong with the server.
                        .whenFailed(_ -> closely.set(null)));
    }

    private boolean isSelected(String id) {
        Row now = selected.get();
        return now != null && now.id().equals(id);
    }

    /// Opens or closes a row; of "more", shows more.
    void toggle(Row row) {
        switch (row.fold()) {
            case OPEN -> folding.close(row.id());
            case CLOSED -> folding.open(row.id());
            case NONE -> {
                if (row.subject() instanceof Subject.More more) {
                    more(more);
                }
                return;
            }
        }
        fill();
    }

    private void more(Subject.More more) {
        Optional<Row> of = find(more.of());
        if (of.isEmpty() || !(of.get().subject() instanceof Subject.Bulk bulk)) {
            folding.more(more.of());
            fill();
            return;
        }
        int from = 0;
        int count = bulk.shown().size() + folding.keys(more.of()).size() + bulk.contended() + Folding.PAGE;
        session.background()
                .start(Job.of(
                                "Reading more keys of " + bulk.backend().pid(),
                                _ -> session.workspace()
                                        .incident()
                                        .look(connection -> SessionKeys.page(
                                                connection, bulk.backend().pid(), from, count)))
                        .superseding("keys " + more.of())
                        .whenDone(read -> {
                            folding.keys(more.of(), uncontended(read));
                            fill();
                        }));
    }

    private List<LockId> uncontended(List<LockId> read) {
        Board board = sight.get().board();
        return read.stream()
                .filter(id -> board == null
                        || board.lock(id).filter(lock -> lock.isContended()).isEmpty())
                .toList();
    }

    /// Stops the picture where it is, or lets it go on.
    void pause(boolean stop) {
        if (paused.get() == stop) {
            return;
        }
        if (stop) {
            frozen = Instant.now();
        }
        paused.set(stop);
        pace();
        Sight waiting = held;
        held = null;
        if (!stop) {
            if (waiting != null) {
                see(waiting);
            }
            watching.lookNow();
        }
    }

    /// Whether the board is on the screen: how often is looked depends on it. What is left is not paused any more.
    void shown(boolean visible) {
        if (shown != visible) {
            shown = visible;
            if (!visible) {
                pause(false);
            }
            pace();
            if (visible) {
                watching.lookNow();
            }
        }
    }

    boolean isShown() {
        return shown;
    }

    private void pace() {
        watching.pace(!shown ? Pace.BADGE : paused.get() ? Pace.PAUSED : Pace.WATCHED);
    }

    /// Looks at once.
    void lookNow() {
        pause(false);
        watching.lookNow();
    }

    /// Leaves for the sessions of all kinds.
    void showActivity() {
        session.navigator().open(Navigator.Screen.ACTIVITY);
    }

    void useDoor() {
        watching.useDoor();
    }

    /// How long ago what is shown was read; zero where nothing was.
    Duration age() {
        return since(Instant.now());
    }

    /// By how much the times in the rows have grown since they were read. Not while the picture stands still, or nobody
    /// knows whether they grow.
    Duration grown() {
        Sight now = sight.get();
        return now.trouble() != null ? Duration.ZERO : since(paused.get() ? frozen : Instant.now());
    }

    private Duration since(Instant then) {
        Instant read = sight.get().readAt();
        Duration passed = read == null ? Duration.ZERO : Duration.between(read, then);
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    /// What may be done to what is selected.
    Offer offer(Act act) {
        return Offer.of(act, selected.get(), sight.get());
    }

    /// The worst of all that was judged, whatever is filtered.
    Optional<Assessment> worst() {
        return sight.get().assessments().stream().findFirst();
    }

    /// Databases that have locks, with their names.
    Map<Long, String> databases() {
        Capabilities capabilities = sight.get().capabilities();
        Map<Long, String> names = new LinkedHashMap<>();
        if (capabilities != null) {
            names.put(capabilities.databaseId(), capabilities.database());
            List<Assessment> all = new ArrayList<>(sight.get().assessments());
            all.forEach(each -> names.putIfAbsent(
                    each.lock().id().database(),
                    capabilities.databaseName(each.lock().id().database())));
        }
        return names;
    }

    ReadOnlyObjectProperty<Sight> sight() {
        return sight.getReadOnlyProperty();
    }

    ObservableList<Row> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<@Nullable Row> selected() {
        return selected.getReadOnlyProperty();
    }

    /// The selected session looked at closely; null until it was, or where it cannot be.
    ReadOnlyObjectProperty<@Nullable Closely> closely() {
        return closely.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty paused() {
        return paused.getReadOnlyProperty();
    }

    ObjectProperty<Narrowing> narrowing() {
        return narrowing;
    }
}
