package mana.studio.safety.dryrun;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import mana.studio.safety.Effects;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.dryrun.State.Relation;
import mana.studio.sql.Identifier;
import org.postgresql.PGConnection;

/// Runs a statement that cannot run inside a transaction. Its locks are gone when it ends, so it is made to wait twice:
/// first at a lock like that of a `VACUUM`, which lets readers and writers by and stops what is stronger; then at a
/// reader with an old snapshot, for which `CREATE INDEX CONCURRENTLY` and its like wait at their end. While it waits
/// its locks are looked at, those it waits for among them.
final class OutsideRun {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
    /// Locking more tables than a statement names would be for nothing, beyond some it would fail.
    private static final int MOST_TABLES = 1000;

    /// While it waits for a transaction to end it may hold no lock on a relation at all.
    private static final String LOCKS = """
            SELECT relation, mode, granted, locktype = 'relation'
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AS here
            FROM pg_locks WHERE pid = %d""";

    private final Connection session;
    private final DataSource others;
    private final Observer observer;
    private final Cancellation cancellation;
    private final Map<Touched, LockMode> locks = new TreeMap<>();

    OutsideRun(Connection session, DataSource others, Observer observer, Cancellation cancellation) {
        this.session = session;
        this.others = others;
        this.observer = observer;
        this.cancellation = cancellation;
    }

    Observation run(String sql) throws SQLException {
        State before = observer.before();
        Execution execution = held(sql, before);
        State after = observer.after();
        Observation seen = new Difference(Set.copyOf(before.relations().keySet()), Set.of(), before, after)
                .observation(sql, false, execution.time(), execution.messages());
        ServerError error = execution.error();
        return new Observation(
                sql,
                error == null ? Observation.Outcome.RAN : Observation.Outcome.FAILED,
                new Effects(
                        locks,
                        seen.effects().rewritten(),
                        seen.effects().scanned(),
                        false,
                        error == null ? null : error.text()),
                Map.of(),
                seen.rowsRead(),
                seen.recreated(),
                seen.created(),
                seen.gone(),
                seen.renamed(),
                seen.invalid(),
                seen.walBytes(),
                execution.time(),
                execution.messages(),
                error);
    }

    private Execution held(String sql, State before) throws SQLException {
        int backend = session.unwrap(PGConnection.class).getBackendPID();
        List<Relation> named = named(sql, before);
        try (Connection eye = others.getConnection();
                Connection reader = others.getConnection();
                Connection maintainer = others.getConnection();
                ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            hold(reader, named, "ACCESS SHARE", true);
            hold(maintainer, named, "SHARE UPDATE EXCLUSIVE", false);
            CompletableFuture<Execution> running = CompletableFuture.supplyAsync(() -> execute(sql), thread);
            try {
                watch(eye, backend, before, running);
            } finally {
                maintainer.rollback();
                try {
                    watch(eye, backend, before, running);
                } finally {
                    reader.rollback();
                }
            }
            return join(running);
        }
    }

    private Execution execute(String sql) {
        try {
            return Execution.of(session, sql, cancellation);
        } catch (SQLException lost) {
            throw new CompletionException(lost);
        }
    }

    private static Execution join(CompletableFuture<Execution> running) throws SQLException {
        try {
            return running.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case SQLException lost -> throw lost;
                case RuntimeException other -> throw other;
                case null, default -> throw failed;
            }
        }
    }

    /// Tables and materialised views whose name the statement holds, or the name of an index of which it holds; all of
    /// them where it names none.
    private static List<Relation> named(String sql, State state) {
        Set<String> names = Words.names(sql);
        Set<Relation> named = state.relations().values().stream()
                .filter(relation -> names.contains(relation.touched().name().name()))
                .map(relation -> relation.table() == 0 ? relation : state.relations().get(relation.table()))
                .filter(relation -> relation != null && isReadable(relation))
                .collect(Collectors.toSet());
        return (named.isEmpty() ? state.relations().values().stream().filter(OutsideRun::isReadable) : named.stream())
                .limit(MOST_TABLES)
                .toList();
    }

    private static boolean isReadable(Relation relation) {
        return switch (relation.touched().kind()) {
            case TABLE, MATERIALIZED_VIEW -> true;
            case VIEW, SEQUENCE, INDEX, COMPOSITE_TYPE -> false;
        };
    }

    private static void hold(Connection session, List<Relation> relations, String mode, boolean snapshot)
            throws SQLException {
        session.setAutoCommit(false);
        session.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = session.createStatement()) {
            if (snapshot) {
                statement.execute("SELECT count(*) FROM pg_class");
            }
            for (Relation relation : relations) {
                var name = relation.touched().name();
                String quoted = Identifier.quote(name.schema(), name.name());
                if (relation.touched().kind() == Touched.Kind.TABLE) {
                    statement.execute("LOCK TABLE " + quoted + " IN " + mode + " MODE");
                } else if (snapshot) {
                    // Materialised views cannot be locked by name.
                    statement.execute("SELECT FROM " + quoted + " LIMIT 0");
                }
            }
        }
    }

    /// Looks until the statement waits for something, or has ended.
    private void watch(Connection eye, int backend, State before, CompletableFuture<Execution> running)
            throws SQLException {
        while (!running.isDone() && !look(eye, backend, before)) {
            cancellation.pause(LOOK_AGAIN);
        }
    }

    /// Where it waits, adds the locks it has and wants; returns whether it waits. Between two waits it would be a matter of
    /// luck what is seen.
    private boolean look(Connection eye, int backend, State before) throws SQLException {
        boolean waits = false;
        Map<Touched, LockMode> now = new TreeMap<>();
        try (Statement statement = eye.createStatement();
                ResultSet rows = statement.executeQuery(LOCKS.formatted(backend))) {
            while (rows.next()) {
                waits |= !rows.getBoolean(3);
                Relation relation = rows.getBoolean(4) ? before.relations().get(rows.getLong(1)) : null;
                if (relation != null) {
                    Difference.add(now, relation.touched(), LockMode.ofServer(rows.getString(2)));
                }
            }
        }
        if (waits) {
            now.forEach((touched, mode) -> locks.merge(touched, mode, LockMode::strongest));
        }
        return waits;
    }
}
