package mana.studio.safety.dryrun;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import mana.studio.safety.dryrun.DryRun.Transactions;
import mana.studio.safety.dryrun.Observation.Outcome;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/// A dry run on a scratch database.
final class ScratchRun {
    private static final String IN_A_TRANSACTION = "25001";

    /// Parallel workers would count the rows they read as their own. Whether an index alone is read in place of a table
    /// depends on when it was last vacuumed, which says nothing of the real one.
    private static final String SETTINGS = """
            SET client_min_messages = debug1;
            SET enable_indexonlyscan = off;
            SET max_parallel_workers_per_gather = 0;
            SET max_parallel_maintenance_workers = 0""";

    private final Connection session;
    private final DataSource others;
    private final Transactions transactions;
    private final Cancellation cancellation;
    private final Observer observer;
    private final List<Observation> seen = new ArrayList<>();
    /// What the open transaction has run so far.
    private final List<String> done = new ArrayList<>();
    /// Oids of the relations that were there when it began.
    private Set<Long> base = Set.of();
    private boolean open;
    private boolean ownTransaction;
    private int version;

    ScratchRun(Connection session, DataSource others, Transactions transactions, Cancellation cancellation) {
        this.session = session;
        this.others = others;
        this.transactions = transactions;
        this.cancellation = cancellation;
        this.observer = new Observer(session, cancellation);
    }

    DryRunReport run(List<String> statements) throws SQLException {
        execute(SETTINGS);
        version = version();
        session.setAutoCommit(false);
        ServerError atCommit = null;
        for (String sql : statements) {
            cancellation.check();
            boolean failed = !seen.isEmpty() && seen.getLast().outcome() != Outcome.RAN;
            seen.add(failed ? Observation.without(sql, Outcome.NOT_REACHED, true, List.of()) : step(sql));
            if (open && transactions == Transactions.EACH && !ownTransaction) {
                atCommit = atCommit == null ? commit() : atCommit;
            }
        }
        if (open && seen.getLast().outcome() == Outcome.RAN) {
            atCommit = deferred();
        }
        session.rollback();
        return new DryRunReport(version, seen, atCommit);
    }

    private Observation step(String sql) throws SQLException {
        State before = observer.before();
        if (!open) {
            base = Set.copyOf(before.relations().keySet());
            open = true;
            done.clear();
        }
        Execution execution = Execution.of(session, sql, cancellation);
        ServerError error = execution.error();
        if (error != null) {
            session.rollback();
            open = false;
            return error.sqlState().equals(IN_A_TRANSACTION)
                    ? outside(sql, error)
                    : Observation.failed(sql, true, execution.messages(), error);
        }
        done.add(sql);
        ownTransaction = Words.begins(sql) || ownTransaction;
        if (session.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE) {
            // The statement ended the transaction: what it held is gone.
            open = false;
            ownTransaction = false;
            return new Difference(Set.of(), Set.of(), before, before).observation(sql, true, execution.time(), execution.messages());
        }
        return new Difference(base, observer.tablesOfKeys(execution.validatedKeys()), before, observer.after())
                .observation(sql, true, execution.time(), execution.messages());
    }

    /// The server refused the statement inside a transaction and with it rolled back what the transaction had done: that
    /// is done again, and committed.
    private Observation outside(String sql, ServerError refused) throws SQLException {
        if (!Words.staysInside(sql)) {
            List<String> why = List.of("It changes more than the database it runs in.", refused.text());
            return Observation.without(sql, Outcome.REFUSED, false, why);
        }
        for (String earlier : List.copyOf(done)) {
            execute(earlier);
        }
        session.commit();
        session.setAutoCommit(true);
        try {
            return new OutsideRun(session, others, observer, cancellation).run(sql);
        } finally {
            session.setAutoCommit(false);
        }
    }

    private @Nullable ServerError commit() throws SQLException {
        ServerError violated = deferred();
        if (violated == null) {
            session.commit();
        } else {
            session.rollback();
        }
        open = false;
        return violated;
    }

    /// A rollback checks nothing: constraints that wait for the commit are asked for before it.
    private @Nullable ServerError deferred() throws SQLException {
        return Execution.of(session, "SET CONSTRAINTS ALL IMMEDIATE", cancellation).error();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = session.createStatement();
                var _ = cancellation.watch(statement)) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private int version() throws SQLException {
        try (Statement statement = session.createStatement();
                var row = statement.executeQuery("SELECT current_setting('server_version_num')::int")) {
            row.next();
            return row.getInt(1);
        }
    }
}
