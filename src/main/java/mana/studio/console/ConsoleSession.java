package mana.studio.console;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Workspace;
import mana.studio.console.Ran.Notice;
import mana.studio.console.Ran.Outcome;
import mana.studio.console.SessionState.Held;
import mana.studio.console.SessionState.OpenTransaction;
import mana.studio.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/// The session of one console: opened when it is first needed, and kept, with its settings, its temporary tables and
/// its
/// locks, until it is closed or lost. Statements run one after the other; for any thread that may block.
///
/// It carries the guards of every session of the studio. Outside of a transaction that a person opened, none is left
/// open: rows are read in one that ends before they are shown.
public final class ConsoleSession implements AutoCloseable {
    /// So many rows are shown first.
    public static final int FIRST_ROWS = 1_000;

    private static final String LOCKS = """
        SELECT classid::pg_catalog.int8, objid::pg_catalog.int8, objsubid, mode = 'ShareLock'
        FROM pg_catalog.pg_locks
        WHERE locktype = 'advisory' AND granted AND pid = pg_catalog.pg_backend_pid()
        """;
    private static final String IDLE_LIMIT = """
        SELECT setting::pg_catalog.int8
        FROM pg_catalog.pg_settings
        WHERE name = 'idle_in_transaction_session_timeout'
        """;

    private final Workspace workspace;
    private @Nullable Connection connection;
    private boolean manual;
    private @Nullable Instant since;
    private volatile SessionState state = SessionState.NONE;

