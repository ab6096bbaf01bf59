package mana.studio.ui.locks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.locks.LockId;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Severity;
import mana.studio.locks.watch.Sight;
import mana.studio.ui.kit.Navigator.Screen;
import mana.studio.ui.kit.Session;

/// Counts what is stuck, and says so once when a lock turns red: over the window, and on the desktop where the system
/// has a way for that.
final class Alarm implements AutoCloseable {
    private final Session session;
    private final ReadOnlyObjectWrapper<LockSettings> settings;
    private final ReadOnlyIntegerWrapper stuck = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper doubtful = new ReadOnlyIntegerWrapper();
    private final WindowNotice notice = new WindowNotice();
    private Set<LockId> known = Set.of();
    private boolean first = true;
    private boolean closed;

    Alarm(Session session, LockSettings settings) {
        this.session = session;
        this.settings = new ReadOnlyObjectWrapper<>(settings);
    }

    /// @param watched whether the board is on the screen: then it says all of it itself
    void see(Sight sight, boolean watched) {
        if (closed || !sight.isFresh()) {
            return;
        }
        List<Assessment> red = of(sight, Severity.STUCK);
        stuck.set(red.size());
        doubtful.set(of(sight, Severity.WARNING).size());
        Set<LockId> ids = red.stream().map(each -> each.lock().id()).collect(Collectors.toCollection(HashSet::new));
        red.stream()
                .filter(each -> !known.contains(each.lock().id()))
                .findFirst()
                .filter(_ -> settings.get().notifies() && !first && !watched)
                .ifPresent(this::tell);
        known = ids;
        // What was stuck before the database was opened is told by the badge.
        first = false;
    }

    private static List<Assessment> of(Sight sight, Severity severity) {
        return sight.assessments().stream()
                .filter(each -> each.severity() == severity)
                .toList();
    }

    private void tell(Assessment assessment) {
        String title = "Stuck lock: " + LockWords.full(assessment);
        DesktopNotice.send(session.background(), title, assessment.sentence());
        notice.show(title, assessment.sentence(), () -> session.navigator().open(Screen.LOCKS));
    }

    /// How many locks are stuck.
    ReadOnlyIntegerProperty stuck() {
        return stuck.getReadOnlyProperty();
    }

    /// How many are worth a look.
    ReadOnlyIntegerProperty doubtful() {
        return doubtful.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LockSettings> settings() {
        return settings.getReadOnlyProperty();
    }

    void use(LockSettings other) {
        settings.set(other);
    }

    @Override
    public void close() {
        closed = true;
        notice.hide();
    }
}
