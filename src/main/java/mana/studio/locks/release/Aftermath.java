package mana.studio.locks.release;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mana.studio.locks.Backend;

/// What is left behind after an act, in the lock's database.
///
/// @param invalidIndexes that were not there, or valid, before: a build that was broken off
/// @param before         what the caller counts (rows of the migration history), by name, before the act
/// @param after          the same after it
/// @param alive          sessions of the same application and user that are still there
/// @param unknown        what could not be looked at, a sentence each
public record Aftermath(
        List<String> invalidIndexes,
        SortedMap<String, Long> before,
        SortedMap<String, Long> after,
        List<Backend> alive,
        List<String> unknown) {
    public Aftermath {
        invalidIndexes = List.copyOf(invalidIndexes);
        before = new TreeMap<>(before);
        after = new TreeMap<>(after);
        alive = List.copyOf(alive);
        unknown = List.copyOf(unknown);
    }

    /// All of it in sentences; none where nothing is to be said.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        invalidIndexes.forEach(
                index -> sentences.add("The index " + index + " is invalid now: drop it, and build it again."));
        after.forEach((name, count) -> {
            long had = before.getOrDefault(name, 0L);
            sentences.add(name + " has " + count + (count == 1 ? " row" : " rows")
                    + (had == count ? ", as before." : ", before " + had + "."));
        });
        if (!alive.isEmpty()) {
            sentences.add(alive.size() + (alive.size() == 1 ? " other session" : " other sessions")
                    + " of the same application still there.");
        }
        unknown.forEach(sentence -> sentences.add("Not known: " + sentence));
        return sentences;
    }
}
