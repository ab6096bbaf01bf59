package mana.studio.apply;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Workspace;
import mana.studio.plan.Planner;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs orders on the database of a workspace, each in a session of its own that ends with it: nothing is held while a
/// person thinks.
public final class Application {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Workspace workspace;
    private final Journal journal;

    public Application(Workspace workspace, Journal journal) {
        this.workspace = workspace;
        this.journal = journal;
    }

    /// Runs an order up to its end, or to the first line that does not work: then what is not committed is undone. A
    /// cancellation reaches the statement that runs; once everything is committed it only ends the comparison, which may
    /// take seconds in a large database.
    ///
    /// @throws SQLException where the server is not there before anything ran
    /// @throws IllegalArgumentException where the consent is for something else
    /// @throws IllegalStateException where another studio applies to the same connection
    /// @throws java.io.UncheckedIOException where the journal cannot be written: what is not committed is undone
    public Outcome run(Order order, Consent consent, Patience patience, Listener listener, Cancellation cancellation)
            throws SQLException {
        if (!consent.isFor(workspace.profile(), order.course())) {
            throw new IllegalArgumentException("The consent was given for something else.");
        }
        long begin = System.nanoTime();
        Reporter reporter = new Reporter(order.course(), listener);
        Ending refused = refused(order, cancellation);
        if (refused != null) {
            reporter.end();
            return new Outcome(refused, 0, since(begin), null, List.of());
        }
        Ran ran = execute(order, patience, reporter, cancellation);
        Duration time = since(begin);
        return new Outcome(
                ran.ending(),
                ran.committed(),
                time,
                ran.ending() instanceof Ending.Applied ? comparison(order, cancellation) : null,
                ran.ending() instanceof Ending.Lost ? List.of() : leftovers());
    }

    /// @param committed how many legs stay
    private record Ran(Ending ending, int committed) {}

    private Ran execute(Order order, Patience patience, Reporter reporter, Cancellation cancellation)
            throws SQLException {
        try (OwnSession session = OwnSession.open(workspace)) {
            Journal.Writing writing = journal.begin(entry(order, session), order.wanted());
            if (order.plan() != null) {
                journal.agenda().put(workspace.profile().id(), order.plan(), true);
            }
            try (LockWatch watch = LockWatch.open(workspace, reporter)) {
                Run run = new Run(session, watch, reporter, writing, patience, cancellation);
                Ending ending = run.run(order.course());
                if (!(ending instanceof Ending.Lost)) {
                    remember(order, run.committed());
                }
                close(writing, ending);
                return new Ran(ending, run.committed());
            } finally {
                session.rollback();
            }
        }
    }

    /// What is still to come of a plan of several phases is kept before the journal forgets what was done.
    private void remember(Order order, int committed) {
        PhasedPlan plan = order.plan();
        if (plan != null) {
            journal.agenda().put(workspace.profile().id(), plan.after(plan.committed() + committed), false);
        }
    }

    /// Why nothing is to run; null where it may.
    private @Nullable Ending refused(Order order, Cancellation cancellation) throws SQLException {
        try {
            return stale(order, cancellation);
        } catch (CancellationException stopped) {
            return new Ending.Cancelled();
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /// Null where the database is still the one the order was made for.
    private @Nullable Ending stale(Order order, Cancellation cancellation) throws SQLException {
        Database base = order.base();
        if (base == null) {
            return null;
        }
        List<String> changes = Comparison.statements(Planner.plan(base, read(cancellation)));
        return changes.isEmpty() ? null : new Ending.Stale(changes);
    }

    private Database read(Cancellation cancellation) throws SQLException {
        return new CatalogReader(workspace.source()).read(cancellation).database();
    }

    private Entry entry(Order order, OwnSession session) throws SQLException {
        return Journal.entry(
                workspace.profile().id(),
                workspace.profile().target().database(),
                workspace.profile().target().toString(),
                order,
                session.askIfAllowed(OwnSession.SYSTEM),
                session.backend(),
                Objects.requireNonNullElse(session.started(), ""));
    }

    private static void close(Journal.Writing writing, Ending ending) {
        if (ending instanceof Ending.Lost) {
            writing.lost();
        } else {
            writing.end();
        }
    }

    /// Null where it cannot be read, or a person does not want to wait: what ran is committed all the same.
    private @Nullable Comparison comparison(Order order, Cancellation cancellation) {
        Database wanted = order.wanted();
        if (wanted == null) {
            return null;
        }
        try {
            return Comparison.of(read(cancellation), wanted, cancellation);
        } catch (SQLException unreadable) {
            LOG.warn("What was reached cannot be read", unreadable);
            return null;
        } catch (CancellationException impatient) {
            return null;
        }
    }

    private List<Leftover> leftovers() {
        try (var session = workspace.source().getConnection()) {
            return Leftover.in(session, new Cancellation());
        } catch (SQLException unreadable) {
            LOG.warn("Leftovers cannot be looked for", unreadable);
            return List.of();
        }
    }
}
