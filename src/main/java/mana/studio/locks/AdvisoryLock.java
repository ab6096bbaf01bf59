package mana.studio.locks;

import java.util.List;

/// One advisory lock with all that hold it and all that wait for it.
///
/// @param waiters in the order of the queue
public record AdvisoryLock(LockId id, List<Holder> holders, List<Waiter> waiters) {
    public AdvisoryLock {
        holders = List.copyOf(holders);
        waiters = List.copyOf(waiters);
    }

    public LockKey key() {
        return id.key();
    }

    public boolean isContended() {
        return !waiters.isEmpty();
    }

    /// The sessions among the holders.
    public List<Holder.Session> sessions() {
        return holders.stream()
                .filter(Holder.Session.class::isInstance)
                .map(Holder.Session.class::cast)
                .toList();
    }
}
