package mana.studio.ui.migrate;

import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mana.studio.apply.LineState;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.drizzle.migrate.MigrateEvent;
import mana.studio.drizzle.migrate.Proposal;
import mana.studio.schema.QualifiedName;

/// What runs, as a list: a head for each file, its statements below, how far each is, and how long what runs now does.
final class RunItems {
    private static final int NONE = -1;

    private final ObservableList<MigrateItem> items = FXCollections.observableArrayList();
    private int running = NONE;
    private long runningSince;

    ObservableList<MigrateItem> list() {
        return items;
    }

    void show(Proposal proposal, Map<QualifiedName, RelationSize> sizes) {
        items.setAll(MigrateItem.of(proposal, sizes));
        stop();
    }

    void changed(MigrateEvent.PieceChanged changed) {
        for (int at = 0; at < items.size(); at++) {
            if (items.get(at) instanceof MigrateItem.Sent sent
                    && sent.file() == changed.file()
                    && sent.piece().number() == changed.number()) {
                set(at, sent, changed.state());
                count(changed.file());
                return;
            }
        }
    }

    private void set(int at, MigrateItem.Sent sent, LineState state) {
        boolean runs = state.isRunning();
        if (runs && running != at) {
            running = at;
            runningSince = System.nanoTime();
        } else if (!runs && running == at) {
            stop();
        }
        items.set(at, sent.with(state, runs ? runningMillis() : NONE));
    }

    private void count(int file) {
        List<LineState> states = items.stream()
                .filter(item -> item instanceof MigrateItem.Sent sent && sent.file() == file)
                .map(item -> ((MigrateItem.Sent) item).state())
                .toList();
        int done = (int) states.stream().filter(LineState::isDone).count();
        boolean committed = states.stream().allMatch(LineState.Committed.class::isInstance);
        for (int at = 0; at < items.size(); at++) {
            if (items.get(at) instanceof MigrateItem.File head && head.file() == file) {
                items.set(at, new MigrateItem.File(file, head.pending(), done, committed));
                return;
            }
        }
    }

    private long runningMillis() {
        return (System.nanoTime() - runningSince) / 1_000_000;
    }

    /// The time of what runs goes on.
    void tick() {
        if (running != NONE && items.get(running) instanceof MigrateItem.Sent sent) {
            items.set(running, sent.with(sent.state(), runningMillis()));
        }
    }

    /// Nothing runs any longer.
    void stop() {
        running = NONE;
    }
}
