package mana.studio.safety.dryrun;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import mana.studio.scratch.ScratchDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/// Executes statements one by one, looks at what each does, and undoes them.
///
/// Nothing predicts as well as the server itself: its locks, its decisions to scan or to rewrite, its errors. On a
/// scratch server the tables may be empty: then rows that do not fit a constraint are not noticed, and times mean
/// nothing.
public final class DryRun {
    private DryRun() {}

    /// How statements are grouped, unless they begin and end transactions themselves.
    public enum Transactions {
        /// All in one, as a migration runs; rolled back at the end.
        ONE,
        /// Each its own, as `psql` runs a script; each is committed, so the database is not as before.
        EACH
    }

    /// Runs statements on a scratch database. A statement that cannot run inside a transaction (`CREATE INDEX
    /// CONCURRENTLY`, `VACUUM`) ends the transaction before it, which is committed, and runs alone, held up twice so
    /// that its locks can be seen. Nobody else may be connected to the database.
    ///
    /// @param statements one statement each
    /// @throws SQLException where the server is lost
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public static DryRunReport onScratch(
            ScratchDatabase database, List<String> statements, Transactions transactions, Cancellation cancellation)
            throws SQLException {
        PGSimpleDataSource source = database.source().unwrap(PGSimpleDataSource.class);
        source.setPreferQueryMode(PreferQueryMode.SIMPLE);
        try (Connection session = source.getConnection()) {
            return new ScratchRun(session, database.source(), transactions, cancellation).run(statements);
        }
    }

    /// Runs statements in one transaction on a real database, and rolls it back, whatever happens. While it runs, its
    /// locks are held; so it never waits long for one, nor runs long. Refused without being tried is what a rollback
    /// would not undo; where the database has event triggers, everything.
    ///
    /// @param own        gives a session that no one else uses
    /// @param statements one statement each
    /// @throws SQLException where the server is lost
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public static DryRunReport onReal(
            DataSource own, List<String> statements, Limits limits, Cancellation cancellation) throws SQLException {
        try (Connection session = own.getConnection()) {
            return new RealRun(session, limits, cancellation).run(statements);
        }
    }
}
