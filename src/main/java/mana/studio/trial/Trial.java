package mana.studio.trial;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.connection.Cancellation;
import mana.studio.ddl.Ddl;
import mana.studio.design.Problem;
import mana.studio.design.Sketch;
import mana.studio.plan.Plan;
import mana.studio.plan.Statement;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;
import mana.studio.sql.Identifier;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// A scratch database that holds a base, without its rows, for as long as designs on it are tried. Loading it takes as
/// long as creating the whole database; each trial then takes no longer than its statements.
public final class Trial implements AutoCloseable {
    /// A value of an enum was added in this transaction: elsewhere it is committed first.
    private static final String UNSAFE_NEW_VALUE = "55P04";

    private static final String CANCELLED = "57014";
    private static final Set<String> MISSING = Set.of("42P01", "42703", "42704", "42883", "3F000");

    /// Roles and tablespaces belong to no database: whether the other server has them is not known here. A role is made
    /// for as long as the trial lasts; a tablespace cannot be in a transaction.
    private static final Pattern OF_ANOTHER_SERVER =
            Pattern.compile("(role|tablespace) \"(.+)\" does not exist", Pattern.DOTALL);

    private final Database base;
    private final ScratchDatabase scratch;
    private final Connection session;

    private Trial(Database base, ScratchDatabase scratch, Connection session) {
        this.base = base;
        this.scratch = scratch;
        this.session = session;
    }

    /// Loads a base.
    ///
    /// @throws ScratchException where it cannot be made here: an extension is missing, or something of its version
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public static Trial of(Database base, Cancellation cancellation) throws ScratchException, SQLException {
        ScratchDatabase scratch = ScratchServer.shared().create();
        try {
            scratch.load(Ddl.of(base), cancellation);
            Connection session = scratch.source().getConnection();
            session.setAutoCommit(false);
            return new Trial(base, scratch, session);
        } catch (ScratchException | SQLException | RuntimeException refused) {
            scratch.close();
            throw refused;
        }
    }

    /// What was loaded.
    public Database base() {
        return base;
    }

    /// What the server refuses of a design. What only fails because something before it was refused is not said.
    ///
    /// @param plan from the base to the design
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public synchronized List<Problem> of(Sketch sketch, Plan plan, Cancellation cancellation) throws SQLException {
        List<Problem> problems = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        Blame blame = new Blame(base, sketch.database());
        try (java.sql.Statement runner = session.createStatement()) {
            runner.setEscapeProcessing(false);
            runner.execute("SET LOCAL statement_timeout = '5s'");
            for (Statement statement : plan.statements()) {
                cancellation.check();
                run(statement, runner, cancellation, blame, refused, problems);
            }
        } finally {
            session.rollback();
        }
        return List.copyOf(problems);
    }

    private void run(
            Statement statement,
            java.sql.Statement runner,
            Cancellation cancellation,
            Blame blame,
            Set<String> refused,
            List<Problem> problems)
            throws SQLException {
        Savepoint before = session.setSavepoint();
        try (var _ = cancellation.watch(runner)) {
            runner.execute(statement.sql());
            session.releaseSavepoint(before);
        } catch (PSQLException answer) {
            ServerErrorMessage message = answer.getServerErrorMessage();
            if (message == null) {
                throw answer;
            }
            if (CANCELLED.equals(answer.getSQLState())) {
                cancellation.check();
            }
            session.rollback(before);
            Matcher elsewhere = OF_ANOTHER_SERVER.matcher(String.valueOf(message.getMessage()));
            if (elsewhere.matches() && elsewhere.group(1).equals("tablespace")) {
                return;
            }
            if (elsewhere.matches() && made(elsewhere.group(2), runner)) {
                run(statement, runner, cancellation, blame, refused, problems);
                return;
            }
            boolean follows = !refused.isEmpty()
                    && MISSING.contains(String.valueOf(answer.getSQLState()))
                    && refused.stream()
                            .anyMatch(
                                    name -> String.valueOf(message.getMessage()).contains(name));
            if (!follows && !UNSAFE_NEW_VALUE.equals(answer.getSQLState())) {
                problems.addAll(blame.of(statement, message));
            }
            refused.addAll(blame.names(statement));
        }
    }

    /// Makes a role; false where none can be called so.
    private boolean made(String role, java.sql.Statement runner) throws SQLException {
        Savepoint before = session.setSavepoint();
        try {
            runner.execute("CREATE ROLE " + Identifier.quote(role) + " SUPERUSER");
            return true;
        } catch (PSQLException refused) {
            session.rollback(before);
            return false;
        }
    }

    /// Drops the scratch database.
    @Override
    public void close() throws ScratchException, SQLException {
        try (session) {
            session.rollback();
        } finally {
            scratch.close();
        }
    }
}