    public ConsoleSession(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What it is in, as of the end of what ran last.
    public SessionState state() {
        return state;
    }

    /// Runs a statement as it stands.
    ///
    /// @param limit so many rows are read at most
    public synchronized Ran run(SqlStatement statement, int limit, Cancellation cancellation) {
        if (statement.kind() != SqlStatement.Kind.SQL) {
            return notSql(statement);
        }
        StatementWords words = StatementWords.of(statement.text());
        boolean reads = words.kind() == StatementWords.Kind.READS;
        return perform(statement, "", cancellation, (session, notices) -> {
            boolean own = reads && session.getAutoCommit() && transaction(session) == TransactionState.IDLE;
            return own
                    ? inTransaction(
                            session,
                            "COMMIT",
                            () -> execute(session, statement.text(), true, limit, words, notices, cancellation))
                    : execute(
                            session,
                            statement.text(),
                            reads && !session.getAutoCommit(),
                            limit,
                            words,
                            notices,
                            cancellation);
        });
    }

    /// Runs a statement that only reads once more, for more of its rows. The server is told to refuse writes meanwhile.
    public synchronized Ran runAgain(SqlStatement statement, int limit, Cancellation cancellation) {
        StatementWords words = StatementWords.of(statement.text());
        return perform(
                statement,
                "",
                cancellation,
                (session, notices) -> undone(session, () -> {
                    plainly(session, "SET TRANSACTION READ ONLY");
                    return execute(session, statement.text(), true, limit, words, notices, cancellation);
                }));
    }

    /// Shows a statement's plan.
    ///
    /// @param analyse whether it runs for it; what it writes is rolled back
    public synchronized Ran explain(SqlStatement statement, boolean analyse, Cancellation cancellation) {
        String prefix = StatementWords.of(statement.text()).tag().equals("EXPLAIN")
                ? ""
                : analyse ? "EXPLAIN (ANALYZE, BUFFERS) " : "EXPLAIN ";
        String sql = prefix + statement.text();
        StatementWords words = StatementWords.of(sql);
        return perform(
                statement,
                prefix,
                cancellation,
                (session, notices) ->
                        undone(session, () -> execute(session, sql, false, 100_000, words, notices, cancellation)));
    }

    /// Whether each statement waits for COMMIT from now on. Nothing changes while a transaction is open.
    public synchronized void setManual(boolean wanted) throws SQLException {
        if (state.transaction() != null) {
            return;
        }
        Connection session = connection;
        if (session != null) {
            session.setAutoCommit(!wanted);
        }
        manual = wanted;
        look();
    }

    /// Ends the open transaction.
    public synchronized Ran end(boolean commit, Cancellation cancellation) {
        String sql = commit ? "COMMIT" : "ROLLBACK";
        return run(new SqlStatement(SqlStatement.Kind.SQL, sql, 0, sql.length(), 1), 0, cancellation);
    }

    /// Asks whether the session is still there, after its transaction was idle for long; false where the server ended
    /// it.
    public synchronized boolean isAlive() {
        Connection session = connection;
        if (session == null) {
            return false;
        }
        try {
            aside(session, () -> {
                plainly(session, "SELECT 1");
                return null;
            });
            look();
            return true;
        } catch (SQLException ended) {
            drop();
            return false;
        }
    }

    private static Ran notSql(SqlStatement statement) {
        String what = statement.kind() == SqlStatement.Kind.PSQL_COMMAND
                ? "This is a command of psql. The console sends SQL only."
                : "Rows behind COPY … FROM STDIN are read by psql. The console sends SQL only.";
        Refusal refusal = new Refusal("", what, null, null, null, statement.start());
        return new Ran(statement, statement.text(), Duration.ZERO, List.of(), List.of(new Outcome.Failed(refusal)));
    }

    /// Work with the session that a person asked for.
    private interface Work {
        List<Outcome> run(Connection session, List<Notice> notices) throws SQLException;
    }

    private Ran perform(SqlStatement statement, String prefix, Cancellation cancellation, Work work) {
        List<Notice> notices = new ArrayList<>();
        long start = System.nanoTime();
        List<Outcome> outcomes;
        try {
            cancellation.check();
            outcomes = work.run(session(), notices);
        } catch (SQLException error) {
            Refusal refusal = Refusal.of(error, prefix + statement.text(), prefix.length(), statement.start());
            if (refusal.endsSession()) {
                drop();
            }
            boolean stopped = cancellation.isRequested() && refusal.sqlState().equals("57014");
            outcomes = List.of(stopped ? new Outcome.Cancelled() : new Outcome.Failed(refusal));
        } catch (java.util.concurrent.CancellationException stopped) {
            outcomes = List.of(new Outcome.Cancelled());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        look();
        return new Ran(statement, prefix + statement.text(), took, notices, outcomes);
    }

    private Connection session() throws SQLException {
        Connection existing = connection;
        if (existing != null && !existing.isClosed()) {
            return existing;
        }
        since = null;
        // Behind a pooler a session of one's own would carry no guards; the pool's carry them in every transaction.
        Connection opened = (workspace.isThroughPooler() ? workspace.source() : workspace.own()).getConnection();
        opened.setAutoCommit(!manual);
        connection = opened;
        return opened;
    }

    private static List<Outcome> execute(
            Connection session,
            String sql,
            boolean streaming,
            int limit,
            StatementWords words,
            List<Notice> notices,
            Cancellation cancellation)
            throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.setEscapeProcessing(false);
            if (streaming) {
                statement.setFetchSize(Rows.FIRST_FETCH);
            } else if (limit > 0) {
                statement.setMaxRows(limit + 1);
            }
            try (Cancellation.Running _ = cancellation.watch(statement)) {
                return outcomes(statement, statement.execute(sql), limit, words);
            } finally {
                notices(statement.getWarnings(), notices);
            }
        }
    }

