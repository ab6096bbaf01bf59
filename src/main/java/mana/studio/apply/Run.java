package mana.studio.apply;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import mana.studio.connection.Cancellation;
import mana.studio.safety.dryrun.ServerError;
import mana.studio.safety.safer.Step.Remains;
import org.jspecify.annotations.Nullable;

/// Runs the legs of a course, one after the other, each committed before the next, up to the first that does not work.
final class Run {
    /// What passes when the others have: lock_not_available, deadlock_detected, serialization_failure.
    private static final Set<String> PASSING = Set.of("55P03", "40P01", "40001");

    private static final String CANCELLED = "57014";
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P";

    private final OwnSession session;
    private final @Nullable LockWatch watch;
    private final Reporter reporter;
    private final Journal.Writing journal;
    private final Patience patience;
    private final Cancellation cancellation;
    private int committed;

    Run(
            OwnSession session,
            @Nullable LockWatch watch,
            Reporter reporter,
            Journal.Writing journal,
            Patience patience,
            Cancellation cancellation) {
        this.session = session;
        this.watch = watch;
        this.reporter = reporter;
        this.journal = journal;
        this.patience = patience;
        this.cancellation = cancellation;
    }

    /// How many legs stay.
    int committed() {
        return committed;
    }

    Ending run(Course course) {
        Ending ending = legs(course);
        reporter.end();
        return ending;
    }

    private Ending legs(Course course) {
        for (int at = 0; at < course.legs().size(); at++) {
            try {
                cancellation.check();
                patiently(at, course.legs().get(at));
                committed = at + 1;
            } catch (CancellationException stopped) {
                return new Ending.Cancelled();
            } catch (Stop stop) {
                return stop.ending;
            }
        }
        return new Ending.Applied();
    }

    /// The end of it.
    private static final class Stop extends Exception {
        private final transient Ending ending;

        Stop(Ending ending) {
            super(null, null, false, false);
            this.ending = ending;
        }
    }

    /// A line, or the commit after the last, that the server refused.
    private static final class Refused extends Exception {
        /// Null for the commit.
        private final transient @Nullable Line line;

        private final transient SQLException why;

        Refused(@Nullable Line line, SQLException why) {
            super(null, why, false, false);
            this.line = line;
            this.why = why;
        }

        String state() {
            return Objects.requireNonNullElse(why.getSQLState(), "");
        }
    }

    /// Comes back a few times where others were in the way.
    private void patiently(int at, Leg leg) throws Stop {
        for (int attempt = 1; ; attempt++) {
            try {
                journal.running(at);
                once(at, leg);
                return;
            } catch (Refused refused) {
                rest();
                session.rollback();
                reporter.rolledBack(leg);
                again(leg, refused, attempt);
            } catch (CancellationException stopped) {
                rest();
                session.rollback();
                reporter.stopped();
                reporter.rolledBack(leg);
                throw stopped;
            }
        }
    }

    /// Pauses before the next attempt, or says that there is none.
    private void again(Leg leg, Refused refused, int attempt) throws Stop {
        Line line = refused.line == null ? leg.lines().getLast() : refused.line;
        if (isLost(refused)) {
            lost(leg, line, refused);
        }
        ServerError error = ServerError.of(refused.why);
        if (!PASSING.contains(refused.state()) || attempt > patience.retries()) {
            reporter.set(line, new LineState.Failed(error));
            throw new Stop(new Ending.Failed(refused.line == null ? 0 : line.number(), error, attempt));
        }
        Duration pause = patience.pause(attempt);
        reporter.set(line, new LineState.Retrying(attempt, patience.retries(), pause, error));
        cancellation.pause(pause);
        if (leg instanceof Leg.Alone alone && alone.remains() != null) {
            clear(alone.line(), alone.remains());
        }
    }

    private boolean isLost(Refused refused) {
        return refused.state().startsWith(CONNECTION) || refused.state().startsWith(SHUTDOWN) || session.isLost();
    }

