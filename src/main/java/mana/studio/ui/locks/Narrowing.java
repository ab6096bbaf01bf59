package mana.studio.ui.locks;

import java.util.Locale;
import java.util.stream.Stream;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.LockKey;
import mana.studio.locks.Waiter;
import mana.studio.locks.names.LockName;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.State;
import org.jspecify.annotations.Nullable;

/// What of the board a person wants to see.
///
/// @param blocking whether only what is in somebody's way
/// @param database oid; null for all
/// @param search   a key, a name, an application, a user or a pid
record Narrowing(boolean blocking, @Nullable Long database, String search) {
    static final Narrowing NONE = new Narrowing(false, null, "");

    boolean isNone() {
        return equals(NONE);
    }

    Narrowing withBlocking(boolean other) {
        return new Narrowing(other, database, search);
    }

    Narrowing withDatabase(@Nullable Long other) {
        return new Narrowing(blocking, other, search);
    }

    Narrowing withSearch(String other) {
        return new Narrowing(blocking, database, other);
    }

    boolean shows(Assessment assessment, @Nullable Board board) {
        return (!blocking || isInTheWay(assessment))
                && (database == null || database == assessment.lock().id().database())
                && finds(assessment, board);
    }

    private static boolean isInTheWay(Assessment assessment) {
        return assessment.lock().isContended()
                || assessment.state() == State.BLOCKED
                || !assessment.pollers().isEmpty()
                || !assessment.victims().isEmpty();
    }

    private boolean finds(Assessment assessment, @Nullable Board board) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return true;
        }
        AdvisoryLock lock = assessment.lock();
        LockKey key = lock.key();
        Stream<String> ofKey = Stream.concat(
                Stream.of(key.text(), key.shown(), key.hex()),
                Stream.concat(key.mnemonic().stream(), assessment.name().map(LockName::name).stream()));
        return LockKey.parse(search).filter(key::equals).isPresent()
                || Stream.concat(ofKey, people(assessment, board))
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Stream<String> people(Assessment assessment, @Nullable Board board) {
        AdvisoryLock lock = assessment.lock();
        Stream<Backend> inside = Stream.concat(
                lock.sessions().stream().map(session -> session.backend()),
                lock.waiters().stream().map(Waiter::backend));
        Stream<Backend> around = board == null
                ? Stream.empty()
                : Stream.of(assessment.roots(), assessment.pollers(), assessment.victims())
                        .flatMap(pids -> pids.stream())
                        .flatMap(pid -> board.backend(pid).stream());
        return Stream.concat(inside, around)
                .flatMap(backend -> Stream.of(backend.application(), backend.user(), String.valueOf(backend.pid())));
    }
}
