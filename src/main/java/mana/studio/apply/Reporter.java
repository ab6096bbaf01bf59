package mana.studio.apply;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keeps how far each line is, and tells the listener: the worker and the watch speak through it, one at a time.
final class Reporter {
    private final Listener listener;
    private final Map<Integer, LineState> states = new TreeMap<>();
    private int running;

    Reporter(Course course, Listener listener) {
        this.listener = listener;
        course.lines().forEach(line -> states.put(line.number(), new LineState.Pending()));
    }

    synchronized void set(Line line, LineState state) {
        running = state instanceof LineState.Running ? line.number() : 0;
        put(line.number(), state);
    }

    /// What was seen of the line that runs; nothing where another does by now.
    synchronized void seen(int number, LineState state) {
        if (running == number && !state.equals(states.get(number))) {
            put(number, state);
        }
    }

    synchronized void committed(Leg leg) {
        for (Line line : leg.lines()) {
            if (states.get(line.number()) instanceof LineState.Done(Duration time, List<String> notices)) {
                put(line.number(), new LineState.Committed(time, notices));
            }
        }
    }

    synchronized void rolledBack(Leg leg) {
        running = 0;
        for (Line line : leg.lines()) {
            if (states.get(line.number()) instanceof LineState.Done) {
                put(line.number(), new LineState.RolledBack());
            }
        }
    }

    /// Lines that ran in a leg which ended nobody knows how.
    synchronized void lost(Leg leg) {
        running = 0;
        for (Line line : leg.lines()) {
            if (!(states.get(line.number()) instanceof LineState.Pending)) {
                put(line.number(), new LineState.Unknown());
            }
        }
    }

    synchronized void stopped() {
        int number = running;
        running = 0;
        if (number > 0) {
            put(number, new LineState.Stopped());
        }
    }

    /// Nothing more comes.
    synchronized void end() {
        running = 0;
        for (Map.Entry<Integer, LineState> entry : Map.copyOf(states).entrySet()) {
            switch (entry.getValue()) {
                case LineState.Pending _ -> put(entry.getKey(), new LineState.NotReached());
                case LineState.Retrying _ -> put(entry.getKey(), new LineState.Stopped());
                case LineState.Running _,
                        LineState.Working _,
                        LineState.Waiting _,
                        LineState.Done _,
                        LineState.Committed _,
                        LineState.Failed _,
                        LineState.RolledBack _,
                        LineState.Stopped _,
                        LineState.NotReached _,
                        LineState.Unknown _ -> {}
            }
        }
    }

    private void put(int number, LineState state) {
        states.put(number, state);
        listener.changed(number, state);
    }
}