    private static List<Outcome> outcomes(Statement statement, boolean rows, int limit, StatementWords words)
            throws SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        boolean isRows = rows;
        while (isRows || statement.getUpdateCount() != -1) {
            if (isRows) {
                try (ResultSet result = statement.getResultSet()) {
                    outcomes.add(new Outcome.Rows(Rows.read(result, limit)));
                }
            } else {
                outcomes.add(new Outcome.Done(words.counts() ? statement.getLargeUpdateCount() : -1));
            }
            isRows = statement.getMoreResults();
        }
        return outcomes;
    }

    private static void notices(@Nullable SQLWarning first, List<Notice> notices) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            String severity = warning instanceof org.postgresql.util.PSQLWarning remark
                            && remark.getServerErrorMessage().getSeverity() != null
                    ? remark.getServerErrorMessage().getSeverity()
                    : "NOTICE";
            String text = warning.getMessage() == null ? "" : warning.getMessage();
            notices.add(new Notice(severity, warning.getSQLState() == null ? "" : warning.getSQLState(), text));
        }
    }

    private interface Part<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    /// In a transaction of its own.
    private static <T> T inTransaction(Connection session, String ending, Part<T> part) throws SQLException {
        session.setAutoCommit(false);
        try {
            T result = part.run();
            plainly(session, ending);
            return result;
        } catch (SQLException | RuntimeException failed) {
            undo(session, "ROLLBACK");
            throw failed;
        } finally {
            restore(session);
        }
    }

    /// What it writes is rolled back; a transaction that is open goes on as it was.
    private static <T> T undone(Connection session, Part<T> part) throws SQLException {
        if (transaction(session) == TransactionState.IDLE) {
            boolean manual = !session.getAutoCommit();
            if (!manual) {
                return inTransaction(session, "ROLLBACK", part);
            }
            try {
                return part.run();
            } finally {
                undo(session, "ROLLBACK");
            }
        }
        plainly(session, "SAVEPOINT mana_studio_aside");
        try {
            return part.run();
        } finally {
            undo(session, "ROLLBACK TO SAVEPOINT mana_studio_aside");
            undo(session, "RELEASE SAVEPOINT mana_studio_aside");
        }
    }

    private static void undo(Connection session, String sql) {
        try {
            plainly(session, sql);
        } catch (SQLException lost) {
            // What is lost needs no undoing: the first error says why.
        }
    }

    private static void restore(Connection session) {
        try {
            session.setAutoCommit(true);
        } catch (SQLException lost) {
            // The first error says why.
        }
    }

    private static void plainly(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private static TransactionState transaction(Connection session) throws SQLException {
        return session.unwrap(BaseConnection.class).getTransactionState();
    }

    /// Asks the server something without opening a transaction for it.
    private static <T extends @Nullable Object> T aside(Connection session, Part<T> part) throws SQLException {
        boolean opens = !session.getAutoCommit() && transaction(session) == TransactionState.IDLE;
        if (!opens) {
            return part.run();
        }
        session.setAutoCommit(true);
        try {
            return part.run();
        } finally {
            session.setAutoCommit(false);
        }
    }

    /// Notes what the session is in.
    private void look() {
        Connection session = connection;
        if (session == null) {
            state = new SessionState(0, manual, null, Set.of());
            return;
        }
        try {
            TransactionState now = transaction(session);
            Instant began = now == TransactionState.IDLE ? null : since == null ? Instant.now() : since;
            since = began;
            boolean failed = now == TransactionState.FAILED;
            Set<Held> held = failed ? state.held() : aside(session, () -> held(session));
            Duration limit = now == TransactionState.OPEN ? idleLimit(session) : lastLimit();
            OpenTransaction open = began == null ? null : new OpenTransaction(began, Instant.now(), limit, failed);
            int pid = session.unwrap(PGConnection.class).getBackendPID();
            state = new SessionState(pid, manual, open, held);
        } catch (SQLException lost) {
            drop();
        }
    }

    private Duration lastLimit() {
        OpenTransaction before = state.transaction();
        return before == null ? Duration.ofMinutes(1) : before.idleLimit();
    }

    private static Set<Held> held(Connection session) throws SQLException {
        Set<Held> held = new HashSet<>();
        try (Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery(LOCKS)) {
            while (rows.next()) {
                AdvisoryKey key = AdvisoryKey.ofLocks(rows.getLong(1), rows.getLong(2), rows.getInt(3));
                held.add(new Held(key, rows.getBoolean(4)));
            }
        }
        return held;
    }

    private static Duration idleLimit(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(IDLE_LIMIT)) {
            return row.next() ? Duration.ofMillis(row.getLong(1)) : Duration.ZERO;
        }
    }

    private void drop() {
        Connection session = connection;
        connection = null;
        since = null;
        state = new SessionState(0, manual, null, Set.of());
        if (session != null) {
            try {
                session.close();
            } catch (SQLException gone) {
                // It is to be gone.
            }
        }
    }

    /// Ends the session; the server rolls back what is open.
    @Override
    public synchronized void close() {
        drop();
    }
}
