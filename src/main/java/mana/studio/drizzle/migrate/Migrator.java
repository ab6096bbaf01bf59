package mana.studio.drizzle.migrate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import mana.studio.apply.LockWatch;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Workspace;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.history.Books;
import mana.studio.drizzle.history.BooksReader;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.safety.dryrun.ServerError;
import org.jspecify.annotations.Nullable;

/// Runs what is pending on the database of a workspace, as the house's production script does: in a session of its
/// own, behind an advisory lock that is given back in every case.
public final class Migrator {
    private final Workspace workspace;
    private final RunJournal journal;

    public Migrator(Workspace workspace, RunJournal journal) {
        this.workspace = workspace;
        this.journal = journal;
    }

    /// What is to run.
    ///
    /// @param seen what a person has seen and agreed to: nothing else runs; null for whatever is pending
    /// @param snapshot the catalog, for what is said of the statements; null where none was read
    public record Request(
            Path folder,
            MigrationsTable table,
            long lockId,
            Mode mode,
            @Nullable Proposal seen,
            @Nullable Snapshot snapshot) {}

    /// What would run now. Reads only.
    ///
    /// @throws SQLException where the server does not answer
    public Proposal propose(
            Path folder, MigrationsTable table, Mode mode, @Nullable Snapshot snapshot, Cancellation cancellation)
            throws SQLException {
        try (Connection session = workspace.source().getConnection()) {
            MigrationFolder read = MigrationFolders.read(folder);
            return Foresight.of(read, table, mode, known(session, read, table, snapshot, cancellation));
        }
    }

    private Foresight.Known known(
            Connection session,
            MigrationFolder folder,
            MigrationsTable table,
            @Nullable Snapshot snapshot,
            Cancellation cancellation)
            throws SQLException {
        Books books = BooksReader.read(session, table, cancellation);
        HalfDone half = new Recovered(session, cancellation)
                .of(
                        journal.read(workspace.profile().target(), table).orElse(null),
                        folder,
                        MigrateSession.system(session));
        return new Foresight.Known(books, half, snapshot, workspace.serverVersion() / 10_000);
    }

    /// @throws IllegalArgumentException where the permit is for something else
    /// @throws java.io.UncheckedIOException where the files or the journal cannot be used
    public MigrateOutcome run(
            Request request, Permit permit, Waiting waiting, MigrateListener listener, Cancellation cancellation) {
        if (!permit.isFor(workspace.profile())) {
            throw new IllegalArgumentException("The permit was given for another connection.");
        }
        if (workspace.isThroughPooler()) {
            return new MigrateOutcome.Refused(new Obstacle(
                    "A pooler in transaction mode stands between: an advisory lock would belong to whoever uses its"
                            + " session next, and would keep nobody out.",
                    "Connect to the server itself."));
        }
        return new Attempt(request, waiting, new Telling(listener), cancellation).run();
    }

    /// One run, from connecting to the lock's release.
    private final class Attempt {
        private final Request request;
        private final Waiting waiting;
        private final Telling telling;
        private final Cancellation cancellation;
        private @Nullable MigrateSession session;

        Attempt(Request request, Waiting waiting, Telling telling, Cancellation cancellation) {
            this.request = request;
            this.waiting = waiting;
            this.telling = telling;
            this.cancellation = cancellation;
        }

        MigrateOutcome run() {
            try {
                patiently("Connecting", () -> session().execute("SELECT 1", cancellation));
                telling.say(
                        new MigrateEvent.Connected(workspace.profile().target().toString()));
                return locked();
            } catch (SQLException refused) {
                return new MigrateOutcome.Unreachable(ServerError.of(refused), waiting.attempts());
            } catch (CancellationException stopped) {
                return new MigrateOutcome.Cancelled(List.of(), 0, List.of());
            } finally {
                if (session != null) {
                    session.close();
                }
            }
        }

        /// The session, opened again where it was lost.
        private MigrateSession session() throws SQLException {
            MigrateSession open = session;
            if (open == null || open.isLost()) {
                open = MigrateSession.open(workspace, waiting.table());
                session = open;
            }
            return open;
        }

        /// Comes back a few times where what failed may pass.
        private <T> T patiently(String doing, Asking<T> asking) throws SQLException {
            for (int attempt = 1; ; attempt++) {
                try {
                    cancellation.check();
                    return asking.ask();
                } catch (SQLException refused) {
                    cancellation.check();
                    if (!Passing.is(refused) || attempt >= waiting.attempts()) {
                        throw refused;
                    }
                    Duration pause = waiting.backoff(attempt);
                    telling.say(new MigrateEvent.Retrying(
                            doing, attempt, waiting.attempts(), pause, ServerError.of(refused)));
                    waiting.clock().pause(pause, cancellation);
                }
            }
        }

