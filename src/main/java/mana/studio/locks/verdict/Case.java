package mana.studio.locks.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.Waiter;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.names.LockName;
import mana.studio.locks.names.LockName.Category;

/// One lock with all that is known around it, before it is judged.
///
/// @param roots   who wait for nothing, and whom its holders and waiters wait for
/// @param victims who suffer from it without wanting it
/// @param pollers who seem to poll for it
record Case(
        Board board,
        Capabilities capabilities,
        Samples samples,
        Thresholds thresholds,
        Pollers polling,
        AdvisoryLock lock,
        Optional<LockName> name,
        List<Integer> roots,
        List<Integer> victims,
        List<Integer> pollers) {
    /// How the studio calls its sessions.
    private static final String STUDIO = "mana-schema-studio";

    boolean isContended() {
        return lock.isContended();
    }

    /// Whether anybody wants it.
    boolean isWanted() {
        return lock.isContended() || !pollers.isEmpty();
    }

    Duration longestWait() {
        return lock.waiters().stream()
                .map(Waiter::waiting)
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /// Those who want it: in the queue, and by polling.
    Stream<Backend> wanting() {
        return Stream.concat(
                lock.waiters().stream().map(Waiter::backend),
                pollers.stream().flatMap(pid -> board.backend(pid).stream()));
    }

    boolean isMigration() {
        return name.filter(LockName::sure)
                .filter(known -> known.category() == Category.MIGRATION)
                .isPresent();
    }

    boolean isLease() {
        return name.filter(LockName::sure).filter(LockName::isLease).isPresent();
    }

    /// Whether it is a session of the studio that runs here. A colleague's has the same name, but another client.
    boolean isOwn(Backend backend) {
        return backend.self() || isStudio(backend) && samples.isLocal(backend);
    }

    static boolean isStudio(Backend backend) {
        return backend.application().startsWith(STUDIO);
    }

    /// What one of several is called.
    static String who(Backend backend) {
        return (backend.application().isEmpty() ? "a session without a name" : backend.application()) + " (pid "
                + backend.pid() + ")";
    }

    /// For how long a holder has held it at least. A session that is idle took it before it became so.
    Duration held(Holder holder) {
        return switch (holder) {
            case Holder.Prepared prepared -> Times.since(prepared.prepared(), board.serverNow());
            case Holder.Session session -> {
                Duration seen = samples.since(lock.id(), session.backend());
                Duration idle = isIdle(session.backend()) ? stateAge(session.backend()) : Duration.ZERO;
                yield seen.compareTo(idle) > 0 ? seen : idle;
            }
        };
    }

    static boolean isIdle(Backend backend) {
        return backend.state() != null && backend.state().startsWith("idle");
    }

    static Duration stateAge(Backend backend) {
        return Objects.requireNonNullElse(backend.stateAge(), Duration.ZERO);
    }
}
