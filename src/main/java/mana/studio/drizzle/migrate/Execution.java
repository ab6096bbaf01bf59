package mana.studio.drizzle.migrate;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import mana.studio.apply.Leftover;
import mana.studio.apply.LineState;
import mana.studio.apply.LockWatch;
import mana.studio.apply.Outside;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.migrate.Leg.Part;
import mana.studio.safety.dryrun.ServerError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the legs of a proposal, one after the other, up to the first that does not work.
final class Execution {
    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final Proposal proposal;
    private final MigrateSession session;
    private final Bookkeeper books;
    private final Progress progress;
    private final Telling telling;
    private final @Nullable LockWatch watch;
    private final Cancellation cancellation;
    private final List<String> kept = new ArrayList<>();
    private final List<Leftover> before = new ArrayList<>();
    private @Nullable Part current;
    private boolean committing;
    private int ownCommits;

    Execution(
            Proposal proposal,
            MigrateSession session,
            Bookkeeper books,
            Progress progress,
            Telling telling,
            @Nullable LockWatch watch,
            Cancellation cancellation) {
        this.proposal = proposal;
        this.session = session;
        this.books = books;
        this.progress = progress;
        this.telling = telling;
        this.watch = watch;
        this.cancellation = cancellation;
    }

    MigrateOutcome run() {
        long begin = System.nanoTime();
        for (int at = 0; at < proposal.legs().size(); at++) {
            Leg leg = proposal.legs().get(at);
            MigrateOutcome ended = run(at, leg);
            if (ended != null) {
                telling.end(proposal.legs());
                return ended;
            }
        }
        return new MigrateOutcome.Applied(kept, Duration.ofNanos(System.nanoTime() - begin));
    }

    /// Null where it is committed.
    private @Nullable MigrateOutcome run(int at, Leg leg) {
        current = null;
        committing = false;
        try {
            cancellation.check();
            if (leg.alone()) {
                alone(leg);
            } else {
                transaction(leg);
            }
            telling.committed(leg);
            telling.say(new MigrateEvent.Committed(at));
            leg.rows().forEach(file -> kept.add(tag(file)));
            return null;
        } catch (SQLException refused) {
            rest();
            return failed(leg, refused);
        } catch (CancellationException stopped) {
            rest();
            undo(leg, new LineState.Stopped());
            return new MigrateOutcome.Cancelled(kept, partDone(), leftovers());
        }
    }

    private void alone(Leg leg) throws SQLException {
        Part part = leg.parts().getFirst();
        progress.begin(part, true);
        if (Outside.isConcurrent(part.piece().sql())) {
            before.clear();
            before.addAll(Leftover.in(session.connection(), cancellation));
        }
        execute(part);
        progress.committed(part);
    }

    private void transaction(Leg leg) throws SQLException {
        Part last = leg.parts().isEmpty() ? null : leg.parts().getLast();
        if (last != null) {
            progress.begin(last, false);
        }
        session.execute("BEGIN", cancellation);
        int file = -1;
        for (Part part : leg.parts()) {
            if (file >= 0 && part.file() != file) {
                current = null;
                enter(leg, file, part.file());
            }
            file = part.file();
            cancellation.check();
            execute(part);
            if (part.piece().verdicts().stream().anyMatch(verdict -> Pieces.isControl(verdict.statement()))) {
                ownCommits = part.piece().number();
            }
        }
        current = null;
        enter(leg, file, Integer.MAX_VALUE);
        cancellation.check();
        if (last != null) {
            progress.committing(session);
        }
        committing = true;
        session.execute("COMMIT", cancellation);
        committing = false;
        if (!leg.rows().isEmpty()) {
            progress.fileDone();
        } else if (last != null) {
            progress.committed(last);
        }
    }

    /// The rows of the files from one up to another, that other excluded. A file may have no statement at all.
    private void enter(Leg leg, int from, int to) throws SQLException {
        for (int file : leg.rows()) {
            if (file >= Math.max(from, 0) && file < to) {
                books.enter(proposal.files().get(file));
                telling.say(new MigrateEvent.FileDone(file));
            }
        }
    }

    private void execute(Part part) throws SQLException {
        current = part;
        long begin = System.nanoTime();
        int number = telling.running(part);
        if (watch != null) {
            watch.watch(number, session.backend());
        }
        List<String> notices = session.execute(part.piece().sql(), cancellation);
        rest();
        telling.set(part, new LineState.Done(Duration.ofNanos(System.nanoTime() - begin), notices));
    }

    private void rest() {
        if (watch != null) {
            watch.rest();
        }
    }

    private MigrateOutcome failed(Leg leg, SQLException refused) {
        ServerError error = ServerError.of(refused);
        boolean lost = session.isLost()
                || error.sqlState().startsWith("08")
                || error.sqlState().startsWith("57P");
        if (lost && (committing || leg.alone())) {
            telling.unknown(leg);
            return new MigrateOutcome.Lost(error.message());
        }
        boolean cancelled = cancellation.isRequested() && error.sqlState().equals("57014");
        undo(leg, cancelled ? new LineState.Stopped() : new LineState.Failed(error));
        if (cancelled) {
            return new MigrateOutcome.Cancelled(kept, partDone(), leftovers());
        }
        Part part = current;
        return part == null
                ? new MigrateOutcome.Failed("", 0, 0, "", error, kept, partDone(), leftovers())
                : new MigrateOutcome.Failed(
                        tag(part.file()),
                        part.piece().number(),
                        line(part.piece(), error),
                        part.piece().sql(),
                        error,
                        kept,
                        partDone(),
                        leftovers());
    }

    private void undo(Leg leg, LineState running) {
        if (!leg.alone()) {
            session.rollback();
            progress.undone();
        }
        telling.undone(leg, running);
        if (!leg.alone()) {
            telling.say(new MigrateEvent.RolledBack());
        }
    }

    private int partDone() {
        return Math.max(progress.part(), ownCommits);
    }

    /// What a failed CONCURRENTLY has left, if that is what failed.
    private List<Leftover> leftovers() {
        Part part = current;
        if (part == null || !Outside.isConcurrent(part.piece().sql()) || session.isLost()) {
            return List.of();
        }
        try {
            List<Leftover> now = new ArrayList<>(Leftover.in(session.connection(), new Cancellation()));
            now.removeIf(index -> before.stream().anyMatch(old -> old.name().equals(index.name())));
            return now;
        } catch (SQLException unreadable) {
            LOG.warn("What the build has left cannot be looked for", unreadable);
            return List.of();
        }
    }

    private String tag(int file) {
        return proposal.files().get(file).migration().tag();
    }

    private static int line(Piece piece, ServerError error) {
        int end = piece.sql()
                .offsetByCodePoints(
                        0,
                        Math.min(
                                Math.max(error.position() - 1, 0),
                                piece.sql().codePointCount(0, piece.sql().length())));
        return piece.line()
                + (int) piece.sql()
                        .substring(0, end)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }
}
