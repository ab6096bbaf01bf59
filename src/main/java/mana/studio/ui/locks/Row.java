package mana.studio.ui.locks;

import java.util.List;
import java.util.Optional;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Holder;
import mana.studio.locks.LockId;
import mana.studio.locks.Waiter;
import mana.studio.locks.verdict.Assessment;

/// A row of the board's tree.
///
/// @param id    stays when the rest changes: the lock and the session it is about, never its place
/// @param depth how far it is indented
record Row(String id, int depth, Fold fold, Subject subject) {
    /// Whether something lies below it.
    enum Fold {
        NONE,
        OPEN,
        CLOSED
    }

    /// What a session has to do with a lock.
    enum Part {
        HOLDER,
        WAITER,
        /// It stands in the holder's way.
        BLOCKER,
        /// It suffers, and wants no advisory lock.
        VICTIM,
        /// It asks again and again, and no view of locks shows it.
        POLLER
    }

    /// What a row is about.
    sealed interface Subject {
        /// A lock, with all who have to do with it.
        record Lock(Assessment assessment) implements Subject {}

        /// A session that has to do with a lock.
        ///
        /// @param edge what it waits for, or why it stands here; may be empty
        record Session(Assessment assessment, Backend backend, Part part, String edge, Optional<Waiter> waiter)
                implements Subject {}

        /// A prepared transaction that holds a lock.
        record Prepared(Assessment assessment, Holder.Prepared holder) implements Subject {}

        /// A session that holds very many, as one.
        ///
        /// @param keys      in all
        /// @param contended of them
        /// @param shown     those of them that the look brought, judged
        record Bulk(Backend backend, int keys, int contended, List<Assessment> shown) implements Subject {
            public Bulk {
                shown = List.copyOf(shown);
            }
        }

        /// One more key of such a session, read when it was asked for.
        record Key(Backend backend, LockId lock) implements Subject {}

        /// More of what stands above it, shown when asked for.
        ///
        /// @param of   the row whose children they are
        /// @param left how many
        record More(String of, int left, String noun) implements Subject {}

        /// A lock that is gone since the selection was made: its row stays, so that the others do not jump.
        record Gone(Assessment assessment) implements Subject {}
    }

    Row with(Fold other) {
        return new Row(id, depth, other, subject);
    }

    static String id(LockId lock) {
        return "lock " + lock.database() + " " + lock.key().text();
    }

    static String id(LockId lock, Part part, BackendId session) {
        return id(lock) + " " + part + " " + id(session);
    }

    static String id(BackendId session) {
        return session.pid() + " " + session.start();
    }

    /// Its judged lock; empty for a session with many.
    Optional<Assessment> assessment() {
        return switch (subject) {
            case Subject.Lock lock -> Optional.of(lock.assessment());
            case Subject.Session session -> Optional.of(session.assessment());
            case Subject.Prepared prepared -> Optional.of(prepared.assessment());
            case Subject.Gone gone -> Optional.of(gone.assessment());
            case Subject.Bulk _, Subject.Key _, Subject.More _ -> Optional.empty();
        };
    }

    /// The session it is about: of a lock its only holder.
    Optional<Backend> backend() {
        return switch (subject) {
            case Subject.Lock lock ->
                lock.assessment().lock().holders().size() == 1
                        ? lock.assessment().lock().sessions().stream()
                                .findFirst()
                                .map(Holder.Session::backend)
                        : Optional.empty();
            case Subject.Session session -> Optional.of(session.backend());
            case Subject.Bulk bulk -> Optional.of(bulk.backend());
            case Subject.Key key -> Optional.of(key.backend());
            case Subject.Prepared _, Subject.More _, Subject.Gone _ -> Optional.empty();
        };
    }
}
