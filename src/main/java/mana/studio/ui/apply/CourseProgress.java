package mana.studio.ui.apply;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mana.studio.apply.LineState;
import mana.studio.apply.Order;

/// How far each line of an order is, as rows.
final class CourseProgress {
    private final ReadOnlyIntegerWrapper looked = new ReadOnlyIntegerWrapper(-1);
    private final ObservableList<CourseItem> items = FXCollections.observableArrayList();
    /// Where each line stands among the items.
    private final Map<Integer, Integer> places = new HashMap<>();

    private int runningLine;
    private long runningSince;

    /// Begins anew.
    void list(Order order) {
        looked.set(-1);
        items.setAll(CourseItems.of(order));
        places.clear();
        for (int at = 0; at < items.size(); at++) {
            if (items.get(at) instanceof CourseItem.Statement statement) {
                places.put(statement.line().number(), at);
            }
        }
    }

    void set(int number, LineState state) {
        Integer at = places.get(number);
        if (at == null || !(items.get(at) instanceof CourseItem.Statement statement)) {
            return;
        }
        boolean runs = state.isRunning();
        if (runs && runningLine != number) {
            runningLine = number;
            runningSince = System.nanoTime();
        } else if (!runs && runningLine == number) {
            runningLine = 0;
        }
        items.set(at, new CourseItem.Statement(statement.line(), state, runs ? runningMillis() : -1));
        if (runs || state instanceof LineState.Failed) {
            looked.set(at);
        }
    }

    private long runningMillis() {
        return (System.nanoTime() - runningSince) / 1_000_000;
    }

    /// The time of the line that runs goes on.
    void tick() {
        Integer at = places.get(runningLine);
        if (at != null && items.get(at) instanceof CourseItem.Statement statement) {
            items.set(at, new CourseItem.Statement(statement.line(), statement.state(), runningMillis()));
        }
    }

    /// Nothing runs any more.
    void end() {
        runningLine = 0;
    }

    /// Which item a person wants to see: the one that runs, or that failed; negative for none.
    ReadOnlyIntegerProperty looked() {
        return looked.getReadOnlyProperty();
    }

    ObservableList<CourseItem> items() {
        return items;
    }
}
