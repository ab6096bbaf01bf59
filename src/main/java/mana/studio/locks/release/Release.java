package mana.studio.locks.release;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import mana.studio.connection.Incident;
import mana.studio.locks.Board;
import org.jspecify.annotations.Nullable;

/// Releases a lock.
public final class Release {
    /// @param counting what to compare before and after
    public Release(Incident incident, Audit audit, Counting counting) {}

    /// Looks once more before a person decides. May last seconds.
    ///
    /// @param seen    what the person saw; null for nothing: then nothing has changed
    /// @param pollers pids that seem to poll for this lock, as judged
    public Finding find(Aim aim, @Nullable Board seen, Collection<Integer> pollers) {
        throw new UnsupportedOperationException();
    }

    /// Does it: looks again, writes down what is about to be done, checks and signals in one statement, and proves what
    /// became of the lock. Lasts from a fraction of a second to a quarter of a minute. Never throws for what the server
    /// says.
    ///
    /// @param steps hears how far it has come, on the caller's thread
    public Report carryOut(Order order, Consumer<Step> steps) {
        throw new UnsupportedOperationException();
    }

    /// Several, one after the other, each on its own: holders that share a lock.
    public List<Report> carryOut(List<? extends Order> orders, Consumer<Step> steps) {
        return orders.stream().map(order -> carryOut(order, steps)).toList();
    }
}