    /// A transaction whose COMMIT was not sent is undone by the server; of everything else nobody knows.
    private void lost(Leg leg, Line line, Refused refused) throws Stop {
        boolean undone = (leg instanceof Leg.Transaction && refused.line != null) || leg instanceof Leg.Check;
        if (undone) {
            ServerError error = ServerError.of(refused.why);
            reporter.set(line, new LineState.Failed(error));
            throw new Stop(new Ending.Failed(line.number(), error, 1));
        }
        reporter.lost(leg);
        throw new Stop(new Ending.Lost(String.valueOf(refused.why.getMessage())));
    }

    /// What the attempt before has left would be in the way of the next.
    private void clear(Line line, Remains remains) throws Stop {
        try {
            if (session.ask(remains.query(), cancellation) != null) {
                session.execute(remains.clear(), cancellation);
            }
        } catch (SQLException refused) {
            ServerError error = ServerError.of(refused);
            reporter.set(line, new LineState.Failed(error));
            throw new Stop(new Ending.Failed(line.number(), error, 1));
        }
    }

    private void once(int at, Leg leg) throws Refused, Stop {
        switch (leg) {
            case Leg.Transaction transaction -> transaction(at, transaction);
            case Leg.Alone alone -> alone(at, alone, alone.patient() ? Duration.ZERO : patience.lock());
            case Leg.Batches batches -> alone(at, batches, patience.lock());
            case Leg.Check check -> check(at, check);
        }
    }

    private void transaction(int at, Leg.Transaction leg) throws Refused {
        try {
            session.begin(patience.lock());
        } catch (SQLException refused) {
            throw new Refused(leg.lines().getFirst(), refused);
        }
        for (Line line : leg.lines()) {
            cancellation.check();
            execute(line);
        }
        cancellation.check();
        try {
            // By this number the server can be asked what became of it, should nobody hear its answer to COMMIT.
            journal.committing(at, session.ask("SELECT pg_current_xact_id()::text", cancellation));
            session.commit();
        } catch (SQLException refused) {
            throw refused(null, refused);
        }
        applied(at, leg);
    }

    private void alone(int at, Leg leg, Duration lock) throws Refused {
        Line line = leg.lines().getFirst();
        try {
            session.alone(lock);
        } catch (SQLException refused) {
            throw new Refused(line, refused);
        }
        execute(line);
        applied(at, leg);
    }

    private void check(int at, Leg.Check leg) throws Refused, Stop {
        Line line = leg.line();
        long begin = start(line);
        String answer;
        try {
            session.alone(patience.lock());
            answer = String.valueOf(session.ask(line.sql(), cancellation));
        } catch (SQLException refused) {
            throw refused(line, refused);
        }
        rest();
        if (!answer.equals(leg.wanted())) {
            String message = "The answer is " + answer + ", and it goes on only with " + leg.wanted() + ".";
            reporter.set(line, new LineState.Failed(new ServerError("", message, null, null, 0)));
            throw new Stop(new Ending.Unmet(line.number(), answer, leg.wanted()));
        }
        done(line, begin, List.of());
        applied(at, leg);
    }

    private void execute(Line line) throws Refused {
        long begin = start(line);
        try {
            List<String> notices = session.execute(line.sql(), cancellation);
            rest();
            done(line, begin, notices);
        } catch (SQLException refused) {
            throw refused(line, refused);
        }
    }

    private long start(Line line) {
        reporter.set(line, new LineState.Running());
        if (watch != null) {
            watch.watch(line.number(), session.backend());
        }
        return System.nanoTime();
    }

    private void done(Line line, long begin, List<String> notices) {
        reporter.set(line, new LineState.Done(Duration.ofNanos(System.nanoTime() - begin), notices));
    }

    private void applied(int at, Leg leg) {
        reporter.committed(leg);
        journal.applied(at);
    }

    private Refused refused(@Nullable Line line, SQLException why) {
        if (CANCELLED.equals(why.getSQLState())) {
            cancellation.check();
        }
        return new Refused(line, why);
    }

    private void rest() {
        if (watch != null) {
            watch.rest();
        }
    }
}
