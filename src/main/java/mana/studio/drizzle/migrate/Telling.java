package mana.studio.drizzle.migrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mana.studio.apply.LineState;
import mana.studio.drizzle.migrate.Leg.Part;
import org.jspecify.annotations.Nullable;

/// Tells the listener how far each piece is: the run and the watch speak through it, one at a time.
final class Telling {
    private final MigrateListener listener;
    private final Map<List<Integer>, LineState> states = new LinkedHashMap<>();
    private final List<List<Integer>> keys = new ArrayList<>();
    private int running;

    Telling(MigrateListener listener) {
        this.listener = listener;
    }

    synchronized void say(MigrateEvent event) {
        listener.heard(event);
    }

    /// @return the number by which the watch speaks of it
    synchronized int running(Part part) {
        keys.add(key(part));
        running = keys.size();
        put(key(part), new LineState.Running());
        return running;
    }

    synchronized void set(Part part, LineState state) {
        running = 0;
        put(key(part), state);
    }

    /// What the watch saw; nothing where another piece runs by now.
    synchronized void seen(int number, LineState state) {
        if (number == running && number > 0 && !state.equals(states.get(keys.get(number - 1)))) {
            put(keys.get(number - 1), state);
        }
    }

    synchronized void committed(Leg leg) {
        for (Part part : leg.parts()) {
            if (states.get(key(part)) instanceof LineState.Done(Duration time, List<String> notices)) {
                put(key(part), new LineState.Committed(time, notices));
            }
        }
    }

    /// @param running what is said of the piece that ran
    synchronized void undone(Leg leg, LineState running) {
        for (Part part : leg.parts()) {
            LineState state = states.get(key(part));
            if (state instanceof LineState.Done) {
                put(key(part), new LineState.RolledBack());
            } else if (isUnderWay(state)) {
                put(key(part), running);
            }
        }
        this.running = 0;
    }

    synchronized void unknown(Leg leg) {
        for (Part part : leg.parts()) {
            if (states.containsKey(key(part))) {
                put(key(part), new LineState.Unknown());
            }
        }
        running = 0;
    }

    private static boolean isUnderWay(@Nullable LineState state) {
        return state instanceof LineState.Running
                || state instanceof LineState.Working
                || state instanceof LineState.Waiting;
    }

    /// Whatever has not had its turn will not have it.
    synchronized void end(List<Leg> legs) {
        running = 0;
        for (Leg leg : legs) {
            for (Part part : leg.parts()) {
                if (!states.containsKey(key(part))) {
                    put(key(part), new LineState.NotReached());
                }
            }
        }
    }

    private static List<Integer> key(Part part) {
        return List.of(part.file(), part.piece().number());
    }

    private void put(List<Integer> key, LineState state) {
        states.put(key, state);
        listener.heard(new MigrateEvent.PieceChanged(key.getFirst(), key.getLast(), state));
    }
}
