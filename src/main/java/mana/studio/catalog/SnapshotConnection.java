package mana.studio.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import org.jspecify.annotations.Nullable;

/// A connection in a read-only, repeatable-read transaction that ends with it. Everything it sets ends there too, so
/// that it may go through a pooler that hands out a server per transaction.
final class SnapshotConnection implements AutoCloseable {
    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /// What the server's deparsing depends on: with an empty search path every name is written with its schema; the
    /// rest is what pg_dump sets, and UTC so that time stamps in bounds do not change with the machine. A session's guard
    /// may be too strict for a query over a huge catalog, and the usual work_mem (4 MB) too small to hash one.
    private static final String SETTINGS =
            """
            SELECT pg_catalog.current_setting('server_version_num'),
                   pg_catalog.set_config('search_path', '', true),
                   pg_catalog.set_config('DateStyle', 'ISO', true),
                   pg_catalog.set_config('IntervalStyle', 'postgres', true),
                   pg_catalog.set_config('TimeZone', 'UTC', true),
                   pg_catalog.set_config('extra_float_digits', '3', true),
                   pg_catalog.set_config('quote_all_identifiers', 'off', true),
                   pg_catalog.set_config('jit', 'off', true),
                   pg_catalog.set_config('statement_timeout', '600000', true),
                   pg_catalog.set_config('work_mem', '32MB', true)
            """;

    private final Connection connection;
    private final Cancellation cancellation;
    private final int version;

    private SnapshotConnection(Connection connection, Cancellation cancellation, @Nullable String snapshot)
            throws SQLException {
        this.connection = connection;
        this.cancellation = cancellation;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEGIN);
            if (snapshot != null) {
                statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
            }
            try (ResultSet settings = statement.executeQuery(SETTINGS)) {
                settings.next();
                version = settings.getInt(1);
            }
        }
    }

    /// Begins a transaction with a snapshot of its own.
    static SnapshotConnection begin(DataSource source, Cancellation cancellation) throws SQLException {
        return open(source, cancellation, null);
    }

    /// Begins a transaction that sees what another sees.
    ///
    /// @param snapshot what {@link #export} gave
    static SnapshotConnection join(DataSource source, Cancellation cancellation, String snapshot) throws SQLException {
        if (!snapshot.matches("[0-9A-F-]+")) {
            throw new IllegalArgumentException("not the name of a snapshot: " + snapshot);
        }
        return open(source, cancellation, snapshot);
    }

    private static SnapshotConnection open(DataSource source, Cancellation cancellation, @Nullable String snapshot)
            throws SQLException {
        Connection connection = source.getConnection();
        try {
            return new SnapshotConnection(connection, cancellation, snapshot);
        } catch (SQLException | RuntimeException refused) {
            end(connection);
            throw refused;
        }
    }

    /// The server's `server_version_num`.
    int version() {
        return version;
    }

    /// The snapshot for others to join while this transaction lasts.
    ///
    /// @throws ExportRefused where the server or a pooler refuses; the transaction is then of no more use
    String export() throws ExportRefused {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_catalog.pg_export_snapshot()")) {
            result.next();
            return result.getString(1);
        } catch (SQLException refused) {
            throw new ExportRefused(refused);
        }
    }

    /// Runs a catalog query.
    ///
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    <T> T query(String name, Decoder<T> decoder, String... parameters) throws SQLException {
        String sql = CatalogQuery.text(name, version);
        try (PreparedStatement statement = connection.prepareStatement(sql);
                var _ = cancellation.watch(statement)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setString(at + 1, parameters[at]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return decoder.read(new Rows(result));
            }
        } catch (SQLException failed) {
            cancellation.check();
            throw failed;
        }
    }

    @Override
    public void close() throws SQLException {
        end(connection);
    }

    private static void end(Connection connection) throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /// Turns all rows of a query into a value.
    @FunctionalInterface
    interface Decoder<T> {
        T read(Rows rows) throws SQLException;
    }
}
