package mana.studio.safety.dryrun;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mana.studio.connection.Cancellation;
import mana.studio.safety.dryrun.Observation.Outcome;

/// A dry run on a real database: in one transaction that is always rolled back.
final class RealRun {
    /// One session runs all of it, for as long as the transaction lasts: a pooler in between changes nothing.
    private static final String LIMITS = """
            SET LOCAL lock_timeout = %d;
            SET LOCAL statement_timeout = %d;
            SET LOCAL idle_in_transaction_session_timeout = %d;
            SET LOCAL client_min_messages = debug1;
            SET LOCAL max_parallel_workers_per_gather = 0;
            SET LOCAL max_parallel_maintenance_workers = 0""";

    private static final String TRANSACTION = "SELECT pg_current_xact_id_if_assigned()::text";

    private static final String EVENT_TRIGGERS =
            "SELECT string_agg(quote_ident(evtname), ', ' ORDER BY evtname) FROM pg_event_trigger WHERE evtenabled <> 'D'";

    private final Connection session;
    private final Limits limits;
    private final Cancellation cancellation;
    private final Observer observer;
    private final List<Observation> seen = new ArrayList<>();

    RealRun(Connection session, Limits limits, Cancellation cancellation) {
        this.session = session;
        this.limits = limits;
        this.cancellation = cancellation;
        this.observer = new Observer(session, cancellation);
    }

    DryRunReport run(List<String> statements) throws SQLException {
        session.setAutoCommit(false);
        try {
            ask(LIMITS.formatted(limits.lock().toMillis(), limits.statement().toMillis(), limits.idle().toMillis()));
            int version = Integer.parseInt(text("SHOW server_version_num"));
            String eventTriggers = text(EVENT_TRIGGERS);
            Set<Long> base = Set.copyOf(observer.before().relations().keySet());
            for (String sql : statements) {
                cancellation.check();
                boolean failed = !seen.isEmpty() && seen.getLast().outcome() != Outcome.RAN;
                seen.add(failed
                        ? Observation.without(sql, Outcome.NOT_REACHED, true, List.of())
                        : step(sql, base, eventTriggers));
            }
            boolean whole = !seen.isEmpty() && seen.getLast().outcome() == Outcome.RAN;
            ServerError atCommit = whole
                    ? Execution.of(session, "SET CONSTRAINTS ALL IMMEDIATE", cancellation).error()
                    : null;
            return new DryRunReport(version, seen, atCommit);
        } finally {
            session.rollback();
        }
    }

    private Observation step(String sql, Set<Long> base, String eventTriggers) throws SQLException {
        List<String> refusals = new ArrayList<>(Refusals.of(sql));
        if (!eventTriggers.isEmpty()) {
            refusals.add("The event triggers of the database would run with it: " + eventTriggers + ".");
        }
        if (!refusals.isEmpty()) {
            return Observation.without(sql, Outcome.REFUSED, !Words.staysInside(sql), refusals);
        }
        String transaction = text(TRANSACTION);
        State before = observer.before();
        Execution execution = Execution.of(session, sql, cancellation);
        ServerError error = execution.error();
        if (error != null) {
            return Observation.failed(sql, true, execution.messages(), error);
        }
        String now = text(TRANSACTION);
        if (!transaction.isEmpty() && !transaction.equals(now)) {
            throw new SQLException("The statement ended the transaction of the dry run: " + sql, "25000");
        }
        return new Difference(base, observer.tablesOfKeys(execution.validatedKeys()), before, observer.after())
                .observation(sql, true, execution.time(), execution.messages());
    }

    private void ask(String sql) throws SQLException {
        try (Statement statement = session.createStatement();
                var _ = cancellation.watch(statement)) {
            statement.execute(sql);
        }
    }

    /// The one value; empty for NULL.
    private String text(String sql) throws SQLException {
        try (Statement statement = session.createStatement();
                var _ = cancellation.watch(statement);
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String text = row.getString(1);
            return text == null ? "" : text;
        }
    }
}