        private MigrateOutcome locked() throws SQLException {
            Duration begin = waiting.clock().now();
            while (!patiently("Asking for the lock", () -> lock().take(cancellation))) {
                Duration waited = waiting.clock().now().minus(begin);
                List<LockHolder> holders = patiently("Looking who has it", () -> lock().holders(cancellation));
                if (waited.compareTo(waiting.timeout()) >= 0) {
                    return new MigrateOutcome.LockTimeout(request.lockId(), waited, holders);
                }
                telling.say(new MigrateEvent.WaitingForLock(request.lockId(), waited, waiting.timeout(), holders));
                waiting.clock().pause(waiting.poll(), cancellation);
            }
            AdvisoryLock lock = lock();
            telling.say(new MigrateEvent.LockTaken(request.lockId()));
            try {
                return migrate(session());
            } finally {
                telling.say(new MigrateEvent.LockReleased(request.lockId(), lock.release()));
            }
        }

        private AdvisoryLock lock() throws SQLException {
            return new AdvisoryLock(session(), request.lockId());
        }

        /// With the lock in hand: what is pending is decided now, as others may have run meanwhile.
        private MigrateOutcome migrate(MigrateSession held) {
            MigrationFolder folder = MigrationFolders.read(request.folder());
            try {
                Foresight.Known known =
                        known(held.connection(), folder, request.table(), request.snapshot(), cancellation);
                Proposal proposal = Foresight.of(folder, request.table(), request.mode(), known);
                if (proposal.hasNoJournal()) {
                    return new MigrateOutcome.NothingToDo("There are no migrations yet: no meta/_journal.json.");
                }
                Obstacle obstacle = proposal.obstacle() == null ? unseen(proposal) : proposal.obstacle();
                if (obstacle != null) {
                    return new MigrateOutcome.Refused(obstacle);
                }
                telling.say(new MigrateEvent.Decided(proposal));
                return execute(held, folder, proposal, known);
            } catch (SQLException refused) {
                return new MigrateOutcome.Failed("", 0, 0, "", ServerError.of(refused), List.of(), 0, List.of());
            }
        }

        private @Nullable Obstacle unseen(Proposal proposal) {
            if (request.seen() == null) {
                return null;
            }
            Set<String> agreed = hashes(request.seen());
            return agreed.containsAll(hashes(proposal))
                    ? null
                    : new Obstacle(
                            "What is pending is not what was shown: the files or the database have changed meanwhile.",
                            "Look at it again.");
        }

        private static Set<String> hashes(Proposal proposal) {
            return proposal.files().stream()
                    .map(file -> file.migration().tag() + " " + file.file().hash())
                    .collect(Collectors.toSet());
        }

        private MigrateOutcome execute(
                MigrateSession held, MigrationFolder folder, Proposal proposal, Foresight.Known known)
                throws SQLException {
            Bookkeeper books = new Bookkeeper(held, request.table(), folder.layout(), cancellation);
            books.prepare(folder, known.books());
            if (proposal.files().isEmpty()) {
                return new MigrateOutcome.NothingToDo("Nothing is pending.");
            }
            boolean between = request.mode() == Mode.COMMIT_BETWEEN;
            if (between) {
                resume(held, proposal, known.half());
            }
            Progress progress = new Progress(
                    between ? journal : null,
                    workspace.profile().target(),
                    request.table(),
                    MigrateSession.system(held.connection()),
                    proposal.files());
            try (LockWatch watch = LockWatch.open(workspace, telling::seen)) {
                return new Execution(proposal, held, books, progress, telling, watch, cancellation).run();
            }
        }

        private void resume(MigrateSession held, Proposal proposal, @Nullable HalfDone half) throws SQLException {
            if (half == null
                    || proposal.files().stream()
                            .noneMatch(file -> file.migration().tag().equals(half.tag()))) {
                return;
            }
            telling.say(new MigrateEvent.Resumed(half));
            if (half.left() != null) {
                held.execute(half.left().cleaning(), cancellation);
                telling.say(new MigrateEvent.Cleared(half.left().name().toString()));
            }
        }
    }

    @FunctionalInterface
    private interface Asking<T> {
        T ask() throws SQLException;
    }
}
